/// A JSON value whose objects keep the order of their members.
///
/// ```swift
/// let value: JSONValue = ["schema": 1, "years": ["2017-18", "2018-19"], "scenario": .null]
/// value.rendered()
/// ```
///
/// It has no numbers with a fraction: a figure is a string, so that no reader makes it binary.
public indirect enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  /// A figure in `unit` as `"-4.496"`; null for a blank, else `"-"`, `"tbc"` or `"n/a"`.
  public static func figure(_ cell: Cell, in unit: Unit, decimals: Int) -> JSONValue {
    if cell == .blank { return .null }
    let format = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
    return .string(format.text(cell, in: unit))
  }

  /// An amount of money in `unit` as `"-4.496"`.
  public static func figure(_ money: Money, in unit: Unit, decimals: Int) -> JSONValue {
    figure(.money(money), in: unit, decimals: decimals)
  }

  /// The text, or null where there is none.
  public static func optional(_ text: String?) -> JSONValue {
    text.map(JSONValue.string) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(elements) }
}

extension SourceRange {
  /// Where something was typed, as every JSON result says it.
  var json: JSONValue {
    .object([("file", .string(file.path)), ("line", .integer(line))])
  }
}
