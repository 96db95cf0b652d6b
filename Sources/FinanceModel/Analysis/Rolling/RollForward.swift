/// A plan moved on by one year: its first year is now the base year, and a last year is added.
///
/// ```swift
/// let rolled = try RollForward(contentsOf: "Scenarios/wiltshire-2017/plan.yaml")
/// ```
///
/// In the years of both plans every line adds what it added before, and the cumulative gap is the
/// same. Money for the old first year only stays as a base-year figure, so that it still unwinds.
public struct RollForward: Sendable {
  public let old: Forecast
  public let new: Forecast
  /// The file of the new plan.
  public let text: String
  /// What the added year holds, for each row and assumption.
  public let assumed: [Assumed]
  /// What belongs to the old table and is not in the new file.
  public let leftOut: [String]
  /// What a reader has to see to in the new file.
  public let notes: [String]
  /// Parts of formulas that read a year before the new plan, each with the amount in its place.
  public let replaced: [Replaced]
  /// Figures that are held as they were.
  public let held: [Held]
  /// Lines of one-off money that unwinds in the new first year, or has done so and is dropped.
  public let oneOffs: [OneOff]
  /// The gap of the new base year, where the file has to state it.
  public let baseGap: Money?
  /// From the old plan to the new one; nil where they have no year in common, or no gap.
  public let movement: Movement?

  /// A part of a formula, such as `base(social-care-levy)`, and the amount that it had.
  public struct Replaced: Hashable, Sendable {
    public let part: String
    public let amount: String
  }

  /// A row that holds figures of the old plan, because its formula would now give others.
  public struct Held: Hashable, Sendable {
    public let id: Identifier
    public let title: String
    public let years: [FinancialYear]
  }

  /// One-off money of the old or the new base year.
  public struct OneOff: Hashable, Sendable {
    public let id: Identifier
    public let title: String
    /// The base-year figure of the old plan, which is dropped; blank for none.
    public let dropped: Cell
    /// The base-year figure of the new plan, which unwinds in its first year; blank for none.
    public let kept: Cell
    public let unit: Unit
    public let decimals: Int
  }

  /// Reads a plan and rolls it. Throws `Diagnostics`, also for a scenario.
  public init(contentsOf path: String) throws(Diagnostics) {
    try self.init(try SourceFile.reading(path: path))
  }

  /// Rolls a plan whose text is already at hand.
  public init(_ file: SourceFile) throws(Diagnostics) {
    let node = try NodeParser.parse(file)
    if try FileKind(node) == .scenario { throw RollForward.isScenario(node) }
    let plan = try PlanLoader.plan(node)
    guard let years = RolledYears(plan.years) else { throw RollForward.hasNoNextYear(plan) }
    let before = Evaluator(PlanIndex(plan))
    let old = try before.forecast()
    let name = file.name
    var matcher = RollMatcher(years: years, old: before, forecast: old, node: node)
    while true {
      var roller = PlanRoller(
        node: node, years: years, plan: plan, evaluator: before, edits: matcher.edits, name: name)
      let (text, log) = roller.rolled()
      let rolled = try Plan(SourceFile(path: "\(file.path) (rolled)", text: text))
      let after = Evaluator(PlanIndex(rolled))
      let new: Forecast
      do throws(Diagnostics) {
        new = try after.forecast()
      } catch {
        if matcher.improve(after: error, in: rolled) { continue }
        throw RollForward.isBlank(plan, years) ?? error
      }
      if matcher.improve(for: after, new) { continue }
      self.old = old
      self.new = new
      self.text = text
      assumed = log.assumed.map { $0.delivered(in: new) }
      leftOut = log.leftOut
      notes = log.notes
      replaced = matcher.edits.amounts.sorted { $0.key < $1.key }
        .map { Replaced(part: $0.key, amount: $0.value) }
      held = RollForward.held(matcher.edits, in: plan)
      oneOffs = RollForward.oneOffs(old, new)
      baseGap = matcher.edits.baseGap
      movement = try RollForward.movement(from: old, to: new)
      return
    }
  }

