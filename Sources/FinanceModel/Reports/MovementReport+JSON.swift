extension Movement {
  /// What `movement --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let words = MovementWords(movement: self, style: style)
    return .object([
      ("schema", 1), ("plan", new.plan.json(style)),
      (
        "old",
        .object([
          ("id", .string(old.plan.id.name)), ("title", .string(old.title)),
          ("years", .array(old.plan.years.years.map { .string($0.description) })),
        ])
      ),
      ("opening", gap(words.opening, opening, style)),
      ("start", style.json(start, new.plan)),
      ("carried", .array(carried.map { json($0, style) })),
      (
        "groups",
        .array(
          groups.map { group in
            .object([
              ("section", .optional(group.section?.name)), ("title", .optional(group.title)),
              ("rows", .array(group.rows.map { json($0, style) })),
            ])
          })
      ),
      ("closing", gap(words.closing, closing, style)),
      (
        "notes",
        .array(
          words.notes.map {
            .object([("letter", .string($0.letter)), ("text", .string($0.text))])
          })
      ),
      ("remarks", .array(words.remarks.map(JSONValue.string))),
      ("findings", .array(words.findings.map(JSONValue.string))),
    ])
  }

  private func gap(
    _ title: String, _ series: (Series) -> YearSeries<Money>, _ style: ReportStyle
  ) -> JSONValue {
    .object([
      ("title", .string(title)), ("annual", style.json(series(.annual), new.plan)),
      ("cumulative", style.json(series(.cumulative), new.plan)),
    ])
  }

  private func json(_ row: Row, _ style: ReportStyle) -> JSONValue {
    func figure(_ cell: Cell) -> JSONValue {
      .figure(cell, in: style.unit(new.plan), decimals: style.decimals(new.plan))
    }
    return .object([
      ("id", .string(row.id.name)), ("title", .string(row.title)),
      ("kind", .string(row.kind.rawValue)), ("letter", .optional(row.letter?.text)),
      ("before", .array(row.before.map(figure))), ("after", .array(row.after.map(figure))),
      ("annual", .array(row.annual.map(figure))),
      ("cumulative", .array(row.cumulative.map(figure))), ("total", figure(row.annualTotal)),
    ])
  }
}
