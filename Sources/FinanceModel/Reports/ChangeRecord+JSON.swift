extension ChangeRecord {
  /// What `run --format json` holds of one change: every line and assumption that it reaches.
  func json(_ style: ReportStyle, _ plan: Plan) -> JSONValue {
    .object([
      ("name", .string(change.name)), ("place", change.range.json),
      ("rows", .array(rows.map { $0.json(style, plan) })),
    ])
  }
}

extension ChangedRow {
  fileprivate func json(_ style: ReportStyle, _ plan: Plan) -> JSONValue {
    let shown = style.style(unit: unit, decimals: decimals, plan)
    func cells(_ cells: [Cell]) -> JSONValue {
      .array(cells.map { .figure($0, in: shown.unit, decimals: shown.decimals) })
    }
    return .object([
      ("id", .string(id.name)), ("title", .string(title)),
      ("unit", .string(shown.unit.rawValue)), ("before", before.map(cells) ?? .null),
      ("after", cells(after)), ("years", names(years, plan)), ("setAt", wasSetAt.json),
      (
        "overlaps",
        .array(
          overlaps.map { overlap in
            .object([
              ("change", .string(overlap.change)), ("place", overlap.place.json),
              ("years", names(overlap.years, plan)),
            ])
          })
      ),
    ])
  }

  private func names(_ years: [Int], _ plan: Plan) -> JSONValue {
    .array(years.map { .string(plan.years.years[$0].description) })
  }
}

extension BeyondPlan {
  func json(_ style: ReportStyle, _ plan: Plan) -> JSONValue {
    .object([
      ("id", .string(id.name)), ("title", .string(title)), ("amount", style.json(amount, plan)),
      ("change", .optional(change)),
    ])
  }
}
