/// What a typist's hand does to one figure.
enum Slip: CaseIterable {
  case sign
  case exchanged
  case point
  case dropped
  case doubled
  case mistyped

  /// The slips, each of them alone, that turn `meant` into `printed`.
  ///
  /// Both are in trillionths, as is `step`, the last printed place.
  static func all(
    from meant: Int128, to printed: Int128, step: Int128, decimals: Int
  ) -> [Slip] {
    guard meant != printed, meant % step == 0 else { return [] }
    if meant == -printed { return [.sign] }
    guard meant != 0, printed != 0 else {
      return isOneDigit(meant + printed, step) ? [.mistyped] : []
    }
    guard (meant < 0) == (printed < 0) else { return [] }
    let (right, wrong) = (Int128(meant.magnitude), Int128(printed.magnitude))
    return allCases.filter { slip in
      switch slip {
      case .sign: false
      case .exchanged: isExchange(right, wrong, step)
      case .point: isPoint(right, wrong, step)
      case .dropped: removals(of: right, step, decimals).contains(wrong)
      case .doubled: doublings(of: right, step, decimals).contains(wrong)
      case .mistyped: isMistyped(right, wrong, step)
      }
    }
  }

  /// Two digits change places, wherever they stand.
  private static func isExchange(_ meant: Int128, _ printed: Int128, _ step: Int128) -> Bool {
    // An exchange moves the number by a multiple of nine.
    guard (meant - printed) % (step * 9) == 0, printed % step == 0 else { return false }
    let count = max(digits(meant / step).count, digits(printed / step).count)
    let (left, right) = (digits(meant / step, count), digits(printed / step, count))
    let differing = left.indices.filter { left[$0] != right[$0] }
    return differing.count == 2 && left[differing[0]] == right[differing[1]]
      && left[differing[1]] == right[differing[0]]
  }

  /// The decimal point stands up to three places too far left or right.
  private static func isPoint(_ meant: Int128, _ printed: Int128, _ step: Int128) -> Bool {
    [10, 100, 1000].contains { (power: Int128) in
      printed == meant * power || meant == printed * power
        || printed >= step * 10
          && printed == FixedPoint.round(meant / power, toMultipleOf: step)
    }
  }

  private static func isMistyped(_ meant: Int128, _ printed: Int128, _ step: Int128) -> Bool {
    guard printed % step == 0 else { return false }
    let (left, right) = (digits(meant / step), digits(printed / step))
    return left.count == right.count && zip(left, right).count { $0 != $1 } == 1
  }

  /// A single digit other than nil, the others being nil.
  private static func isOneDigit(_ value: Int128, _ step: Int128) -> Bool {
    value % step == 0 && digits(Int128((value / step).magnitude)).count { $0 != 0 } == 1
  }

  /// The figures with one digit left out. A digit lost after the point moves no other place up.
  private static func removals(of meant: Int128, _ step: Int128, _ decimals: Int) -> [Int128] {
    let digits = padded(meant / step, decimals)
    return digits.indices.map { place in
      var left = digits
      left.remove(at: place)
      let isAfterPoint = place >= digits.count - decimals
      return number(left) * step * (isAfterPoint ? 10 : 1)
    }
  }

  /// The figures with one digit typed twice.
  private static func doublings(of meant: Int128, _ step: Int128, _ decimals: Int) -> [Int128] {
    let digits = padded(meant / step, decimals)
    return digits.indices.compactMap { place in
      var more = digits
      more.insert(digits[place], at: place)
      let isAfterPoint = place >= digits.count - decimals
      let value = number(more) * step
      if isAfterPoint { return value % 10 == 0 ? value / 10 : nil }
      return value
    }
  }

  private static func padded(_ number: Int128, _ decimals: Int) -> [UInt8] {
    digits(number, decimals + 1)
  }

  /// The decimal digits, at least `count` of them.
  private static func digits(_ number: Int128, _ count: Int = 1) -> [UInt8] {
    let bytes = UInt64(exactly: number).map { Array(String($0).utf8) } ?? Array(String(number).utf8)
    let missing = max(0, count - bytes.count)
    return Array(repeating: 0, count: missing) + bytes.map { $0 - 48 }
  }

  private static func number(_ digits: [UInt8]) -> Int128 {
    digits.reduce(0) { $0 * 10 + Int128($1) }
  }
}
