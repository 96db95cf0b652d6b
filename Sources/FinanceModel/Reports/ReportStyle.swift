/// In what a report prints its figures, where that is not the plan's own way.
public struct ReportStyle: Hashable, Sendable {
  /// The unit for figures in the plan's unit; nil is the plan's. Other rows keep their own.
  public var unit: Unit?
  /// The decimals of those figures; nil is the plan's, or the usual ones of another unit.
  public var decimals: Int?
  /// The kind of effect to show; nil is both.
  public var effect: Series?
  /// How negative figures are marked in tables and sentences.
  public var negatives: AmountFormat.Negatives
  /// The kinds of effect to show, in order.
  var effects: [Series] { effect.map { [$0] } ?? [.annual, .cumulative] }

  public init(
    unit: Unit? = nil, decimals: Int? = nil, effect: Series? = nil,
    negatives: AmountFormat.Negatives = .brackets
  ) {
    self.unit = unit
    self.decimals = decimals
    self.effect = effect
    self.negatives = negatives
  }

  func unit(_ plan: Plan) -> Unit { unit ?? plan.unit }

  func decimals(_ plan: Plan) -> Int {
    decimals ?? (unit == nil || unit == plan.unit ? plan.decimals : unit(plan).defaultDecimals)
  }

  /// A figure of the plan.
  func cell(_ money: Money, _ plan: Plan) -> ReportCell {
    .money(money, unit(plan), decimals: decimals(plan))
  }

  /// A row of a gap: a figure for each year, and their total for what each year adds.
  func row(
    _ kind: ReportTable.Row.Kind, _ label: String, _ series: YearSeries<Money>, _ effect: Series,
    _ plan: Plan
  ) -> ReportTable.Row {
    let figures = series.values + (effect == .annual ? [series.total] : [])
    return ReportTable.Row(kind, label, figures.map { cell($0, plan) })
  }

  /// A table of a gap, with a column for each year, and for their total where years add up.
  func table(
    _ caption: String, _ effect: Series, _ plan: Plan, rows: [ReportTable.Row]
  ) -> ReportTable {
    ReportTable(
      caption: caption, unit: unit(plan),
      columns: plan.years.years.map(\.description) + (effect == .annual ? ["Total"] : []),
      rows: rows)
  }

  /// A cell of a row, in its own unit where it has one.
  func cell(
    _ cell: Cell, _ details: RowDetails, _ plan: Plan, column: Int? = nil
  ) -> ReportCell {
    let style = style(details, plan, column: column)
    return .amount(cell, style.unit, decimals: style.decimals)
  }

  func json(
    _ cell: Cell, _ details: RowDetails, _ plan: Plan, column: Int? = nil
  ) -> JSONValue {
    let style = style(details, plan, column: column)
    return .figure(cell, in: style.unit, decimals: style.decimals)
  }

  func json(_ series: YearSeries<Money>, _ plan: Plan) -> JSONValue {
    .array(series.values.map { json($0, plan) })
  }

  func json(_ money: Money, _ plan: Plan) -> JSONValue {
    .figure(money, in: unit(plan), decimals: decimals(plan))
  }

  /// In what a row's figure is printed; the report's own style where the row has the plan's.
  func style(_ details: RowDetails, _ plan: Plan, column: Int? = nil) -> CellStyle {
    let own = column.map(details.style) ?? CellStyle(unit: details.unit, decimals: details.decimals)
    return style(unit: own.unit, decimals: own.decimals, plan)
  }

  /// The report's own style for what is printed as the plan is, and for all else its own.
  func style(unit own: Unit, decimals places: Int, _ plan: Plan) -> CellStyle {
    own == plan.unit && places == plan.decimals
      ? CellStyle(unit: unit(plan), decimals: decimals(plan))
      : CellStyle(unit: own, decimals: places)
  }

  /// In what a line's effects are printed: money in the unit of the page, whatever the line's own.
  func effectStyle(_ details: RowDetails, _ plan: Plan) -> CellStyle {
    details.unit.isMoney
      ? CellStyle(unit: unit(plan), decimals: decimals(plan)) : style(details, plan)
  }

  /// What a line adds to the years of a plan, or its running sum.
  func json(_ effects: [Cell], _ details: RowDetails, _ plan: Plan) -> JSONValue {
    let style = effectStyle(details, plan)
    return .array(effects.map { .figure($0, in: style.unit, decimals: style.decimals) })
  }

  func text(_ money: Money, _ plan: Plan) -> String {
    let format = AmountFormat(
      decimals: decimals(plan), negatives: negatives, groupsThousands: true)
    return unit(plan).phrase(format.text(money, in: unit(plan)))
  }
}

extension Plan {
  /// The authority and the title, as reports head their pages.
  var heading: String {
    [authority, title].compactMap { $0 }.joined(separator: ": ")
  }

  /// What every JSON result says of the plan.
  func json(_ style: ReportStyle) -> JSONValue {
    .object([
      ("id", .string(id.name)), ("title", .string(title)), ("authority", .optional(authority)),
      ("unit", .string(style.unit(self).rawValue)), ("decimals", .integer(style.decimals(self))),
      ("baseYear", .optional(years.base?.description)),
      ("years", .array(years.years.map { .string($0.description) })),
    ])
  }
}
