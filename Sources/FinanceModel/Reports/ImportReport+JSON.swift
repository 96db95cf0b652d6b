extension TableImport {
  /// What `import --format json` holds; `docs/json.md` describes it.
  public func json(style: ReportStyle = ReportStyle()) -> JSONValue {
    let columns =
      plan.years.columns.map(\.description) + (plan.totalColumn.map { [$0.title] } ?? [])
    return .object([
      ("schema", 1), ("plan", plan.json(style)), ("file", .string(text)),
      ("published", .string(published)), ("format", .string(format)),
      (
        "verdicts",
        .object(
          Verdict.allCases.map { verdict in
            (verdict.rawValue, .integer(reconciliation.count(verdict)))
          })
      ),
      ("gap", gap.map(json) ?? .null),
      ("columns", .array(columns.map(JSONValue.string))),
      ("rows", .array(rows.map(json))),
      (
        "questions",
        .array(
          questions.map { question in
            .object([
              ("row", question.row.map(JSONValue.integer) ?? .null),
              ("text", .string(question.text)),
            ])
          })
      ),
      ("notes", .array(notes.map(JSONValue.string))),
    ])
  }

  private func json(_ gap: GapAgreement) -> JSONValue {
    .object([
      ("row", .string(gap.title)), ("kind", .optional(gap.kind?.rawValue)),
      ("effect", .optional(gap.effect.map { $0 == .annual ? "annual" : "cumulative" })),
    ])
  }

  private func json(_ row: ImportedRow) -> JSONValue {
    .object([
      ("row", .integer(row.number)), ("title", .string(row.title)),
      ("kind", .string(row.kind.rawValue)), ("id", .optional(row.id)),
      ("role", .optional(row.kind == .line ? row.role?.rawValue : nil)),
      ("formula", .optional(row.formula)),
      (
        "cells",
        .array(
          row.hasFigures
            ? row.cells.map { cell in
              .object([
                ("text", .string(cell.text)), ("form", .string(cell.form.rawValue)),
                ("footnote", .bool(cell.hasFootnote)),
                (
                  "figure",
                  cell.isText
                    ? .null
                    : .figure(cell.cell, in: row.unit, decimals: min(row.decimals, 6))
                ),
              ])
            } : [])
      ),
    ])
  }
}
