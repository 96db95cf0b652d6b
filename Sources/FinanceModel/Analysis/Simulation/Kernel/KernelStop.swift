/// Why the compiler cannot go on with a cell.
enum KernelStop: Error {
  /// Another cell has to be compiled first.
  case waits(PlanCompiler.Task)
  /// The evaluator would report an error here.
  case fault(String)
  /// Whole numbers cannot be proved to hold it in every draw; the reason is the end of a sentence.
  case unheld(String)

  static let tooLarge = KernelStop.unheld(
    "a figure may reach 1,000,000,000,000,000 in some draw")

  /// What it comes to for a plan as a whole.
  var reason: String {
    switch self {
    case .waits: "its cells wait for each other"
    case .fault(let reason), .unheld(let reason): reason
    }
  }
}
