@testable import FinanceModel

/// A small plan in £m with reserves, and what becomes of them, as text.
///
/// Over 2017-18 to 2020-21 its remaining gap is 2, 1, 0 and 0 a year unless `gap` says otherwise.
struct Reserved {
  let plan: Plan
  let forecast: ReservesForecast

  /// `reserves` are the keys of one reserve on each line, after `id: a`, `id: b` and so on.
  init(
    _ reserves: String, gap: String = "[2.000, 1.000, 0.000, 0.000]", lines: String = "",
    head: String = "", terms: ReservesForecast.Terms = ReservesForecast.Terms(),
    base: String? = "2016-17"
  ) throws {
    try self.init(
      Sheet.plan(
        Self.sections(gap, lines), head: Self.head(reserves, head), base: base), terms)
  }

  init(_ plan: Plan, _ terms: ReservesForecast.Terms = ReservesForecast.Terms()) throws {
    self.plan = plan
    forecast = try plan.forecast().reserves(terms)
  }

  static func sections(_ gap: String, _ lines: String) -> String {
    """
    - { id: growth, role: pressure, lines: [{ id: pay, recurring: \(gap) }] }
    \(lines)
    """
  }

  static func head(_ reserves: String, _ head: String = "") -> String {
    let items = reserves.split(separator: "\n").enumerated().map { offset, keys in
      "  - { id: \("abcdefgh".dropFirst(offset).prefix(1)), \(keys) }"
    }
    return (["reserves:"] + items + (head.isEmpty ? [] : [head])).joined(separator: "\n")
  }

  /// What is wrong with a plan with such reserves, each with its code.
  static func faults(_ reserves: String, lines: String = "", head: String = "") -> [String] {
    Sheet.diagnostics(
      sections("[2.000, 1.000, 0.000, 0.000]", lines), head: Self.head(reserves, head)
    ).map { "\($0.message) [\($0.code.rawValue)]" }
  }

  func with(_ changes: String) throws -> Reserved {
    try Reserved(plan.applying(Sheet.scenario(changes)), forecast.terms)
  }

  subscript(_ id: String) -> ReserveBalance {
    get throws {
      guard let found = forecast.balances.first(where: { $0.reserve.id.name == id }) else {
        throw Diagnostics([])
      }
      return found
    }
  }

  /// Closing balances: `8.000 5.000 2.000 -1.000`.
  func closing(_ id: String) throws -> String { Self.text(try self[id].closing) }

  static func text(_ amounts: [Money]) -> String {
    amounts.map(text).joined(separator: " ")
  }

  static func text(_ amount: Money) -> String {
    AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
      .text(amount, in: .millions)
  }

  /// `b in 2018-19 short of 1.000`.
  func text(_ breach: ReserveBreach?) -> String {
    breach.map { breach in
      "\(forecast.balances[breach.reserve].reserve.id) in \(plan.years.years[breach.year]) short "
        + "of \(Self.text(breach.short))"
    } ?? "none"
  }
}
