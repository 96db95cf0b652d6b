extension FundingOutlook {
  /// What `funding --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)),
      ("sizes", byStatus { .array($0.map { style.json($0, plan) }) }),
      ("shares", byStatus { .array(shares($0).map(percentage)) }),
      ("lines", .array(lines.map { json($0, style) })),
      ("ends", .array(ending.compactMap { end($0, style) })),
      ("rolls", .array(rolls.map { json($0, style) })),
    ])
  }

  private func byStatus(_ value: ([Money]) -> JSONValue) -> JSONValue {
    .object(
      FundingOutlook.statuses.map { ($0?.rawValue ?? "notStated", value(size($0))) }
        + [("all", value(size)), ("notFinal", value(notFinal))])
  }

  private func percentage(_ share: Rate?) -> JSONValue {
    share.map { .figure(.figure(.number($0)), in: .percent, decimals: 1) } ?? .null
  }

  private func json(_ line: FundingLine, _ style: ReportStyle) -> JSONValue {
    .object([
      ("id", .string(line.id.name)), ("title", .string(line.title)),
      ("section", .optional(line.section?.name)), ("role", .string(line.role.rawValue)),
      ("isWhole", .bool(line.isWhole)),
      ("levels", .array(line.levels.map { style.json($0, plan) })),
      ("statuses", .array(line.statuses.map { .optional($0?.rawValue) })),
    ])
  }

  private func end(_ line: FundingLine, _ style: ReportStyle) -> JSONValue? {
    line.end.map { end in
      .object([
        ("id", .string(line.id.name)), ("year", .string(end.year.description)),
        ("amount", style.json(end.amount, plan)),
        ("takenOut", end.takenOut.map { style.json($0, plan) } ?? .null),
        (
          "counted",
          end.counted.map { counted in
            .object([
              ("year", .string(counted.year.description)),
              ("amount", style.json(counted.amount, plan)),
            ])
          } ?? .null
        ),
      ])
    }
  }

  private func json(_ roll: RolledMoney, _ style: ReportStyle) -> JSONValue {
    func part(_ part: RolledMoney.Part) -> JSONValue {
      .object([("id", .string(part.id.name)), ("annual", style.json(part.annual, plan))])
    }
    return .object([
      ("into", part(roll.into)), ("lines", .array(roll.lines.map(part))),
      ("difference", style.json(roll.difference, plan)), ("matches", .bool(roll.matches)),
    ])
  }
}
