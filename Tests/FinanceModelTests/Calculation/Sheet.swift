@testable import FinanceModel

/// A small plan in £m with three decimals, from the text of its sections, and what it computes.
///
/// Figures come back as text, one for each plan year, nil as `~`: `4.000 -4.000 ~ 0.000`.
struct Sheet {
  let plan: Plan
  let forecast: Forecast

  /// Reads and computes a plan. `head` holds further keys; `base` is nil for none.
  init(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 4
  ) throws {
    plan = try Sheet.plan(sections, head: head, base: base, years: years)
    forecast = try plan.forecast()
  }

  init(_ plan: Plan) throws {
    self.plan = plan
    forecast = try plan.forecast()
  }

  static func text(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 4
  ) -> String {
    let labels = (0..<years).compactMap { FinancialYear(start: 2017 + $0)?.description }
    let history = base.map { $0.hasPrefix("base-years") ? $0 : "base-year: \($0)" }
    let lines = [
      "plan: sample", "title: Sample", "unit: £m", history,
      "years: [\(labels.joined(separator: ", "))]", head.isEmpty ? nil : head, "sections:",
    ]
    return lines.compactMap { $0 }.joined(separator: "\n") + "\n" + indented(sections) + "\n"
  }

  private static func indented(_ sections: String) -> String {
    sections.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }

  static func plan(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 4
  ) throws -> Plan {
    try Plan(
      SourceFile(
        path: "plan.yaml", text: text(sections, head: head, base: base, years: years)))
  }

  /// The codes of all that is wrong with a plan, in order, each once.
  static func faults(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 4
  ) -> [String] {
    diagnostics(sections, head: head, base: base, years: years).map(\.code.rawValue)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// All that is wrong with a plan.
  static func diagnostics(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 4
  ) -> [Diagnostic] {
    do {
      _ = try Sheet(sections, head: head, base: base, years: years)
      return []
    } catch let found as Diagnostics {
      return found.all
    } catch {
      return []
    }
  }

  // MARK: Figures as text

  /// A row as its table prints it, without the columns before the plan.
  subscript(_ id: String) -> String { printed(id, plan.years.planColumns) }

  /// A row in the columns before the plan.
  func base(_ id: String) -> String { printed(id, 0..<plan.years.planColumns.lowerBound) }

  private func printed(_ id: String, _ columns: Range<Int>) -> String {
    guard let row = position(id), let details = plan.rows[row].details else { return "no \(id)" }
    return columns.map { text(forecast.printed[row][$0].cell, details.unit, details.decimals) }
      .joined(separator: " ")
  }

  func annual(_ id: String) -> String {
    effects(id)?.annual.map(money).joined(separator: " ") ?? ""
  }

  func cumulative(_ id: String) -> String {
    effects(id)?.cumulative.map(money).joined(separator: " ") ?? ""
  }

  func gap(_ kind: GapKind, _ effect: Series = .annual) -> String {
    let values = forecast.gap?.series(kind, effect)?.values
    return values?.map { money(.money($0)) }.joined(separator: " ") ?? "none"
  }

  var cash: String { forecast.gap.map { money(.money($0.cash)) } ?? "none" }
  var unwinding: String { forecast.gap.map { money(.money($0.unwinding)) } ?? "none" }

  /// The years in which a row is provisional.
  func provisionalYears(_ id: String) -> [String] {
    guard let row = position(id) else { return [] }
    return plan.years.columns.indices.filter { forecast.printed[row][$0].isProvisional }
      .map { plan.years.columns[$0].description }
  }

  private func position(_ id: String) -> Int? { plan.rows.firstIndex { $0.id?.name == id } }

  private func effects(_ id: String) -> LineEffects? {
    position(id).flatMap { forecast.effects[$0] }
  }

  private func money(_ cell: Cell) -> String { text(cell, .millions, 3) }

  private func text(_ cell: Cell, _ unit: Unit, _ decimals: Int) -> String {
    let format = AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
    return cell == .blank ? "~" : format.text(cell, in: unit)
  }
}
