/// A cell as a council prints it, read: `(4.496)`, `£4.496m`, `- 56`, `1.99%`, `tbc`.
///
/// ```swift
/// try AmountText("(£250k)", unit: .millions).cell  // a figure of -£250,000
/// ```
///
/// A unit in the cell overrides `unit`; under `%` a bare 1.99 is 1.99%. Brackets are negative.
/// Thousands commas are welcome where they group thousands. Throws `AmountFault` for anything else.
public struct AmountText: Hashable, Sendable {
  public let cell: Cell
  /// The last place as it was typed: £1,000,000 in `£45m`; nil for a cell that is not a figure.
  public let place: Rounding?

  /// Reads `text`. With `footnotes`, a published cell may end in marks such as `*` or `[1]`.
  public init(_ text: String, unit: Unit, footnotes: Bool = false) throws(AmountFault) {
    var scanner = AmountScanner(text, footnotes: footnotes)
    if let mark = scanner.mark() {
      cell = mark
      place = nil
      return
    }
    let amount = try scanner.amount(unit: unit)
    cell = .figure(amount.quantity)
    place = amount.place
  }
}

/// What is wrong with an amount, and where in its text.
public struct AmountFault: Error, Hashable, Sendable {
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

/// Reads one amount from left to right.
private struct AmountScanner {
  private let characters: [Character]
  private var position = 0
  private var end: Int

  init(_ text: String, footnotes: Bool) {
    characters = Array(text)
    end = characters.count
    dropTrailingSpace()
    if footnotes { dropFootnotes() }
    skipSpace()
  }

  private static func isSpace(_ character: Character) -> Bool {
    " \t\u{A0}\u{2009}\u{202F}".contains(character)
  }

  private mutating func dropTrailingSpace() {
    while end > 0, AmountScanner.isSpace(characters[end - 1]) { end -= 1 }
  }

  /// Drops `*`, `†`, `‡`, `#` and bracketed numbers such as `[1]` from the end.
  private mutating func dropFootnotes() {
    while end > 0 {
      if "*†‡#".contains(characters[end - 1]) {
        end -= 1
      } else if characters[end - 1] == "]", let open = characters[..<end].lastIndex(of: "["),
        open + 1 < end - 1, characters[(open + 1)..<(end - 1)].allSatisfy(isDigit)
      {
        end = open
      } else {
        return
      }
      dropTrailingSpace()
    }
  }

  private var current: Character? {
    position < end ? characters[position] : nil
  }

  private mutating func skipSpace() {
    while let character = current, AmountScanner.isSpace(character) { position += 1 }
  }

  private mutating func take(_ choices: String) -> Bool {
    guard let character = current, choices.contains(character) else { return false }
    position += 1
    skipSpace()
    return true
  }

  /// One of the four cells that are not a figure, or nil.
  func mark() -> Cell? {
    let text = String(characters[position..<max(position, end)])
    switch text.lowercased() {
    case "": return .blank
    case "-", "–", "—", "−": return .dash
    case "tbc": return .toBeConfirmed
    case "n/a": return .notApplicable
    default: return nil
    }
  }

  mutating func amount(unit: Unit) throws(AmountFault) -> (quantity: Quantity, place: Rounding) {
    let start = position
    let hasMinus = take("-−–")
    let hasSign = take("+") || hasMinus
    var hasPounds = take("£")
    let open = position
    let hasBracket = take("(")
    if hasBracket && hasSign {
      throw fault(
        .sign, start..<position, "one sign, either a minus or brackets",
        "brackets are negative by themselves: write (4.496)")
    }
    var isNegative = hasMinus || hasBracket
    if !hasSign, take("-−–") {
      if hasBracket {
        throw fault(
          .sign, start..<position, "one sign, either a minus or brackets",
          "brackets are negative by themselves: write (4.496)")
      }
      isNegative = true
    }
    hasPounds = take("£") || hasPounds
    let digits = try number()
    var stated = suffix()
    if hasBracket && !take(")") {
      throw strayOr(.bracket, open..<end, "a closing bracket", "write (4.496) for minus 4.496")
    }
    if stated == nil { stated = suffix() }
    guard position == end else { throw stray(hasBracket: hasBracket) }
    let scale = try self.scale(stated, hasPounds: hasPounds, unit: unit, from: start)
    return try quantity(digits, scale, isNegative: isNegative, from: start)
  }

  /// The digits without point and commas, and how many stand after the point.
  private mutating func number() throws(AmountFault) -> (digits: [Character], decimals: Int) {
    let start = position
    while let character = current, isDigit(character) || character == "," { position += 1 }
    let whole = characters[start..<position]
    var decimals: ArraySlice<Character> = []
    if current == "." {
      position += 1
      let point = position
      while let character = current, isDigit(character) { position += 1 }
      decimals = characters[point..<position]
      if decimals.isEmpty { throw stray(hasBracket: false) }
    }
    if whole.isEmpty && decimals.isEmpty { throw stray(hasBracket: false) }
    if whole.contains(","), !AmountScanner.groupsThousands(whole) {
      throw fault(
        .comma, start..<(start + whole.count), "commas that group thousands, as in 1,234,567",
        "write the figure without commas, or with one before every three digits")
    }
    skipSpace()
    return (whole.filter { $0 != "," } + decimals, decimals.count)
  }