  private static func movement(
    from old: Forecast, to new: Forecast
  ) throws(Diagnostics) -> Movement? {
    func version(_ forecast: Forecast) -> Movement.Version? {
      let last = forecast.plan.years.years.last?.description ?? ""
      return Movement.Version(title: "Plan to \(last)", forecast: forecast)
    }
    guard old.plan.years.years.count > 1, let before = version(old), let after = version(new) else {
      return nil
    }
    return try MovementBuilder(old: before, new: after).movement().proved()
  }

  private static func held(_ edits: RollEdits, in plan: Plan) -> [Held] {
    plan.rows.compactMap { row in
      guard let details = row.details, let years = edits.frozen[details.id]?.keys.sorted() else {
        return nil
      }
      return Held(id: details.id, title: details.title, years: years)
    }
  }

  private static func oneOffs(_ old: Forecast, _ new: Forecast) -> [OneOff] {
    old.plan.rows.indices.compactMap { row in
      guard let line = old.plan.rows[row].line, line.basis == .oneOff || line.role == .reserves,
        line.role != .memorandum, row < new.plan.rows.count
      else { return nil }
      let dropped = line.baseIsMemo ? .blank : base(of: row, in: old)
      let kept = base(of: row, in: new)
      let isNil = [dropped, kept].allSatisfy { $0.figure?.isZero ?? true }
      return isNil
        ? nil
        : OneOff(
          id: line.id, title: line.details.title, dropped: dropped, kept: kept,
          unit: line.details.unit, decimals: line.details.decimals)
    }
  }

  private static func base(of row: Int, in forecast: Forecast) -> Cell {
    guard let column = forecast.plan.years.baseColumn,
      let entry = forecast.plan.rows[row].details?.entries[column]
    else { return .blank }
    return switch entry {
    case .typed(let cell, _): cell
    case .formula: forecast.printed[row][column].cell
    case .blank: .blank
    }
  }

  // MARK: What cannot be rolled

  private static func isScenario(_ node: Node) -> Diagnostics {
    let plan = node["based-on"]?.text
    return Diagnostics(
      Diagnostic(
        .wrongType, "a scenario cannot be rolled", at: node.scalars.first?.range ?? node.range,
        label: "expected a plan",
        help: "roll its plan"
          + (plan.map { ", '\($0)', and base the scenario on the new one" } ?? "")))
  }

  /// Nil where no assumption is left blank in the added year.
  private static func isBlank(_ plan: Plan, _ years: RolledYears) -> Diagnostics? {
    let blank = plan.assumptions.filter { $0.extends == .blank }
    if blank.isEmpty { return nil }
    return Diagnostics(
      blank.map { assumption in
        Diagnostic(
          .assumptionWithoutValue,
          "'\(assumption.id)' is left blank in \(years.added), where the plan needs it",
          at: assumption.range, label: "expected 'extends: last' or a value",
          help: "say what it is assumed to be in the added year")
      })
  }

  private static func hasNoNextYear(_ plan: Plan) -> Diagnostics {
    let last = plan.years.years.last
    return Diagnostics(
      Diagnostic(
        last == nil ? .missingKey : .badYear,
        last.map { "no year can follow \($0)" } ?? "a plan without years cannot be rolled",
        at: plan.range.firstLine,
        label: last == nil ? "expected 'years'" : "expected a plan that ends before 2198-99"))
  }
}

extension RollForward.Assumed {
  /// With what the rest of a full-year effect adds, its share delivered counted.
  fileprivate func delivered(in new: Forecast) -> RollForward.Assumed {
    guard rule == .fullYear, let row = new.plan.rows.firstIndex(where: { $0.id?.name == id }),
      let details = new.plan.rows[row].details, let added = new.effects[row]?.annual.last
    else { return self }
    let value = added.typed(in: details.unit, decimals: details.decimals)
    return RollForward.Assumed(id: id, title: title, rule: rule, value: value)
  }
}

extension SourceFile {
  /// How a comment calls the file: the last part of its path.
  fileprivate var name: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasPrefix("<") ? String(last.dropFirst().dropLast()) : last
  }
}
