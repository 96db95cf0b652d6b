/// Reads one amount from left to right: sign, `£` and bracket, digits, unit, closing bracket.
///
/// It knows how an amount is spelt, not what it counts: that is `TypedAmount`'s part.
struct AmountScanner {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var end: Int

  init(_ text: String, footnotes: Bool) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    end = scalars.count
    skipSpace()
    dropTrailingSpace()
    if footnotes { dropFootnotes() }
  }

  /// One of the four cells that are not a figure, or nil.
  func mark() -> Cell? {
    switch (current, end - position) {
    case (nil, _): .blank
    case ("~", 1): .blank
    case ("-", 1), ("‐", 1), ("‑", 1), ("–", 1), ("—", 1), ("−", 1): .dash
    case ("t", 3), ("T", 3): remainder == "tbc" ? .toBeConfirmed : nil
    case ("n", 3), ("N", 3):
      remainder == "n/a" ? .notApplicable : remainder == "nil" ? .dash : nil
    default: nil
    }
  }

  mutating func amount() throws(AmountFault) -> TypedAmount {
    let start = position
    var amount = TypedAmount(characters: characters(start..<end))
    let open = try readSigns(of: &amount)
    let signs = start..<position
    try readDigits(of: &amount)
    amount.suffix = suffix()
    if let open {
      guard take(")") else {
        throw position == end ? .unclosed(at: characters(open..<end)) : unexpected()
      }
      amount.suffix = amount.suffix ?? suffix()
    }
    try readMark(of: &amount, after: signs)
    guard position == end else { throw unexpected() }
    return amount
  }

  /// Reads `A` for adverse, which is positive, or `F` for favourable: `500 A`, `120(F)`.
  private mutating func readMark(of amount: inout TypedAmount, after signs: Range<Int>)
    throws(AmountFault)
  {
    guard position < end else { return }
    let rest = scalars[position..<end].filter { !isSpace($0) }
    guard ["A", "F", "(A)", "(F)"].contains(String(String.UnicodeScalarView(rest))) else { return }
    // A bracket or minus may say once more what F says, and a plus what A says.
    let isFavourable = rest.contains("F")
    if scalars[signs].contains(where: { !isSpace($0) && $0 != "£" }),
      amount.isNegative != isFavourable
    {
      throw .twoSigns(at: characters(position..<end))
    }
    amount.isNegative = isFavourable
    position = end
  }

  /// Reads what stands before the digits, in any order; returns the place of an opening bracket.
  private mutating func readSigns(of amount: inout TypedAmount) throws(AmountFault) -> Int? {
    var sign: Int?
    var open: Int?
    while let scalar = current {
      let place = position
      switch scalar {
      case "-", "−", "–", "‐", "‑", "+":
        if let first = sign ?? open { throw .twoSigns(at: characters(first..<(place + 1))) }
        sign = place
        amount.isNegative = scalar != "+"
      case "(":
        if let sign { throw .twoSigns(at: characters(sign..<(place + 1))) }
        if open != nil { throw unexpected() }
        open = place
        amount.isNegative = true
      case "£" where !amount.hasPounds:
        amount.hasPounds = true
      default:
        return open
      }
      position += 1
      skipSpace()
    }
    return open
  }

  private mutating func readDigits(of amount: inout TypedAmount) throws(AmountFault) {
    let start = position
    while let scalar = current, isDigit(scalar) || scalar == "," { position += 1 }
    let whole = scalars[start..<position]
    if whole.contains(","), !AmountScanner.groupsThousands(whole) {
      throw .comma(at: characters(start..<position), in: text)
    }
    var decimals = scalars[position..<position]
    if current == "." {
      let point = position
      position += 1
      while let scalar = current, isDigit(scalar) { position += 1 }
      decimals = scalars[(point + 1)..<position]
      if decimals.isEmpty { throw .noDigitsAfterPoint(at: characters(point..<(point + 1))) }
    }
    if whole.isEmpty && decimals.isEmpty { throw missing() }
    for digit in whole where digit != "," { amount.append(digit) }
    for digit in decimals { amount.append(digit) }
    amount.decimals = decimals.count
    skipSpace()
  }

  /// Whether the first group has one to three digits and no leading 0, and each other has three.
  private static func groupsThousands(_ whole: ArraySlice<Unicode.Scalar>) -> Bool {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && groups[0].first != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static let words: [String: TypedAmount.Suffix] = [
    "thousand": .thousands, "mn": .millions, "million": .millions, "bn": .billions,
    "billion": .billions,
  ]

  /// `%`, `k`, `m`, `bn` or the word for it. Any other word is left where it stands, to be reported whole.
  private mutating func suffix() -> TypedAmount.Suffix? {
    let word = scalars[position..<end].prefix(while: isLetter)
    let letters = word.count
    let suffix: TypedAmount.Suffix? =
      switch (current, letters) {
      case ("%", _): .percent
      case (_, 0): nil
      case ("k", 1), ("K", 1): .thousands
      case ("m", 1), ("M", 1): .millions
      default: AmountScanner.words[String(String.UnicodeScalarView(word)).lowercased()]
      }
    if suffix != nil {
      position += max(letters, 1)
      skipSpace()
    }
    return suffix
  }

  // MARK: Faults

  /// The fault of text that stands where the amount should go on.
  private func unexpected() -> AmountFault {
    switch current {
    case "(", ")": return .strayBracket(at: characters(position..<(position + 1)))
    case ",": return .comma(at: characters(position..<(position + 1)), in: text)
    default:
      let word = scalars[position..<end].prefix { !isSpace($0) && $0 != ")" }
      return .stray(at: characters(position..<(position + word.count)))
    }
  }

  /// The fault of an amount without digits: at what stands in their place, or at all of it.
  private func missing() -> AmountFault {
    current == nil || current == ")" ? .stray(at: characters(0..<end)) : unexpected()
  }

  /// The characters that hold a range of scalars: a letter and its accent are one character.
  private func characters(_ range: Range<Int>) -> Range<Int> {
    // Below U+0300 each scalar is a character, but for a line end of two.
    guard !scalars.allSatisfy({ $0.value < 0x300 && $0 != "\r" }) else { return range }
    var scalar = 0
    var lower: Int?
    var upper = 0
    for (index, character) in text.enumerated() where scalar < range.upperBound {
      scalar += character.unicodeScalars.count
      if lower == nil, scalar > range.lowerBound { lower = index }
      upper = index + 1
    }
    return (lower ?? upper)..<upper
  }

  // MARK: Scalars

  private var current: Unicode.Scalar? {
    position < end ? scalars[position] : nil
  }

  /// What is left to read, in lower case.
  private var remainder: String {
    scalars[position..<end].reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    skipSpace()
    return true
  }

  private mutating func skipSpace() {
    while let scalar = current, isSpace(scalar) { position += 1 }
  }

  private mutating func dropTrailingSpace() {
    while end > position, isSpace(scalars[end - 1]) { end -= 1 }
  }

  /// Drops `*`, `†`, `‡`, `#`, raised digits and bracketed numbers such as `[1]` after something.
  private mutating func dropFootnotes() {
    let whole = end
    while let start = footnoteStart() {
      end = start
      dropTrailingSpace()
    }
    if end == position { end = whole }
  }

  private func footnoteStart() -> Int? {
    guard end > position else { return nil }
    if "*†‡#⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.contains(scalars[end - 1]) { return end - 1 }
    let open: Unicode.Scalar
    switch scalars[end - 1] {
    case "]": open = "["
    case ")": open = "("
    default: return nil
    }
    let inside = scalars[position..<(end - 1)].reversed().prefix { isDigit($0) || isSmall($0) }
    let start = end - 2 - inside.count
    guard start >= position, scalars[start] == open,
      (1...3).contains(inside.count) && inside.allSatisfy(isDigit) || inside.count == 1
    else { return nil }
    // Round brackets are a note only behind a figure: (1) alone is minus 1.
    let before = scalars[position..<start].last { !isSpace($0) }
    return open == "[" || before.map { isDigit($0) || "%)".unicodeScalars.contains($0) } == true
      ? start : nil
  }
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case " ", "\t", "\u{A0}", "\u{2009}", "\u{202F}": true
  default: false
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar)
}

private func isSmall(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}
