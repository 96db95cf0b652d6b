/// A value in a YAML file with the place where it stands.
public enum Node: Hashable, Sendable {
  case scalar(Scalar)
  case sequence([Node], SourceRange)
  case mapping([Entry], SourceRange)

  /// A scalar's text as YAML reads it. What it means is decided by the place it stands in.
  public struct Scalar: Hashable, Sendable {
    /// How a scalar is written.
    public enum Style: Hashable, Sendable {
      case plain
      case singleQuoted
      case doubleQuoted
      case literal
      case folded
    }

    public let text: String
    public let style: Style
    /// The scalar as it stands in the file, quotes included; empty where a value is left out.
    public let range: SourceRange

    public init(text: String, style: Style, range: SourceRange) {
      self.text = text
      self.style = style
      self.range = range
    }
  }

  /// A key and its value. Keys are unique within a mapping.
  public struct Entry: Hashable, Sendable {
    public let key: Scalar
    public let value: Node

    public init(key: Scalar, value: Node) {
      self.key = key
      self.value = value
    }
  }

  /// From the first character of the value to its last.
  public var range: SourceRange {
    switch self {
    case .scalar(let scalar): scalar.range
    case .sequence(_, let range), .mapping(_, let range): range
    }
  }
}
