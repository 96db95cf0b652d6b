/// What the parts of a plan need to know of the whole while they are read.
struct PlanContext {
  let unit: Unit
  let decimals: Int
  let years: PlanYears
  let rounding: LineRounding
  let hasGap: Bool
  /// The declared values of the fields of lines.
  var groupings: [LineGrouping] = []
  var statusDelivery: [StatusDelivery] = []
  let problems: Problems

  /// The column of the year in a scalar; a diagnostic when it is no year of the plan.
  func column(_ scalar: Node.Scalar) -> Int? {
    guard let year = problems.year(scalar) else { return nil }
    if let column = years.column(of: year) { return column }
    let all = years.columns
    problems.add(
      .yearOutsidePlan, "\(year) is not a year of the plan", at: scalar.range,
      expected: all.asExpected)
    return nil
  }

  /// The column of one of the plan's own years; a diagnostic when it is none of them.
  func planColumn(_ scalar: Node.Scalar) -> Int? {
    guard let year = problems.year(scalar) else { return nil }
    if let column = years.column(of: year), years.planColumns.contains(column) { return column }
    problems.add(
      .yearOutsidePlan,
      years.history.contains(year)
        ? "\(year) is before the plan's first year" : "\(year) is not a year of the plan",
      at: scalar.range, expected: years.years.asExpected)
    return nil
  }

  /// A count of figures, as errors name it.
  func figures(_ count: Int) -> String { count == 1 ? "1 figure" : "\(count) figures" }
}

extension [FinancialYear] {
  /// `2017-18 to 2020-21`.
  var span: String {
    guard let first, let last else { return "none to none" }
    return "\(first) to \(last)"
  }

  /// These years as errors expect one of them: `a year from 2017-18 to 2020-21`.
  var asExpected: String {
    isEmpty ? "no year, because the plan has none" : "a year from \(span)"
  }
}

extension Unit {
  /// The decimals of a plan or a table in this unit where nothing else is said.
  var planDecimals: Int { self == .pounds ? 0 : defaultDecimals }

  /// The decimals of a figure in this unit where nothing else is said.
  var defaultDecimals: Int {
    switch self {
    case .pounds, .percent, .number: 2
    case .thousands: 0
    case .millions: 3
    }
  }
}
