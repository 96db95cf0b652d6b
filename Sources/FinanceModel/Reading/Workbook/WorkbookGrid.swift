/// Takes the table out of a workbook: of the sheet that was named, or of the first with years.
enum WorkbookGrid {
  static func grid(
    _ bytes: [UInt8], path: String, sheet name: String?, needsYears: Bool
  ) throws(Diagnostics) -> Grid {
    do throws(WorkbookFault) {
      return try read(bytes, path: path, sheet: name, needsYears: needsYears)
    } catch {
      throw error.diagnostics(at: path)
    }
  }

  private static func read(
    _ bytes: [UInt8], path: String, sheet name: String?, needsYears: Bool
  ) throws(WorkbookFault) -> Grid {
    let book = try Workbook(bytes)
    let names = book.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
    var candidates = book.sheets.filter { !$0.isHidden }
    if let name {
      candidates = book.sheets.filter { $0.name == name }
      if candidates.isEmpty {
        let nearest = NearestName.of(name, among: book.sheets.map(\.name))
        throw WorkbookFault(
          "the workbook has no sheet '\(name)'", expected: "expected the name of one of its sheets",
          help: nearest.map { "the nearest is '\($0)'" } ?? "it has \(names)")
      }
    }
    var found: [(sheet: Workbook.Sheet, contents: Workbook.Contents)] = []
    var cellCount = 0
    for sheet in candidates.prefix(100) {
      let contents = try book.rows(of: sheet)
      cellCount += contents.rows.reduce(0) { $0 + $1.cells.count }
      guard cellCount <= DelimitedReader.cellLimit else {
        throw WorkbookFault(
          "the sheets have more than 1,000,000 cells together",
          expected: "expected the table of a medium-term plan",
          help: "name the one of the table with --sheet")
      }
      if name != nil || hasTable(contents.rows, needsYears) { found.append((sheet, contents)) }
    }
    let hidden = book.sheets.filter(\.isHidden).map { "'\($0.name)'" }.joined(separator: ", ")
    guard let first = found.first else {
      throw WorkbookFault(
        "no sheet has years above figures",
        expected: "expected years such as 2026-27 above the figures",
        help: "the workbook has \(names.isEmpty ? "no sheets" : names)"
          + (hidden.isEmpty ? "" : ", of which \(hidden) is hidden and passed over")
          + "; name one with --sheet, or the years of dates and single years with --years "
          + "2026-27..2029-30")
    }
    var grid = Grid(
      format: .workbook, file: SourceFile(path: path, bytes: []), sheet: first.sheet.name,
      rows: first.contents.rows)
    grid.notes.append(
      "The sheet '\(first.sheet.name)' is read, as the workbook shows its figures.")
    if name == nil, !hidden.isEmpty {
      grid.notes.append("Hidden sheets are passed over: \(hidden).")
    }
    if book.hasMacros { grid.notes.append("The workbook has macros; none is run.") }
    if found.count > 1 {
      let others = found.dropFirst().map { "'\($0.sheet.name)'" }.joined(separator: ", ")
      grid.doubts.append(
        "Which sheet is the table? \(others) \(found.count == 2 ? "has" : "have") years too; "
          + "'\(first.sheet.name)' is read. Answer with --sheet.")
    }
    if let formula = first.contents.uncomputed.first {
      grid.doubts.append(
        "What are the values of \(first.contents.uncomputed.count) formulas of "
          + "'\(first.sheet.name)', such as \(formula)? The workbook keeps none, and they are read as "
          + "blanks; open it in a spreadsheet program, save it, and import it again.")
    }
    if first.contents.hasHidden {
      grid.doubts.append(
        "Do the hidden rows or columns of '\(first.sheet.name)' belong to the table? They are read."
      )
    }
    return grid
  }

  private static func hasTable(_ rows: [Grid.Row], _ needsYears: Bool) -> Bool {
    (!needsYears
      || rows.contains { row in
        row.cells.dropFirst().contains { YearName.only(in: $0)?.year != nil }
      })
      && rows.contains { row in row.cells.dropFirst().contains(where: \.looksLikeAmount) }
  }
}
