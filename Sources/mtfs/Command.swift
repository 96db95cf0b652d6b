/// One command: what it answers, what it takes, and what it does.
struct Command: Sendable {
  /// A file or a name that a command takes.
  struct Operand: Hashable, Sendable {
    /// As help shows it: `FILE`.
    let name: String
    let summary: String
    var isOptional = false
    /// Whether it may be given again; only the last operand may.
    var repeats = false
    /// What stands there.
    var takes = Takes.plan
  }

  /// What an operand is, for the shell that completes it.
  enum Takes: Hashable, Sendable {
    /// A plan or a scenario.
    case plan
    case file
    case folder
    /// A word that only the user knows.
    case name
    /// One of a few words.
    case choice([String])
  }

  /// A command line that works in the project's folder, and what it prints.
  struct Example: Hashable, Sendable {
    let line: String
    let prints: String
  }

  let name: String
  /// The question it answers.
  let summary: String
  let operands: [Operand]
  let options: [Option]
  /// More that help says, one paragraph each.
  var details: [String] = []
  let example: Example
  let run: @Sendable (Invocation) throws -> ExitStatus

  /// `mtfs explain FILE NAME [YEAR]`.
  var usage: String {
    let words = operands.map { operand in
      let word = operand.name + (operand.repeats ? "..." : "")
      return operand.isOptional ? "[\(word)]" : word
    }
    return (["mtfs", name] + words).joined(separator: " ")
  }

  /// Throws `UsageError` where there are too few operands or too many, or one is none of a few words.
  func check(_ given: [String]) throws(UsageError) {
    if let missing = operands.dropFirst(given.count).first(where: { !$0.isOptional }) {
      throw UsageError("\(name) needs \(missing.name), \(missing.summary)", help: "type \(usage)")
    }
    if given.count > operands.count, operands.last?.repeats != true {
      throw UsageError(
        "\(name) has no use for '\(given[operands.count])'", help: "type \(usage)")
    }
    for (operand, word) in zip(operands, given) {
      guard case .choice(let words) = operand.takes, !words.contains(word) else { continue }
      throw UsageError(
        "\(name) does not know '\(word)'", help: "\(operand.name) is " + words.alternatives)
    }
  }
}
