/// Reads the text of a table into a grid, finding out what parts its cells.
///
/// Each way of parting is tried, and the one that finds most figures and years is taken; where two
/// find as many, the one that the file's name tells, and then the plainer one.
enum GridReader {
  static func grid(of text: TableText) throws(Diagnostics) -> Grid {
    let file = text.file
    var best: (grid: Grid, score: Int)?
    var faults: Diagnostics?
    var tabs: Grid?
    var grids: [(grid: Grid, fit: GridFit)] = []
    for format in order(file) {
      do throws(Diagnostics) {
        let found = try grid(of: file, as: format)
        grids.append((found, GridFit(found)))
      } catch {
        faults = faults ?? error
      }
    }
    try holdDecimalPoints(grids.map(\.fit), in: file)
    // Where commas group thousands and part nothing, they leave no years above the pieces.
    let mostYears = grids.map { $0.fit.hasFigures ? $0.fit.years : 0 }.max() ?? 0
    for (found, fit) in grids where mostYears == 0 || fit.years * 2 > mostYears {
      let format = found.format
      if format == .tabs, hasYears(found) { tabs = found }
      // Years one below the other head nothing but such a table.
      let score = score(found) * (format == .lines ? 2 : 1)
      // Between tabs, a number that ends a title is part of it: `Phase 2`.
      if format == .spaces, let best, best.grid.format == .tabs, best.score * 3 >= score * 2 {
        continue
      }
      if score > (best?.score ?? 0) { best = (found, score) }
    }
    // Years between tabs head a table with tabs, though its figures may be none as they stand.
    if let tabs, let other = best?.grid, other.format != .tabs, !hasYears(other) {
      best = (tabs, 1)
    }
    guard var grid = best?.grid else {
      if let faults { throw faults }
      throw Diagnostics(
        Diagnostic(
          .noTable, "no figures are found in the table",
          at: SourceRange(file: file, bytes: 0..<0),
          label: "expected rows with a title and a figure for each year",
          help: "part the cells with tabs, commas, bars or two spaces"))
    }
    switch text.encoding {
    case .utf8: break
    case .utf16: grid.notes.append("The text is UTF-16, as Excel saves Unicode text.")
    case .windows1252:
      grid.notes.append("The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV.")
    }
    if grid.format == .lines {
      grid.notes.append("Every cell stands on a line of its own.")
    }
    if grid.format == .semicolons {
      grid.notes.append("Semicolons part the cells; a comma in a figure groups thousands.")
    }
    return grid
  }

  private static func holdDecimalPoints(
    _ fits: [GridFit], in file: SourceFile
  ) throws(Diagnostics) {
    guard let text = fits.lazy.compactMap(\.decimalComma).first else { return }
    throw Diagnostics(
      Diagnostic(
        .noTable, "the figures have decimal commas, such as '\(text)'",
        at: SourceRange(file: file, bytes: 0..<0), label: "expected decimal points, such as 4.1",
        help: "save the table with decimal points: a comma groups thousands"))
  }

  private static func order(_ file: SourceFile) -> [Grid.Format] {
    let usual: [Grid.Format] = [.tabs, .markdown, .commas, .semicolons, .lines, .spaces]
    guard Separator(path: file.path) == .comma else { return usual }
    return [.commas, .semicolons, .tabs, .markdown, .lines, .spaces]
  }

  /// Whether two cells of a row behind its first are years.
  private static func hasYears(_ grid: Grid) -> Bool {
    grid.rows.prefix(50).contains { row in
      row.cells.dropFirst().count { YearName.only(in: $0)?.year != nil } > 1
    }
  }

  /// How many cells behind the first of their row are figures or years.
  private static func score(_ grid: Grid) -> Int {
    grid.rows.prefix(2000).reduce(0) { sum, row in
      sum + row.cells.dropFirst().count { $0.looksLikeAmount || YearName.only(in: $0) != nil }
    }
  }

  private static func grid(of file: SourceFile, as format: Grid.Format) throws(Diagnostics) -> Grid
  {
    switch format {
    case .tabs: return try delimited(file, .tab, format)
    case .commas: return try delimited(file, .comma, format)
    case .semicolons: return try delimited(file, .semicolon, format)
    case .markdown: return Grid(format: format, file: file, rows: MarkdownGrid.rows(of: file))
    case .lines:
      let stacked = StackedGrid(of: file)
      return Grid(format: .lines, file: file, rows: stacked.rows, doubts: stacked.doubts)
    case .spaces, .workbook:
      let spaced = SpacedGrid(of: file)
      return Grid(
        format: .spaces, file: file, rows: spaced.rows, notes: spaced.notes, doubts: spaced.doubts)
    }
  }

  private static func delimited(
    _ file: SourceFile, _ separator: Separator, _ format: Grid.Format
  ) throws(Diagnostics) -> Grid {
    let rows = try DelimitedReader.rows(of: file, separator: separator)
    return Grid(
      format: format, file: file,
      rows: rows.enumerated().map { Grid.Row(number: $0 + 1, cells: $1.map(\.text)) })
  }
}
