extension RiskAnswer {
  /// What `risks --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)), ("source", .optional(register.source)),
      ("risks", .array(ranked.map { json($0, style) })),
      (
        "total",
        .object([
          ("lower", style.json(register.total(\.lower), plan)),
          ("upper", style.json(register.total(\.upper), plan)),
          ("midPoint", style.json(register.total(register.midPoint), plan)),
          ("weighted", style.json(register.weighted, plan)),
        ])
      ),
      ("covers", .array(covers.map { json($0, style) })),
    ])
  }

  private func json(_ ranked: RankedRisk, _ style: ReportStyle) -> JSONValue {
    let risk = ranked.risk
    return .object([
      ("id", .string(risk.id.name)), ("title", .string(risk.title)),
      ("rank", .integer(ranked.rank)), ("isTied", .bool(ranked.isTied)),
      ("lower", style.json(risk.lower, plan)), ("upper", style.json(risk.upper, plan)),
      ("midPoint", style.json(ranked.midPoint, plan)),
      (
        "likelihood",
        .figure(
          .figure(.number(risk.likelihood)), in: .percent, decimals: register.likelihoodDecimals)
      ),
      ("weighted", style.json(ranked.weighted, plan)), ("owner", .optional(risk.owner)),
      ("mitigation", .optional(risk.mitigation)), ("note", .optional(risk.note)),
      ("source", .optional(risk.source ?? register.source)),
    ])
  }

  private func json(_ cover: RiskCover, _ style: ReportStyle) -> JSONValue {
    .object([
      ("kind", .string(cover.kind.rawValue)), ("held", style.json(cover.held, plan)),
      ("left", style.json(cover.left, plan)), ("leftAtUpper", style.json(cover.leftAtUpper, plan)),
      ("isShort", .bool(cover.isShort)), ("isProvisional", .bool(cover.isProvisional)),
    ])
  }
}
