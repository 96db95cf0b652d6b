/// A whole number of any size, computed as at school, column by column, four digits to a column.
///
/// The tests hold `FixedPoint` against it. It shares no code and no integer width with it, and it
/// never divides: a quotient is proved by multiplying it out again.
struct SchoolInteger: Equatable {
  let isNegative: Bool
  /// The lowest column first, without leading zeros; empty for nil.
  let columns: [Int]

  private static let base = 10_000

  private init(isNegative: Bool, columns: [Int]) {
    var columns = columns
    while columns.last == 0 { columns.removeLast() }
    self.isNegative = isNegative && !columns.isEmpty
    self.columns = columns
  }

  /// Reads a minus and digits; each other character is a mistake of the test.
  init(_ text: String) {
    var digits = Array(text.utf8)
    let isNegative = digits.first == 45
    if isNegative { digits.removeFirst() }
    var columns: [Int] = []
    while !digits.isEmpty {
      columns.append(digits.suffix(4).reduce(0) { $0 * 10 + Int($1) - 48 })
      digits.removeLast(min(4, digits.count))
    }
    self.init(isNegative: isNegative, columns: columns)
  }

  var magnitude: SchoolInteger { SchoolInteger(isNegative: false, columns: columns) }

  static prefix func - (number: SchoolInteger) -> SchoolInteger {
    SchoolInteger(isNegative: !number.isNegative, columns: number.columns)
  }

  static func + (left: SchoolInteger, right: SchoolInteger) -> SchoolInteger {
    if left.isNegative == right.isNegative {
      return SchoolInteger(isNegative: left.isNegative, columns: added(left, right))
    }
    return isSmaller(left, right)
      ? SchoolInteger(isNegative: right.isNegative, columns: subtracted(right, left))
      : SchoolInteger(isNegative: left.isNegative, columns: subtracted(left, right))
  }

  static func - (left: SchoolInteger, right: SchoolInteger) -> SchoolInteger {
    left + -right
  }

  static func * (left: SchoolInteger, right: SchoolInteger) -> SchoolInteger {
    var product = Array(repeating: 0, count: left.columns.count + right.columns.count + 1)
    for (place, factor) in left.columns.enumerated() {
      for (other, column) in right.columns.enumerated() {
        product[place + other] += factor * column
      }
    }
    for place in 0..<(product.count - 1) {
      product[place + 1] += product[place] / base
      product[place] %= base
    }
    return SchoolInteger(isNegative: left.isNegative != right.isNegative, columns: product)
  }

  /// Whether this is dividend ÷ divisor rounded to a whole number, half away from zero.
  ///
  /// For sizes q, n and d that is q ≤ n/d + 1/2 < q + 1, or without division 2qd ≤ 2n + d < 2qd + 2d.
  func isQuotient(of dividend: SchoolInteger, by divisor: SchoolInteger) -> Bool {
    let two = SchoolInteger("2")
    let (size, by) = (magnitude, divisor.magnitude)
    let low = two * size * by
    let middle = two * dividend.magnitude + by
    let isSignRight =
      columns.isEmpty || isNegative == (dividend.isNegative != divisor.isNegative)
    return isSignRight && !SchoolInteger.isSmaller(middle, low)
      && SchoolInteger.isSmaller(middle, low + two * by)
  }

  // MARK: Sizes, without a sign

  static func isSmaller(_ left: SchoolInteger, _ right: SchoolInteger) -> Bool {
    if left.columns.count != right.columns.count {
      return left.columns.count < right.columns.count
    }
    for (column, other) in zip(left.columns, right.columns).reversed() where column != other {
      return column < other
    }
    return false
  }

  private static func added(_ left: SchoolInteger, _ right: SchoolInteger) -> [Int] {
    var sum: [Int] = []
    var carry = 0
    for place in 0..<max(left.columns.count, right.columns.count) {
      let column = left.column(place) + right.column(place) + carry
      sum.append(column % base)
      carry = column / base
    }
    return sum + [carry]
  }

  /// `left` is not smaller than `right`.
  private static func subtracted(_ left: SchoolInteger, _ right: SchoolInteger) -> [Int] {
    var difference: [Int] = []
    var borrow = 0
    for place in left.columns.indices {
      let column = left.column(place) - right.column(place) - borrow
      borrow = column < 0 ? 1 : 0
      difference.append(column + borrow * base)
    }
    return difference
  }

  private func column(_ place: Int) -> Int {
    place < columns.count ? columns[place] : 0
  }
}
