/// One reserve year by year: opening balance, contributions, planned use, the gap met, what is left.
///
/// Each list has one amount for each plan year; what is drawn is positive. Opening balance and
/// contributions less use and gap met is the closing balance, in every year.
public struct ReserveBalance: Sendable {
  public let reserve: Reserve
  public let opening: [Money]
  /// What is added: the plan's contributions, and what its lines contribute.
  public let contributions: [Money]
  /// What the plan draws itself: its use, and what its lines draw.
  public let use: [Money]
  /// What is drawn for the remaining gap.
  public let gapMet: [Money]
  /// Below nil where the reserve is short.
  public let closing: [Money]
  /// What it should hold at least; nil where the plan does not say.
  public let minimum: [Money]?

  init(
    _ reserve: Reserve, _ figures: ReserveFigures, drawn: [Money], closing: [Money]
  ) {
    self.reserve = reserve
    let moves = reserve.lines.map(figures.moves)
    func sum(_ part: Reserve.Part, _ sign: (Money) -> Money) -> [Money] {
      figures.amounts(reserve.name(of: part)).enumerated().map { year, amount in
        moves.reduce(amount) { $0 + max(.zero, sign($1[year])) }
      }
    }
    contributions = sum(.contributions) { $0 }
    use = sum(.use) { -$0 }
    gapMet = drawn
    self.closing = closing
    let (added, used) = (contributions, use)
    opening = closing.indices.map { closing[$0] + drawn[$0] + used[$0] - added[$0] }
    minimum = reserve.hasMinimum ? figures.amounts(reserve.name(of: .minimum)) : nil
  }

  /// What it may not fall below: its minimum, and nil where that is not stated or less.
  public var floor: [Money] {
    minimum?.map { max(.zero, $0) } ?? closing.map { _ in .zero }
  }

  /// How far each closing balance is above its minimum; negative where it is short of it.
  public var aboveMinimum: [Money]? {
    minimum.map { zip(closing, $0).map { $0 - $1 } }
  }

  /// The first year that ends below a level, counted from the plan's first, and by how much.
  public func firstBelow(_ level: [Money]) -> (year: Int, short: Money)? {
    closing.indices.first { closing[$0] < level[$0] }.map { ($0, level[$0] - closing[$0]) }
  }

  /// Several reserves added up.
  public struct Sum: Hashable, Sendable {
    /// How many reserves are in it.
    public let count: Int
    public let opening: [Money]
    public let contributions: [Money]
    public let use: [Money]
    public let gapMet: [Money]
    public let closing: [Money]
    /// Of those that have one; nil where none has.
    public let minimum: [Money]?

    init(_ balances: [ReserveBalance], years: Int) {
      func sum(_ series: [[Money]]) -> [Money] {
        (0..<years).map { year in series.reduce(.zero) { $0 + $1[year] } }
      }
      count = balances.count
      opening = sum(balances.map(\.opening))
      contributions = sum(balances.map(\.contributions))
      use = sum(balances.map(\.use))
      gapMet = sum(balances.map(\.gapMet))
      closing = sum(balances.map(\.closing))
      let minimums = balances.compactMap(\.minimum)
      minimum = minimums.isEmpty ? nil : sum(minimums)
    }
  }
}

/// Takes the figures of reserves out of a forecast.
struct ReserveFigures {
  private let forecast: Forecast
  private let rows: [String: Int]
  private let columns: Range<Int>

  init(_ forecast: Forecast) {
    self.forecast = forecast
    columns = forecast.plan.years.planColumns
    rows = Dictionary(
      forecast.plan.rows.indices.compactMap { row in
        forecast.plan.rows[row].id.map { ($0.name, row) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A row's amounts as printed, one for each plan year; a cell that is not a figure is nil pounds.
  func amounts(_ name: String) -> [Money] {
    cells(name).map { $0.cell.money ?? .zero }
  }

  func isProvisional(_ name: String, _ year: Int) -> Bool {
    cells(name)[year].isProvisional
  }

  /// What a line of role reserves adds to its reserve in each year: its level, negative for a draw.
  func moves(_ name: Identifier) -> [Money] {
    guard let row = rows[name.name], let line = forecast.plan.rows[row].line,
      let effects = forecast.effects[row]
    else { return columns.map { _ in .zero } }
    let plan = forecast.plan
    let base = line.baseIsMemo ? nil : plan.years.baseColumn
    let start = base.flatMap { forecast.printed[row][$0].cell.money } ?? .zero
    let isTurned = plan.sections.first { $0.id == line.details.section }?.signs == .incomePositive
    return effects.cumulative.map { effect in
      let level = start + (effect.money ?? .zero)
      return isTurned ? -level : level
    }
  }

  /// One cell for each plan year; none where there is no such row.
  private func cells(_ name: String) -> [ComputedCell] {
    rows[name].map { Array(forecast.printed[$0][columns]) } ?? []
  }
}
