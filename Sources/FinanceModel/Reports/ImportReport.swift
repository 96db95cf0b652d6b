extension Report {
  /// How every row and cell of a table was read, what comes of it, and what was unsure.
  public static func tableImport(
    _ imported: TableImport, style: ReportStyle = ReportStyle()
  ) -> Report {
    ImportReport(imported: imported, style: style).report
  }
}

/// Lays out what became of a table that was imported.
private struct ImportReport {
  let imported: TableImport
  let style: ReportStyle

  private var plan: Plan { imported.plan }

  var report: Report {
    var report = Report(title: plan.heading, subtitles: ["Imported table"])
    report.blocks = [.paragraph(summary), .table(found)]
    if !imported.questions.isEmpty {
      report.blocks.append(.heading("Questions"))
      report.blocks.append(.notes(questions))
    }
    if let gap = gapTable { report.blocks.append(.table(gap)) }
    report.blocks += [.table(rows), .table(forms)]
    let special = special
    if !special.isEmpty {
      report.blocks.append(
        .table(
          ReportTable(
            caption: "Cells that are not plain figures", stub: "Row",
            columns: ["Column", "Printed", "Read as"], rows: special)))
    }
    if !imported.notes.isEmpty { report.blocks.append(.notes(imported.notes)) }
    return report
  }

  // MARK: In short

  private var summary: String {
    let result = imported.reconciliation
    let wrong = result.count(.wrong)
    let verdict =
      wrong == 0
      ? "Every cell of the table holds in the plan"
      : "\(wrong) \(wrong == 1 ? "cell does" : "cells do") not hold: the table does not add up there"
    let words = imported.rows.filter(\.hasFigures).reduce(0) {
      $0 + $1.cells.count(where: \.isText)
    }
    let kept =
      words == 0 ? "" : ", of which \(words) \(words == 1 ? "is" : "are") words and no figures"
    let count = imported.questions.count
    let questions =
      count == 0
      ? "Nothing was unsure."
      : "\(count) \(count == 1 ? "question is" : "questions are") left to answer."
    return "\(verdict): \(result.count(.exact)) exact, \(result.count(.rounding)) rounding, "
      + "\(wrong) wrong\(kept). \(questions)"
  }

  private var found: ReportTable {
    var facts: [(String, String)] = [
      ("Cells parted by", imported.format), ("Unit", plan.unit.rawValue),
      ("Decimals", "\(plan.decimals)"),
      ("Before the plan", plan.years.history.map(\.description).joined(separator: ", ")),
      ("Years", plan.years.years.map(\.description).joined(separator: ", ")),
      ("Total column", plan.totalColumn?.title ?? "none"),
    ]
    if plan.years.history.isEmpty { facts[3].1 = "none" }
    if plan.gap == .none {
      facts.append(("Gap", "none: the plan only lists"))
    } else if let gap = imported.gap {
      facts.append(("Row of the gap", gap.title))
      facts.append(("It is", words(gap)))
    }
    return ReportTable(
      caption: "What was found", columns: [""],
      rows: facts.map { ReportTable.Row(.line, $0.0, [.text($0.1)]) })
  }

  private func words(_ gap: GapAgreement) -> String {
    guard let kind = gap.kind, let effect = gap.effect else { return "no gap of the plan" }
    return "the \(kind.rawValue) gap, \(effect == .annual ? "annual" : "cumulative")"
  }

  private var questions: [String] {
    imported.questions.enumerated().map { number, question in
      "\(number + 1). " + (question.row.map { "Row \($0): " } ?? "") + question.text
    }
  }

  private var gapTable: ReportTable? {
    guard let gap = imported.forecast.gap else { return nil }
    let rows = [GapKind.required, .plan, .remaining].compactMap { kind in
      gap.series(kind, .annual).map {
        style.row(.line, kind.rawValue.capitalizedFirst, $0, .annual, plan)
      }
    }
    let level = gap.series(.remaining, .cumulative).map {
      style.row(.total, "Remaining, cumulative", $0, .cumulative, plan)
    }
    return style.table(
      "The gap of the plan, annual", .annual, plan, rows: rows + [level].compactMap { $0 })
  }

  // MARK: Rows

  private var rows: ReportTable {
    ReportTable(
      caption: "Rows", stub: "Title", columns: ["Row", "Read as", "Role", "Id", "Made of"],
      rows: imported.rows.map { row in
        let isTotal = row.kind == .total
        return ReportTable.Row(
          row.kind == .heading ? .heading : isTotal ? .total : .line,
          row.title.isEmpty ? "(no title)" : row.title,
          [
            .text("\(row.number)"), .text(row.kind.rawValue),
            .text(isTotal ? "" : row.role?.rawValue ?? ""),
            .text(row.id ?? ""), .text(row.formula ?? ""),
          ])
      })
  }

  // MARK: Cells

  private var read: [(row: ImportedRow, column: String, cell: CellReading)] {
    let names = plan.years.columns.map(\.description) + ["Total"]
    return imported.rows.filter { $0.hasFigures }.flatMap { row in
      zip(names, row.cells).map { (row, $0, $1) }
    }
  }

  private var forms: ReportTable {
    let read = read
    let rows = CellReading.Form.allCases.compactMap { form -> ReportTable.Row? in
      let cells = read.filter { $0.cell.form == form }
      guard let first = cells.first else { return nil }
      return ReportTable.Row(
        .line, form.words, [.text("\(cells.count)"), .text(first.cell.text)])
    }
    return ReportTable(
      caption: "Cells by form", stub: "Form", columns: ["Cells", "Such as"], rows: rows)
  }

  private var special: [ReportTable.Row] {
    read.filter { $0.cell.isSpecial }.map { read in
      let value: ReportCell =
        read.cell.isText
        ? .text("words")
        : .amount(read.cell.cell, read.row.unit, decimals: min(read.row.decimals, 6))
      return ReportTable.Row(
        .line, read.row.title, [.text(read.column), .text(read.cell.text), value])
    }
  }
}

extension CellReading {
  /// Whether it is worth a line of its own: no plain figure, blank or dash.
  var isSpecial: Bool {
    switch form {
    case .figure, .brackets, .minus, .blank, .dash: hasFootnote
    case .percentage: hasFootnote
    case .ownUnit, .tbc, .notApplicable, .note, .unread: true
    }
  }
}

extension CellReading.Form {
  /// As reports say it.
  var words: String {
    switch self {
    case .figure: "figure"
    case .brackets: "figure in brackets, negative"
    case .minus: "figure with a minus, negative"
    case .ownUnit: "figure with its own unit"
    case .percentage: "percentage"
    case .blank: "blank"
    case .dash: "dash"
    case .tbc: "to be confirmed"
    case .notApplicable: "not applicable"
    case .note: "words, kept as they are"
    case .unread: "digits that are no figure, kept as words"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
