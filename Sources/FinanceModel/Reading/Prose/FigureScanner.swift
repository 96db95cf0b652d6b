/// Reads the figure or year whose digits begin at a place of a text.
struct FigureScanner {
  let bytes: [UInt8]
  private(set) var place: Int

  enum Found {
    case figure(ProseFigure)
    case year(ProseYear)
    /// Digits that count nothing: a date, a number of a paragraph, `1st`.
    case word
  }

  /// At a `£` or a digit.
  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  mutating func next() -> Found {
    var figure = ProseFigure()
    let hasPounds = take("£")
    // `£(4.5)m` is negative beyond doubt.
    var isInside = false
    if hasPounds {
      figure.kind = .money
      figure.amount.hasPounds = true
      _ = takeSpace()
      isInside = take("(")
      figure.isNegative = isInside || takeMinus()
      guard place < bytes.count, Byte.isDigit(bytes[place]) else { return .word }
    }
    let start = place
    while place < bytes.count, Byte.isDigit(bytes[place]) || isSeparator(place) { place += 1 }
    let digits = bytes[start..<place]
    if !hasPounds {
      if let year = year(digits) { return .year(year) }
      if isPartOfDate { return passRest() }
    }
    read(digits, into: &figure)
    readSuffix(of: &figure)
    if isInside {
      if !take(")") { figure.isReadable = false }
      readSuffix(of: &figure)
    }
    if figure.kind == .number {
      if let year = loneYear(digits, figure) { return .year(year) }
      if place < bytes.count, isWord(bytes[place]) { return passRest() }
      if !figure.isReadable { return .word }
    }
    return .figure(figure)
  }

  // MARK: Digits

  /// A comma or point between two digits.
  private func isSeparator(_ place: Int) -> Bool {
    (bytes[place] == Byte.comma || bytes[place] == Byte.dot) && place + 1 < bytes.count
      && Byte.isDigit(bytes[place + 1])
  }

