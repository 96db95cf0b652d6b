/// One named change of a scenario, as its file states it; `Overlay` holds it against a plan.
public struct Change: Sendable {
  /// What the change is called in tables.
  public let name: String
  let target: Target
  let operation: Operation
  /// How sure its money is from now on, where the change says so.
  let funding: Node?
  /// The last year in which its money is paid, where the change says so.
  let ends: Node.Scalar?
  let span: Span
  public let range: SourceRange

  /// Whether it says how sure money is or when it stops, which is no figure.
  var isOfFunding: Bool { funding != nil || ends != nil }

  /// Whether it says which share of a saving is delivered.
  var statesShare: Bool {
    switch operation {
    case .deliver, .deliverByStatus: true
    case .set, .add, .scale, .shift, .slip, .profile, .remove, .insert, .fund: false
    }
  }

  /// What is changed.
  enum Target: Sendable {
    case line(Node.Scalar)
    case lines([Node.Scalar])
    case selection(Selector)
    case assumption(Node.Scalar)
    /// Nothing that is there: lines are inserted.
    case new
  }

  /// How it is changed; amounts stay text until the unit of what they change is known.
  enum Operation: Sendable {
    case set(Node)
    case add(Node)
    case scale(Rate)
    case shift(Node.Scalar)
    /// A share of each year's figure comes so many months later.
    case slip(Rate, Delay)
    /// The share that is delivered.
    case deliver(Rate)
    /// The share that the plan counts on for the status of each line.
    case deliverByStatus(SourceRange)
    /// Figures, or shares of the total, that leave the total as it is.
    case profile(Node)
    /// The figures go; the base year stands.
    case remove
    case insert([Node])
    /// Only how sure the money is.
    case fund
  }

  /// How much later something comes.
  struct Delay: Sendable {
    let months: Int
    let range: SourceRange
  }

  /// The years in which it is changed: named ones, or from one to another.
  struct Span: Sendable {
    let years: [Node.Scalar]?
    let from: Node.Scalar?
    let to: Node.Scalar?

    var first: Node.Scalar? { years?.first ?? from ?? to }
  }
}

/// Lines chosen by what they are.
struct Selector: Sendable {
  let section: Node.Scalar?
  let role: Role?
  /// The values of each field that a line may have; any where a field is not here.
  let fields: [LineField: [Node.Scalar]]
  let exceptions: [Node.Scalar]
  let range: SourceRange
}
