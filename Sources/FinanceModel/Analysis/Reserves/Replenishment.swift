/// The equal yearly contributions that bring reserves to their minimum by the end of a year.
///
/// Each is the fewest last places of the plan, in every year from its first to that one, found by
/// running the plan with it. Reserves are taken in the order in which the gap is met from them: what
/// the first is given, later ones need not pay for.
public struct Replenishment: Sendable {
  /// The year by whose end they are to be at their minimum, or at nil where none is stated.
  public let year: FinancialYear
  /// One for each reserve that would be lower, in the order in which they were found.
  public let contributions: [Contribution]
  /// The reserves with all the contributions.
  public let after: ReservesForecast

  /// What one reserve needs.
  public struct Contribution: Sendable {
    public let reserve: Reserve
    /// In each year up to the stated one.
    public let yearly: Money
    /// What it would be short of without it, those before it being made.
    public let short: Money
    /// The change as a scenario has it.
    public let change: String
    /// Whether it is enough; not where no amount is that a figure can hold.
    public let isEnough: Bool
  }

  /// What a reserve holds at the end of the stated year, all contributions made.
  public func closing(of contribution: Contribution) -> Money {
    let year = after.plan.years.years.firstIndex(of: self.year) ?? 0
    return after.balances.first { $0.reserve.id == contribution.reserve.id }?.closing[year] ?? .zero
  }

  /// A scenario file that makes the contributions; nil where none is needed.
  public func file(of question: Question) -> String? {
    if contributions.isEmpty { return nil }
    let base = question.basedOn
    let order =
      after.terms.order.map { order in
        "# Enough where the gap is met in this order: --order \(order.map(\.name).joined(separator: ","))\n"
      } ?? ""
    return order + """
      scenario: replenished
      title: Reserves replenished by \(year)
      based-on: \(base)
      changes:

      """ + contributions.map { "  - \($0.change)\n" }.joined()
  }
}

extension ReservesForecast {
  /// What brings every reserve to its minimum by the end of a year of the plan.
  ///
  /// Nothing is contributed where every one of them is there already.
  public func replenishment(by year: FinancialYear) throws(Diagnostics) -> Replenishment {
    let years = plan.years.years.filter { $0 <= year }
    let listed = plan.reserves.map(\.id)
    var changes: [String] = []
    var found: [Replenishment.Contribution] = []
    var after = self
    for id in order + listed.filter({ !order.contains($0) }) {
      let short = after.short(of: id, in: years.count - 1)
      guard short > .zero, let reserve = plan.reserves.first(where: { $0.id == id }) else {
        continue
      }
      let need = ReplenishingSearch(
        forecast: self, reserve: reserve, years: years, changes: changes)
      let contribution = need.contribution(short: short)
      changes.append(contribution.change)
      found.append(contribution)
      after = try with(changes)
    }
    return Replenishment(year: year, contributions: found, after: after)
  }

  /// By how much a reserve ends a year below what it should hold; nil pounds or less where it does not.
  func short(of id: Identifier, in year: Int) -> Money {
    guard let balance = balances.first(where: { $0.reserve.id == id }) else { return .zero }
    return balance.floor[year] - balance.closing[year]
  }

  /// The reserves of the plan with changes made to it.
  func with(_ changes: [String]) throws(Diagnostics) -> ReservesForecast {
    ReservesForecast(try plan.applying(changes: changes).forecast(), terms)
  }
}

/// Looks for the smallest yearly contribution that is enough for one reserve.
private struct ReplenishingSearch {
  let forecast: ReservesForecast
  let reserve: Reserve
  let years: [FinancialYear]
  /// Those of the reserves before it.
  let changes: [String]

  /// The most steps that are tried: more than any figure has of the smallest places.
  private static let most = 1 << 60

  private var step: Int128 { forecast.plan.lastPlace.step }

  func contribution(short: Money) -> Replenishment.Contribution {
    let likely = likely(short)
    // A plain reserve needs its shortfall in equal parts; one that earns interest, or pays for others, may not.
    var steps = likely
    var isEnough = lacks(likely).map { $0 <= .zero } ?? false
    let isFewest = likely == 1 || (lacks(likely - 1).map { $0 > .zero } ?? false)
    if !isEnough || !isFewest {
      var search = StepSearch { $0 == 0 ? short : lacks($0) }
      let place = search.search(0...Self.most)
      steps = place.steps
      isEnough = place.isClosed
    }
    return Replenishment.Contribution(
      reserve: reserve, yearly: amount(steps), short: short, change: change(steps),
      isEnough: isEnough)
  }

  /// The shortfall in equal parts, rounded up to the last place.
  private func likely(_ short: Money) -> Int {
    let parts = step * Int128(years.count)
    return Int(clamping: (short.trillionths + parts - 1) / parts)
  }

  /// What the reserve is short of with so many steps a year; nil where a figure has no value.
  private func lacks(_ steps: Int) -> Money? {
    try? forecast.with(changes + [change(steps)]).short(of: reserve.id, in: years.count - 1)
  }

  private func amount(_ steps: Int) -> Money { Money(trillionths: Int128(steps) * step) }

  private func change(_ steps: Int) -> String {
    let plan = forecast.plan
    let text = Cell.money(amount(steps)).typed(in: plan.unit, decimals: plan.decimals)
    return "{ name: \(name), line: \(reserve.name(of: .contributions)), add: \(text), "
      + "in: [\(years.map(\.description).joined(separator: ", "))] }"
  }

  /// In quotes, because a title may hold anything.
  private var name: String {
    Node.Scalar.made("Contributions to \(reserve.title)", at: reserve.range).text(inFlow: true)
  }
}
