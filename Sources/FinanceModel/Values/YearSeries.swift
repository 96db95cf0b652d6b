/// One value for each year of a plan, in order.
public struct YearSeries<Value> {
  /// The first year that has a value.
  public let first: FinancialYear
  /// One value for each year from `first` on.
  public let values: [Value]

  public init(first: FinancialYear, values: [Value]) {
    self.first = first
    self.values = values
  }

  /// The value of a year, or nil outside the series.
  public subscript(year: FinancialYear) -> Value? {
    let offset = year.start - first.start
    return values.indices.contains(offset) ? values[offset] : nil
  }

  /// The same years, each value transformed.
  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> YearSeries<Other> {
    YearSeries<Other>(first: first, values: try values.map(transform))
  }
}

extension YearSeries: Equatable where Value: Equatable {}
extension YearSeries: Hashable where Value: Hashable {}
extension YearSeries: Sendable where Value: Sendable {}

extension YearSeries<Money> {
  /// All the values added.
  public var total: Money { values.reduce(.zero, +) }

  /// Each year's value added to those before it: annual effects become cumulative ones.
  public var runningSum: YearSeries {
    var sum = Money.zero
    return map { value in
      sum += value
      return sum
    }
  }

  /// Year by year. Series that do not cover the same years stop the program.
  public static func + (left: YearSeries, right: YearSeries) -> YearSeries {
    left.merged(with: right, +)
  }

  public static func - (left: YearSeries, right: YearSeries) -> YearSeries {
    left.merged(with: right, -)
  }

  private func merged(with other: YearSeries, _ merge: (Money, Money) -> Money) -> YearSeries {
    precondition(
      first == other.first && values.count == other.values.count,
      "series of different years cannot be added")
    return YearSeries(first: first, values: zip(values, other.values).map(merge))
  }
}
