extension ReservesForecast {
  /// What `reserves --format json` holds; `docs/json.md` describes it.
  public func json(
    replenishment: Replenishment? = nil, style: ReportStyle = ReportStyle()
  ) -> JSONValue {
    func list(_ amounts: [Money]?) -> JSONValue {
      amounts.map { .array($0.map { style.json($0, plan) }) } ?? .null
    }
    return .object([
      ("schema", 1), ("plan", plan.json(style)), ("withoutGap", .bool(terms.leavesOutGap)),
      ("order", .array(order.map { .string($0.name) })),
      ("reserves", .array(balances.map { json($0, style) })),
      ("general", json(total(of: .general), style)),
      ("earmarked", json(total(of: .earmarked), style)), ("total", json(total(), style)),
      (
        "gap",
        remaining == nil
          ? .null
          : .object([
            ("remaining", list(remaining)), ("notMet", list(notMet)),
            ("structural", list(structural)), ("structuralMet", list(recurringMet)),
          ])
      ),
      ("firstBelowMinimum", json(firstBreach, style)), ("firstShort", json(firstShort, style)),
      ("unassigned", .array(unassigned.map { .string($0.id.name) })),
      ("provisionalYears", .array(provisionalYears.map { .string($0.description) })),
      ("replenishment", replenishment.map { json($0, style) } ?? .null),
    ])
  }

  private func json(_ balance: ReserveBalance, _ style: ReportStyle) -> JSONValue {
    let reserve = balance.reserve
    return .object(
      [
        ("id", .string(reserve.id.name)), ("title", .string(reserve.title)),
        ("kind", .string(reserve.kind.rawValue)),
        ("lines", .array(reserve.lines.map { .string($0.name) })),
      ] + members(ReserveBalance.Sum([balance], years: plan.years.years.count), style))
  }

  private func json(_ sum: ReserveBalance.Sum, _ style: ReportStyle) -> JSONValue {
    .object(members(sum, style))
  }

  /// With the sign of what each does to the balance, so that they add up to it.
  private func members(_ sum: ReserveBalance.Sum, _ style: ReportStyle) -> [(String, JSONValue)] {
    func list(_ amounts: [Money]) -> JSONValue { .array(amounts.map { style.json($0, plan) }) }
    return [
      ("opening", list(sum.opening)), ("contributions", list(sum.contributions)),
      ("use", list(sum.use.map { -$0 })), ("gapMet", list(sum.gapMet.map { -$0 })),
      ("closing", list(sum.closing)), ("minimum", sum.minimum.map(list) ?? .null),
      (
        "aboveMinimum",
        sum.minimum.map { list(zip(sum.closing, $0).map { $0 - $1 }) } ?? .null
      ),
    ]
  }

  private func json(_ breach: ReserveBreach?, _ style: ReportStyle) -> JSONValue {
    breach.map { breach in
      .object([
        ("reserve", .string(balances[breach.reserve].reserve.id.name)),
        ("year", .string(plan.years.years[breach.year].description)),
        ("short", style.json(breach.short, plan)),
      ])
    } ?? .null
  }

  private func json(_ replenishment: Replenishment, _ style: ReportStyle) -> JSONValue {
    .object([
      ("by", .string(replenishment.year.description)),
      (
        "contributions",
        .array(
          replenishment.contributions.map { contribution in
            .object([
              ("reserve", .string(contribution.reserve.id.name)),
              ("short", style.json(contribution.short, plan)),
              ("yearly", style.json(contribution.yearly, plan)),
              ("closing", style.json(replenishment.closing(of: contribution), plan)),
              ("isEnough", .bool(contribution.isEnough)),
              ("change", .string(contribution.change)),
            ])
          })
      ),
    ])
  }
}
