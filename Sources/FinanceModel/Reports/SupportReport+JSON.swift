extension SupportAnswer {
  /// What `support --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("supports", .array(supports.map { json($0, style) })),
      ("before", gap(before, style)), ("after", gap(after, style)),
      ("structural", style.json(structural, plan)),
      ("recurringYears", .array(recurringYears.map { .string($0.description) })),
      ("unwinding", style.json(unwinding, plan)),
      ("accounts", .array(accounts.map { json($0, style) })),
    ])
  }

  private func gap(_ gap: SupportGap, _ style: ReportStyle) -> JSONValue {
    .object([
      ("annual", style.json(gap.annual, plan)), ("cumulative", style.json(gap.cumulative, plan)),
    ])
  }

  private func json(_ forecast: SupportForecast, _ style: ReportStyle) -> JSONValue {
    let own = forecast.support
    return .object([
      ("id", .string(own.id.name)), ("title", .string(own.title)),
      ("status", .string(own.status.rawValue)), ("repayOver", .integer(own.schedule.years)),
      (
        "annuityRate",
        own.schedule.annuityRate.map {
          .figure(.figure(.number($0)), in: .percent, decimals: 4)
        } ?? .null
      ),
      ("support", list(forecast.drawn, style)), ("interest", list(forecast.interest, style)),
      ("repayment", list(forecast.repayment, style)),
      ("outstanding", list(forecast.outstanding, style)),
      (
        "afterPlan",
        .array(
          forecast.afterPlan.map { repayment in
            .object([
              ("year", .optional(repayment.year?.description)),
              ("repayment", style.json(repayment.amount, plan)),
            ])
          })
      ),
      ("source", .optional(own.source)),
    ])
  }

  private func json(_ forecast: AccountForecast, _ style: ReportStyle) -> JSONValue {
    let own = forecast.account
    return .object([
      ("id", .string(own.id.name)), ("title", .string(own.title)),
      ("overrideEnds", .optional(own.overrideEnds?.description)),
      ("deficit", list(forecast.deficit, style)), ("balance", list(forecast.balance, style)),
      ("interest", list(forecast.interest, style)),
      (
        "reserves",
        forecast.reserves.isEmpty
          ? .null
          : .array(forecast.reserves.map { $0.map { style.json($0, plan) } ?? .null })
      ),
      ("exposure", forecast.exposure.map { exposure($0, style) } ?? .null),
      ("source", .optional(own.source)),
    ])
  }

  private func exposure(
    _ exposure: AccountForecast.Exposure, _ style: ReportStyle
  ) -> JSONValue {
    .object([
      ("year", .string(exposure.year.description)),
      ("balance", style.json(exposure.balance, plan)),
      ("reserves", exposure.reserves.map { style.json($0, plan) } ?? .null),
      ("short", exposure.short.map { style.json($0, plan) } ?? .null),
      ("covered", .bool(exposure.isCovered)),
    ])
  }

  /// The base year first.
  private func list(_ amounts: [Money], _ style: ReportStyle) -> JSONValue {
    .array(amounts.map { style.json($0, plan) })
  }
}