  private static func groupsThousands(_ whole: ArraySlice<Character>) -> Bool {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// `%`, `k`, `m` or `bn` after the digits.
  private mutating func suffix() -> String? {
    for name in ["%", "k", "K", "m", "M", "bn"] where characters[position..<end].starts(with: name)
    {
      position += name.count
      skipSpace()
      return name.lowercased()
    }
    return nil
  }

  /// How many trillionths a 1 stands for, and whether it is money.
  private func scale(
    _ suffix: String?, hasPounds: Bool, unit: Unit, from start: Int
  ) throws(AmountFault) -> (trillionths: Int128, isMoney: Bool) {
    if suffix == "%" {
      guard !unit.isMoney && !hasPounds else {
        throw fault(
          .unit, start..<end, "an amount of money", "a percentage cannot stand in a row of pounds")
      }
      return (Unit.percent.trillionths, false)
    }
    let size: Int128? =
      switch suffix {
      case "k": Unit.thousands.trillionths
      case "m": Unit.millions.trillionths
      case "bn": Unit.millions.trillionths * 1000
      default: nil
      }
    if hasPounds || (size != nil && unit.isMoney) {
      guard unit.isMoney else {
        throw fault(
          .unit, start..<end, "a number\(unit == .percent ? " of per cent" : "")",
          "an amount of money cannot stand in a row of \(unit.rawValue)")
      }
      return (size ?? Unit.pounds.trillionths, true)
    }
    guard size == nil else {
      throw fault(
        .unit, start..<end, "a number", "'\(suffix ?? "")' stands for an amount of money")
    }
    return (unit.trillionths, unit.isMoney)
  }

  private func quantity(
    _ number: (digits: [Character], decimals: Int),
    _ scale: (trillionths: Int128, isMoney: Bool), isNegative: Bool, from start: Int
  ) throws(AmountFault) -> (quantity: Quantity, place: Rounding) {
    let tooLarge = fault(
      .size, start..<end, "a figure below 1,000,000,000,000,000",
      "check the unit: the figure is larger than any council's budget")
    let tooFine = fault(
      .size, start..<end, "no more than 12 decimal places of a pound",
      "leave out the last digits: they are far below a penny")
    guard number.decimals <= 21 else { throw tooFine }
    let divisor = FixedPoint.powerOfTen(number.decimals)
    guard scale.trillionths % divisor == 0 else { throw tooFine }
    let step = scale.trillionths / divisor
    var count: Int128 = 0
    for digit in number.digits {
      count = count * 10 + Int128(digit.wholeNumberValue ?? 0)
      guard count < FixedPoint.limit else { throw tooLarge }
    }
    let (size, overflow) = count.multipliedReportingOverflow(by: step)
    guard !overflow, size < FixedPoint.limit else { throw tooLarge }
    let trillionths = isNegative ? -size : size
    let quantity: Quantity =
      scale.isMoney
      ? .money(Money(trillionths: trillionths)) : .number(Rate(trillionths: trillionths))
    return (quantity, Rounding(step: step))
  }

  private func fault(
    _ kind: AmountFault.Kind, _ range: Range<Int>, _ expected: String, _ help: String
  ) -> AmountFault {
    AmountFault(kind: kind, characters: range, expected: expected, help: help)
  }

  /// The fault of whatever stands where the amount should go on.
  private func stray(hasBracket: Bool) -> AmountFault {
    if current == ")" && !hasBracket {
      return fault(
        .bracket, position..<(position + 1), "an opening bracket before the figure",
        "write (4.496) for minus 4.496")
    }
    if current == "," {
      return fault(
        .comma, position..<(position + 1), "commas that group thousands, as in 1,234,567",
        "write the figure without commas, or with one before every three digits")
    }
    let range = position < end ? position..<(position + 1) : 0..<max(end, 1)
    return fault(
      .stray, range, "an amount such as 4.496, (4.496), £4.496m, -, tbc or n/a",
      "write only the figure, its sign and its unit")
  }

  /// The given fault at the end of the text, and a stray character's before it.
  private func strayOr(
    _ kind: AmountFault.Kind, _ range: Range<Int>, _ expected: String, _ help: String
  ) -> AmountFault {
    position == end ? fault(kind, range, expected, help) : stray(hasBracket: true)
  }
}

private func isDigit(_ character: Character) -> Bool {
  character.isASCII && character.isWholeNumber
}
