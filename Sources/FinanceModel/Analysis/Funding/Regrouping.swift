/// The lines of a plan by what one of their fields says, such as the priority that they serve.
///
/// ```swift
/// let regrouping = try plan.forecast().regrouped(by: .priority)
/// ```
///
/// Every line that enters the gap is in it once, with the sign that it has there: positive adds to
/// the gap. The groups add exactly to the plan's remaining gap in every year.
public struct Regrouping: Sendable {
  public let forecast: Forecast
  public let gap: GapStatement
  public let field: LineField
  /// In the order that the plan declares, or else of first appearance; lines without the field last.
  public internal(set) var groups: [Group]

  /// The plan whose lines are regrouped.
  public var plan: Plan { forecast.plan }

  /// The lines that say the same.
  public struct Group: Hashable, Sendable {
    /// What they say; nil for the lines without the field.
    public let value: String?
    public let title: String
    /// In printed order.
    public internal(set) var lines: [GroupedLine]
  }

  /// A line with what it adds to the gap.
  public struct GroupedLine: Hashable, Sendable {
    public let id: Identifier
    public let title: String
    public let section: Identifier?
    public let role: Role
    /// One cell for each plan year.
    public internal(set) var annual: [Cell]
  }

  /// What a group's lines come to.
  public enum Part: Sendable {
    /// All but savings.
    case required
    case savings
    case whole
  }

  /// The declared grouping of the field; nil where the plan has none.
  public var grouping: LineGrouping? { plan.groupings.first { $0.field == field } }

  /// Whether no line has the field.
  public var isEmpty: Bool { groups.allSatisfy { $0.value == nil } }

  /// The titles of the declared values that no line has.
  public var unusedTitles: [String] {
    let used = Set(groups.map(\.value))
    return grouping?.values.filter { !used.contains($0.id) }.map(\.title) ?? []
  }

  /// The lines that are in no gap, and so in no group.
  public var memoranda: [Line] {
    plan.rows.compactMap(\.line).filter { $0.role == .memorandum }
  }
}

extension Regrouping.GroupedLine {
  /// The running sum of what it adds; blank before its first figure.
  public var cumulative: [Cell] {
    var sum: Money?
    return annual.map { cell in
      if let money = cell.money { sum = (sum ?? .zero) + money }
      return sum.map(Cell.money) ?? .blank
    }
  }

  /// Its cells of one kind.
  public func cells(_ effect: Series) -> [Cell] { effect == .annual ? annual : cumulative }
}

extension Regrouping.Group {
  /// Its lines of one part.
  public func lines(_ part: Regrouping.Part) -> [Regrouping.GroupedLine] {
    lines.filter { part == .whole || ($0.role == .saving) == (part == .savings) }
  }
}

extension Regrouping {
  /// What the lines of a group add, or the level that they reach: one amount for each plan year.
  public func total(
    _ group: Group, _ effect: Series, of part: Part = .whole
  ) -> YearSeries<Money> {
    let lines = group.lines(part).map { $0.cells(effect) }
    return YearSeries(
      first: plan.years.years[0],
      values: plan.years.years.indices.map { year in
        lines.reduce(.zero) { $0 + ($1[year].money ?? .zero) }
      })
  }

  /// The remaining gap that the groups add up to.
  public func remaining(_ effect: Series) -> YearSeries<Money> {
    gap.series(.remaining, effect) ?? YearSeries(first: plan.years.years[0], values: [])
  }
}
