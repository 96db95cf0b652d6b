/// A decimal number as its digits, the place of its point and its sign.
struct DecimalDigits {
  let isNegative: Bool
  private let digits: [Int]
  /// How many of the digits stand before the point; may lie outside them.
  private let point: Int

  private init(isNegative: Bool, digits: [Int], point: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.point = point
  }

  /// Reads `-1234.5`, `4.4960000000000004` or `1.2E-5`; nil for anything else.
  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard (1...2).contains(parts.count), parts[0].count <= 400 else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) : 0
    guard let exponent, abs(exponent) < 400 else { return nil }
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.contains(where: { !$0.isEmpty }),
      halves.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let all = halves.joined().compactMap(\.wholeNumberValue)
    // A workbook holds 15 digits; what stands behind them is the noise of binary fractions.
    let leading = all.prefix { $0 == 0 }.count
    let rounded = DecimalDigits.rounded(all, to: leading + 15)
    self.init(
      isNegative: isNegative, digits: rounded.digits,
      point: halves[0].count + exponent + rounded.carry)
  }

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  var magnitude: DecimalDigits { DecimalDigits(isNegative: false, digits: digits, point: point) }

  func shifted(by places: Int) -> DecimalDigits {
    DecimalDigits(isNegative: isNegative, digits: digits, point: point + places)
  }

  /// The first so many digits, rounded half up; `carry` is 1 where that makes one digit more.
  private static func rounded(_ digits: [Int], to count: Int) -> (digits: [Int], carry: Int) {
    guard count < digits.count else { return (digits, 0) }
    guard count >= 0 else { return ([0], 0) }
    var kept = Array(digits[..<count])
    guard digits[count] >= 5 else { return (kept, 0) }
    var place = count - 1
    while place >= 0 {
      if kept[place] < 9 {
        kept[place] += 1
        return (kept, 0)
      }
      kept[place] = 0
      place -= 1
    }
    return ([1] + kept, 1)
  }

  /// Rounded half away from zero; without `decimals`, as many as there are.
  func text(decimals: Int?) -> String {
    let kept: (digits: [Int], carry: Int) =
      decimals.map { DecimalDigits.rounded(digits, to: self.point + $0) } ?? (digits, 0)
    let point = self.point + kept.carry
    func digit(_ place: Int) -> Int {
      kept.digits.indices.contains(place) ? kept.digits[place] : 0
    }
    let whole = point > 0 ? (0..<point).map { String(digit($0)) }.joined() : "0"
    let trimmed = whole.drop { $0 == "0" }
    let count = decimals ?? max(0, kept.digits.count - point)
    var fraction = (0..<count).map { String(digit(point + $0)) }.joined()
    if decimals == nil { while fraction.hasSuffix("0") { fraction.removeLast() } }
    let text = (trimmed.isEmpty ? "0" : String(trimmed)) + (fraction.isEmpty ? "" : "." + fraction)
    return isNegative && !isZero ? "-" + text : text
  }
}
