extension Regrouping {
  /// What `table --by --format json` holds; `docs/json.md` describes it.
  ///
  /// Both kinds of effect, whichever the style asks for.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(style)), ("by", .string(field.rawValue)),
      ("source", .optional(grouping?.source)),
      ("groups", .array(groups.map { json($0, style) })),
      ("base", style.json(gap.base, plan)),
      (
        "remaining",
        .object(
          [Series.annual, .cumulative].map { ($0.rawValue, style.json(remaining($0), plan)) })
      ),
      ("memoranda", .array(memoranda.map { .string($0.id.name) })),
    ])
  }

  private func json(_ group: Group, _ style: ReportStyle) -> JSONValue {
    func part(_ part: Part) -> JSONValue {
      .object(
        [Series.annual, .cumulative].map {
          ($0.rawValue, style.json(total(group, $0, of: part), plan))
        })
    }
    return .object([
      ("id", .optional(group.value)), ("title", .string(group.title)),
      ("lines", .array(group.lines.map { json($0, style) })),
      ("required", part(.required)), ("plan", part(.savings)), ("remaining", part(.whole)),
    ])
  }

  private func json(_ line: GroupedLine, _ style: ReportStyle) -> JSONValue {
    .object(
      [
        ("id", .string(line.id.name)), ("title", .string(line.title)),
        ("section", .optional(line.section?.name)), ("role", .string(line.role.rawValue)),
      ]
        + [Series.annual, .cumulative].map { effect in
          let cells = line.cells(effect).map { cell in
            JSONValue.figure(cell, in: style.unit(plan), decimals: style.decimals(plan))
          }
          return (effect.rawValue, .array(cells))
        })
  }
}
