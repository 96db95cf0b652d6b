/// What is wrong with an amount, and where in its text.
public struct AmountFault: Error, Hashable, Sendable {
  /// The part of an amount that is at fault; each is the code of a diagnostic.
  public enum Kind: String, CaseIterable, Sendable {
    case bracket = "amount-bracket"
    case comma = "amount-comma"
    case sign = "amount-sign"
    case stray = "amount-stray"
    case size = "amount-size"
    case unit = "amount-unit"
  }

  public let kind: Kind
  /// The characters at fault, counted from the start of the text.
  public let characters: Range<Int>
  public let expected: String
  public let help: String
}

// Every fault of an amount is worded here.
extension AmountFault {
  static func stray(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .stray, characters: characters,
      expected: "an amount such as 4.496, (4.496), £4.496m, -, tbc or n/a",
      help: "write only the figure, its sign and its unit")
  }

  static func noDigitsAfterPoint(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .stray, characters: characters, expected: "digits after the point",
      help: "write 4.0 or 4")
  }

  static func twoSigns(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .sign, characters: characters, expected: "one sign, either a minus or brackets",
      help: "brackets are negative by themselves: write -4.496 or (4.496)")
  }

  static func unclosed(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .bracket, characters: characters, expected: "a closing bracket",
      help: "write (4.496) for minus 4.496")
  }

  static func strayBracket(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .bracket, characters: characters,
      expected: "one bracket before the figure and one after it",
      help: "write (4.496) for minus 4.496")
  }

  /// `text` is the whole amount, which may have a comma where its decimals begin.
  static func comma(at characters: Range<Int>, in text: String) -> AmountFault {
    if let meant = withDecimalPoint(text) {
      return AmountFault(
        kind: .comma, characters: characters, expected: "a point before the decimals",
        help: "write \(meant): commas only group thousands")
    }
    return AmountFault(
      kind: .comma, characters: characters,
      expected: "commas that group thousands, as in 1,234,567",
      help: "write the figure without commas, or with one before every three digits")
  }

  /// An amount with a point in the place of its decimal comma: `2.99%` for `2,99%`; nil without one.
  ///
  /// Only one or two digits after a single comma are surely decimals, or any after a nil: `0,125`.
  static func withDecimalPoint(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !text.contains(".") else { return nil }
    let whole = parts[0].reversed().prefix { ("0"..."9").contains($0) }
    let decimals = parts[1].prefix { ("0"..."9").contains($0) }
    let before = parts[0].dropLast(whole.count)
    let after = parts[1].dropFirst(decimals.count)
    guard !whole.isEmpty, !decimals.isEmpty, decimals.count < 3 || String(whole) == "0",
      before.allSatisfy({ "-−–+(£ ".contains($0) }), after.count <= 10,
      after.allSatisfy({ $0.isASCII && $0.isLetter || "%) ".contains($0) })
    else { return nil }
    return "\(parts[0]).\(parts[1])"
  }

  static func tooLarge(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .size, characters: characters, expected: "a figure below 1,000,000,000,000,000",
      help: "check the unit: the figure is larger than any council's budget")
  }

  static func tooFine(at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .size, characters: characters,
      expected: "no more than 12 decimal places of a pound or of a number",
      help: "leave out the last digits: they are far below a penny")
  }

  static func moneyUnder(_ unit: Unit, at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .unit, characters: characters,
      expected: unit == .percent ? "a percentage" : "a number without a unit",
      help: "'£', 'k', 'm' and 'bn' stand for money: leave them out, or change the unit")
  }

  static func percentageUnder(_ unit: Unit, at characters: Range<Int>) -> AmountFault {
    AmountFault(
      kind: .unit, characters: characters,
      expected: unit.isMoney ? "an amount of money" : "a percentage",
      help: "leave out the '%', or give what it belongs to 'unit: \"%\"'")
  }

  static func notAFigure(_ text: String) -> AmountFault {
    AmountFault(
      kind: .stray, characters: 0..<max(text.count, 1), expected: "a figure",
      help: "a blank, a dash, tbc and n/a are not figures")
  }
}
