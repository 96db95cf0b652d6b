/// One named change of a scenario, as its file states it; `Overlay` holds it against a plan.
public struct Change: Sendable {
  /// What the change is called in tables.
  public let name: String
  let target: Target
  let operation: Operation
  let span: Span
  public let range: SourceRange

  /// What is changed.
  enum Target: Sendable {
    case line(Node.Scalar)
    case lines([Node.Scalar])
    case selection(Selector)
    case assumption(Node.Scalar)
  }

  /// How it is changed; amounts stay text until the unit of what they change is known.
  enum Operation: Sendable {
    case set(Node)
    case add(Node)
    case scale(Rate)
    case shift(Node.Scalar)
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
  let exceptions: [Node.Scalar]
  let range: SourceRange
}
