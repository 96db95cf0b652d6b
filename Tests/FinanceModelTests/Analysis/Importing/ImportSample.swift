import Testing

@testable import FinanceModel

/// Tables as text in, what was made of them out.
enum ImportSample {
  static func imported(
    _ text: String, path: String = "table.csv", options: ImportOptions = ImportOptions()
  ) throws -> TableImport {
    try TableImport(Array(text.utf8), path: path, options: options)
  }

  /// The required or remaining gap in the plan's unit, as printed.
  static func gap(
    _ imported: TableImport, _ kind: GapKind = .required, _ effect: Series = .annual
  ) throws -> [String] {
    let series = try #require(imported.forecast.gap?.series(kind, effect))
    let format = AmountFormat(
      decimals: imported.plan.decimals, negatives: .brackets, groupsThousands: false)
    return series.values.map { format.text($0, in: imported.plan.unit) }
  }

  /// The formulas of the rows that the table makes, by title.
  static func formulas(_ imported: TableImport) -> [String: String] {
    imported.rows.reduce(into: [:]) { formulas, row in
      if let formula = row.formula { formulas[row.title] = formula }
    }
  }

  static func roles(_ imported: TableImport) -> [String: Role] {
    imported.rows.reduce(into: [:]) { roles, row in
      if row.kind == .line, let role = row.role { roles[row.title] = role }
    }
  }

  static func expectExact(_ imported: TableImport) {
    #expect(imported.reconciliation.count(.wrong) == 0)
    #expect(imported.reconciliation.count(.noted) == 0)
    #expect(!imported.reconciliation.isEmpty)
  }

  /// The one fault of a table that cannot be used.
  static func fault(
    _ bytes: [UInt8], path: String = "table.csv", options: ImportOptions = ImportOptions()
  ) throws -> Diagnostic {
    do {
      _ = try TableImport(bytes, path: path, options: options)
    } catch {
      return try #require(error.all.first)
    }
    Issue.record("nothing is wrong with it")
    throw Diagnostics([])
  }
}
