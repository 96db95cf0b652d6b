/// One word or sign of a formula.
struct FormulaToken: Hashable {
  enum Kind: Hashable {
    case number(Rate)
    case money(Money)
    case name(String)
    case year(FinancialYear)
    /// `+ - * /`, brackets, comma or a comparison, each in its plain typed form.
    case sign(String)
    case end
  }

  let kind: Kind
  let range: SourceRange
}

/// Cuts the text of a formula into tokens.
struct FormulaTokens {
  private let text: [UInt8]
  private let locate: (Range<Int>) -> SourceRange
  private var position = 0

  private init(_ text: String, locate: @escaping (Range<Int>) -> SourceRange) {
    self.text = Array(text.utf8)
    self.locate = locate
  }

  /// `locate` turns a range of bytes of `text` into its place in the file.
  static func of(
    _ text: String, locate: @escaping (Range<Int>) -> SourceRange
  ) throws(Diagnostics) -> [FormulaToken] {
    var tokens = FormulaTokens(text, locate: locate)
    var found: [FormulaToken] = []
    repeat { found.append(try tokens.next()) } while found.last?.kind != .end
    return found
  }

  private static let signs: [(typed: String, sign: String)] = [
    ("<=", "<="), (">=", ">="), ("<>", "<>"), ("≤", "<="), ("≥", ">="), ("≠", "<>"),
    ("−", "-"), ("–", "-"), ("×", "*"), ("÷", "/"), ("+", "+"), ("-", "-"), ("*", "*"), ("/", "/"),
    ("(", "("), (")", ")"), (",", ","), ("=", "="), ("<", "<"), (">", ">"),
  ].map { ($0.0, $0.1) }

  private mutating func next() throws(Diagnostics) -> FormulaToken {
    while position < text.count, [32, 9, 10, 13].contains(text[position]) { position += 1 }
    let start = position
    guard position < text.count else { return token(.end, from: start) }
    if isDigit(text[position]) || text[position] == 46 {
      if let year = takeYear() { return token(.year(year), from: start) }
      return try number(isMoney: false, from: start)
    }
    if take("£") { return try number(isMoney: true, from: start) }
    if isLetter(text[position]) {
      while position < text.count, isNamePart(text[position]) { position += 1 }
      let name = String(decoding: text[start..<position], as: UTF8.self)
      if name.hasSuffix("-") {
        throw fault(
          start..<position, "'\(name)' ends in a hyphen", "a name or a minus with spaces",
          "names may hold hyphens, so subtraction needs a space on each side: a - b")
      }
      return token(.name(name), from: start)
    }
    for (typed, sign) in FormulaTokens.signs where take(typed) {
      return token(.sign(sign), from: start)
    }
    skipCharacter()
    let found = String(decoding: text[start..<position], as: UTF8.self)
    throw fault(
      start..<position, "'\(found)' has no meaning in a formula",
      "a name, a number, a bracket or one of + - * /", nil)
  }

  private func token(_ kind: FormulaToken.Kind, from start: Int) -> FormulaToken {
    FormulaToken(kind: kind, range: locate(start..<position))
  }

  private mutating func take(_ characters: String) -> Bool {
    guard text[position...].starts(with: characters.utf8) else { return false }
    position += characters.utf8.count
    return true
  }

  private mutating func skipCharacter() {
    repeat { position += 1 } while position < text.count && text[position] & 0xC0 == 0x80
  }

  /// A year such as `2017-18` or `2017/18`, standing by itself.
  private mutating func takeYear() -> FinancialYear? {
    var end = position
    while end < text.count, isDigit(text[end]) { end += 1 }
    guard end == position + 4 else { return nil }
    let dash = text[end...].starts(with: "–".utf8) ? 3 : 1
    guard dash == 3 || (end < text.count && (text[end] == 45 || text[end] == 47)) else {
      return nil
    }
    end += dash
    while end < text.count, isDigit(text[end]) { end += 1 }
    guard end == text.count || !isNamePart(text[end]),
      let year = try? FinancialYear(String(decoding: text[position..<end], as: UTF8.self))
    else { return nil }
    position = end
    return year
  }

  private mutating func number(isMoney: Bool, from start: Int) throws(Diagnostics) -> FormulaToken {
    while position < text.count, isDigit(text[position]) || text[position] == 46 { position += 1 }
    if text[position...].starts(with: ",".utf8),
      text[position...].dropFirst().prefix(while: isDigit).count == 3
    {
      position += 4
      throw fault(
        start..<position,
        "'\(String(decoding: text[start..<position], as: UTF8.self))' has a comma",
        "figures without thousands commas, or a space after the comma",
        "a comma stands between the values of a function: write 1234, or 1, 234")
    }
    while position < text.count, isLetter(text[position]) || text[position] == 37 { position += 1 }
    let typed = String(decoding: text[start..<position], as: UTF8.self)
    do {
      let amount = try AmountText(typed, unit: isMoney ? .pounds : .number)
      switch amount.cell.figure {
      case .money(let money): return token(.money(money), from: start)
      case .number(let number): return token(.number(number), from: start)
      case nil: break
      }
    } catch let found {
      throw fault(start..<position, "'\(typed)' is not a number", found.expected, found.help)
    }
    throw fault(start..<position, "'\(typed)' is not a number", "a number", nil)
  }

  private func fault(
    _ bytes: Range<Int>, _ message: String, _ expected: String, _ help: String?
  ) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .formulaSyntax, message, at: locate(bytes), label: "expected \(expected)", help: help))
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (65...90).contains(byte)
  }
  private func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 45
  }
}