  private func read(_ digits: ArraySlice<UInt8>, into figure: inout ProseFigure) {
    let halves = digits.split(separator: Byte.dot, omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: Byte.comma, omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups[0].first != UInt8(ascii: "0")
        && groups.dropFirst().allSatisfy { $0.count == 3 }
    figure.isReadable =
      isGrouped && halves.count <= 2 && (halves.count < 2 || !halves[1].contains(Byte.comma))
    figure.zeroGroups =
      groups.dropFirst().reversed()
      .prefix { $0.allSatisfy { $0 == UInt8(ascii: "0") } }.count
    figure.amount.decimals = halves.count > 1 ? halves[1].count : 0
    for digit in digits where Byte.isDigit(digit) {
      figure.amount.append(Unicode.Scalar(digit))
    }
  }

  // MARK: What stands behind

  private mutating func readSuffix(of figure: inout ProseFigure) {
    let start = place
    _ = takeSpace()
    if take("%") {
      if figure.kind != .money { figure.kind = .percent }
      figure.amount.suffix = .percent
      return
    }
    let isAttached = start == place
    let word = lowercasedWord(at: place)
    if isAttached || figure.kind == .money || word.count > 1,
      let suffix = FigureScanner.suffixes[word], figure.amount.suffix == nil
    {
      place += word.utf8.count
      figure.amount.suffix = suffix
      passPounds(&figure)
      return
    }
    if word == "percent" {
      place += word.utf8.count
      setPercent(&figure)
    } else if word == "per" {
      place += 3
      guard takeSpace() || take("-"), lowercasedWord(at: place) == "cent" else {
        place = start
        return
      }
      place += 4
      setPercent(&figure)
    } else if word == "percentage" {
      place += word.utf8.count
      _ = takeSpace()
      let points = lowercasedWord(at: place)
      guard figure.kind == .number, points == "points" || points == "point" else {
        place = start
        return
      }
      place += points.utf8.count
      figure.kind = .points
      figure.amount.suffix = .percent
    } else {
      place = start
      passPounds(&figure)
    }
  }

  private func setPercent(_ figure: inout ProseFigure) {
    if figure.kind != .money { figure.kind = .percent }
    figure.amount.suffix = .percent
  }

  /// `45 million pounds` is money as well.
  private mutating func passPounds(_ figure: inout ProseFigure) {
    let start = place
    _ = takeSpace()
    let word = lowercasedWord(at: place)
    if figure.kind == .number, word == "pounds" {
      place += word.utf8.count
      figure.kind = .money
      figure.amount.hasPounds = true
    } else {
      place = start
    }
  }

  private static let suffixes: [String: TypedAmount.Suffix] = [
    "k": .thousands, "thousand": .thousands, "m": .millions, "mn": .millions, "mill": .millions,
    "million": .millions, "millions": .millions, "bn": .billions, "billion": .billions,
    "billions": .billions,
  ]

  // MARK: Years and dates

  /// `2017-18`, `2017/2018`, `17/18`.
  private mutating func year(_ digits: ArraySlice<UInt8>) -> ProseYear? {
    guard digits.count == 4 || digits.count == 2, let first = number(digits) else { return nil }
    let start = place
    let isSlash = take("/")
    guard isSlash || takeDash() else { return nil }
    let rest = bytes[place...].prefix { Byte.isDigit($0) }
    let behind = rest.endIndex
    guard rest.count == 2 || (rest.count == 4 && digits.count == 4), let last = number(rest),
      behind == bytes.count || !(isWord(bytes[behind]) || bytes[behind] == UInt8(ascii: "/")),
      digits.count == 4 ? (1000...2999).contains(first) : isSlash && last == first + 1
    else {
      place = start
      return nil
    }
    place = behind
    if digits.count == 2 { return ProseYear(start: 2000 + first, end: 2000 + last) }
    let century = first / 100 * 100 + (last < first % 100 && rest.count == 2 ? 100 : 0)
    return ProseYear(start: first, end: rest.count == 2 ? century + last : last)
  }

  private func loneYear(_ digits: ArraySlice<UInt8>, _ figure: ProseFigure) -> ProseYear? {
    guard digits.count == 4, figure.amount.suffix == nil, let year = number(digits),
      (1900...2199).contains(year), place == bytes.count || !isWord(bytes[place])
    else { return nil }
    return ProseYear(start: year, end: nil)
  }

  /// Whether digits go on behind a slash or colon: `03/07/2017`, `10:30`.
  private var isPartOfDate: Bool {
    place + 1 < bytes.count && (bytes[place] == UInt8(ascii: "/") || bytes[place] == Byte.colon)
      && Byte.isDigit(bytes[place + 1])
  }

  private mutating func passRest() -> Found {
    while place < bytes.count,
      isWord(bytes[place])
        || (place + 1 < bytes.count && "/:.-".utf8.contains(bytes[place])
          && Byte.isDigit(bytes[place + 1]))
    { place += 1 }
    return .word
  }

  private func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.reduce(0 as Int?) { sum, digit in
      sum.flatMap { Byte.isDigit(digit) ? $0 * 10 + Int(digit) - 48 : nil }
    }
  }

  // MARK: Bytes

  private func isWord(_ byte: UInt8) -> Bool { Byte.isDigit(byte) || Byte.isLetter(byte) }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[place...].starts(with: text.utf8) else { return false }
    place += text.utf8.count
    return true
  }

  private mutating func takeMinus() -> Bool { take("-") || take("−") || take("–") }

  private mutating func takeDash() -> Bool {
    takeMinus() || take("—") || take("‐") || take("‑")
  }

  /// One space, or as many as stand at the end of a wrapped line.
  private mutating func takeSpace() -> Bool {
    let start = place
    while place < bytes.count, place - start < 100, ProseSpace.length(bytes, at: place) > 0 {
      place += ProseSpace.length(bytes, at: place)
    }
    return place > start
  }

  /// The letters at a place, at most a dozen; blank where a digit follows.
  private func lowercasedWord(at place: Int) -> String {
    let letters = bytes[place...].prefix(12).prefix(while: Byte.isLetter)
    if letters.endIndex < bytes.count, isWord(bytes[letters.endIndex]) { return "" }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }
}

/// The spaces of a text: plain ones and those that typesetters use.
enum ProseSpace {
  /// How many bytes of space begin at a place; 0 where there is none.
  static func length(_ bytes: [UInt8], at place: Int) -> Int {
    if bytes[place] == Byte.space || bytes[place] == Byte.tab { return 1 }
    if bytes[place] == 0xC2, place + 1 < bytes.count, bytes[place + 1] == 0xA0 { return 2 }
    guard bytes[place] == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80 else {
      // The space that some East Asian keyboards type.
      return bytes[place...].starts(with: [0xE3, 0x80, 0x80]) ? 3 : 0
    }
    return (0x80...0x8A).contains(bytes[place + 2]) || bytes[place + 2] == 0xAF ? 3 : 0
  }
}
