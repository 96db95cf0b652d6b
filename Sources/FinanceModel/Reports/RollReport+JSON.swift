extension RollForward {
  /// What `roll --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", new.plan.json(style)), ("file", .string(text)),
      (
        "assumed",
        .array(
          assumed.map { assumed in
            .object([
              ("id", .string(assumed.id)), ("title", .string(assumed.title)),
              ("rule", .string(assumed.rule.rawValue)), ("value", .optional(assumed.value)),
            ])
          })
      ),
      ("oneOffs", .array(oneOffs.map { oneOff($0, style) })),
      ("baseGap", baseGap.map { style.json($0, new.plan) } ?? .null),
      (
        "replaced",
        .array(
          replaced.map { .object([("part", .string($0.part)), ("amount", .string($0.amount))]) })
      ),
      ("held", .array(held.map { held($0) })),
      ("leftOut", .array(leftOut.map(JSONValue.string))),
      ("notes", .array(notes.map(JSONValue.string))),
      ("movement", movement?.json(style: style) ?? .null),
    ])
  }

  private func oneOff(_ line: OneOff, _ style: ReportStyle) -> JSONValue {
    func figure(_ cell: Cell) -> JSONValue {
      .figure(cell, in: style.unit(new.plan), decimals: style.decimals(new.plan))
    }
    return .object([
      ("id", .string(line.id.name)), ("title", .string(line.title)),
      ("dropped", figure(line.dropped)), ("kept", figure(line.kept)),
    ])
  }

  private func held(_ row: Held) -> JSONValue {
    .object([
      ("id", .string(row.id.name)), ("title", .string(row.title)),
      ("years", .array(row.years.map { .string($0.description) })),
    ])
  }
}
