/// A plan proposed from a published table, with everything that was read and everything unsure.
///
/// ```swift
/// let imported = try TableImport(contentsOf: "Scenarios/wiltshire-2017/published.tsv")
/// ```
///
/// The plan reconciles with the table, except where the table does not add up. Nothing is guessed in
/// silence: what the table does not say is in `questions`, and stands as a comment in the plan.
public struct TableImport: Sendable {
  /// The file of the plan.
  public let text: String
  /// The files beside it: the table that it is held against, and the table as it was.
  public let files: [(name: String, bytes: [UInt8])]
  public let plan: Plan
  public let reconciliation: Reconciliation
  public let forecast: Forecast
  /// Every row below the headings, as it was read.
  public let rows: [ImportedRow]
  public let questions: [ImportQuestion]
  /// What was found out without a doubt, each a sentence.
  public let notes: [String]
  /// The row that prints the gap, and which gap of the plan it is; nil where no row does.
  public let gap: GapAgreement?
  /// How cells were parted: `tabs`, `workbook`.
  public let format: String
  /// The name of the published table.
  public let published: String

  /// Reads a table and makes a plan of it; `-` is standard input. Throws `Diagnostics`.
  public init(
    contentsOf path: String, options: ImportOptions = ImportOptions()
  ) throws(Diagnostics) {
    let (bytes, shown) = try SourceFile.bytes(path: path)
    try self.init(bytes, path: shown, options: options)
  }

  /// Makes a plan of a table whose bytes are at hand.
  public init(
    _ bytes: [UInt8], path: String, options: ImportOptions = ImportOptions()
  ) throws(Diagnostics) {
    let log = ImportLog()
    if Workbook.isWorkbook(bytes) {
      let grid = try WorkbookGrid.grid(
        bytes, path: path, sheet: options.sheet,
        needsYears: options.years == nil
      ).withPlainFigures
      try self.init(grid, bytes: bytes, isUTF8: false, options: options, log: log)
      return
    }
    let text = try TableText(bytes, path: path)
    try FileKind.refuse(asTable: text.file)
    let grid = try GridReader.grid(of: text).withPlainFigures
    try self.init(
      grid, bytes: bytes, isUTF8: text.encoding == .utf8, options: options, log: log)
  }

  private init(
    _ grid: Grid, bytes: [UInt8], isUTF8: Bool, options: ImportOptions, log: ImportLog
  ) throws(Diagnostics) {
    for note in grid.notes { log.note(note) }
    for doubt in grid.doubts { log.ask(doubt) }
    var table = try RecognisedTable(grid, options: options, log: log)
    let draft = table.draft(path: grid.file.path, options: options)
    let original = PublishedCopy.originalName(of: grid)
    let repeats = table.repeatsPounds ? table.unit : nil
    var copies: [PublishedCopy] = []
    if let copy = PublishedCopy.asItIs(
      grid, table.layout, rows: draft.rows, bytes: bytes, isUTF8: isUTF8, repeats: repeats)
    {
      copies.append(copy)
    }
    copies.append(
      .rewritten(
        table.layout, rows: draft.rows, unit: table.unit,
        original: original.map { ($0, bytes) }, repeats: repeats, totalTitle: draft.totalTitle))
    let head =
      "Imported from \(grid.file.path.shownName) by mtfs import. What the table did not say is "
      + "asked below; answer each question, mend the plan where it is wrong, and take it out."
    let (copy, loaded) = try TableImport.firstThatLoads(copies, of: grid) { copy in
      PlanDraftWriter(
        draft: draft, figures: table.figures, questions: log.questions, published: copy.lines,
        head: [head]
      ).text()
    }
    plan = loaded
    reconciliation = try loaded.reconciled()
    forecast = try loaded.forecast()
    TableImport.askWrong(reconciliation, draft, log)
    gap = GapAgreement(draft, forecast, addsUp: !reconciliation.hasFindings, log: log)
    // Once more, with what the gap made us ask.
    self.text = PlanDraftWriter(
      draft: draft, figures: table.figures, questions: log.questions, published: copy.lines,
      head: [head]
    ).text()
    files = copy.files
    rows = draft.rows
    questions = log.questions
    notes = log.notes
    format = grid.format.rawValue
    published = copy.name
  }

  /// Asks about rows with a cell that does not hold and of which nothing was asked yet.
  private static func askWrong(
    _ reconciliation: Reconciliation, _ draft: PlanDraft, _ log: ImportLog
  ) {
    var wrong: [Int] = []
    for cell in reconciliation.cells where cell.verdict == .wrong {
      let id = reconciliation.plan.rows[cell.row].details?.id.name
      guard let place = draft.rows.firstIndex(where: { $0.id != nil && $0.id == id }),
        !wrong.contains(place)
      else { continue }
      let title = "'\(draft.rows[place].title)'"
      if !log.questions.contains(where: { $0.text.contains(title) }) { wrong.append(place) }
    }
    guard let first = wrong.first else { return }
    let isOne = wrong.count == 1
    log.ask(
      "Which figure of \(draft.rows.titles(wrong)) is misprinted, a year or the total? "
        + "\(isOne ? "The row does" : "The rows do") not add up; 'mtfs reconcile' shows where.",
      row: isOne ? draft.rows[first].number : nil)
  }

  /// The first way of keeping the table that a plan can be held against.
  private static func firstThatLoads(
    _ copies: [PublishedCopy], of grid: Grid, text: (PublishedCopy) -> String
  ) throws(Diagnostics) -> (PublishedCopy, Plan) {
    var last: Diagnostics?
    for copy in copies {
      do throws(Diagnostics) {
        let plan = try PlanLoader.plan(
          SourceFile(path: "plan.yaml", text: text(copy)),
          beside: Dictionary(
            copy.files.map { ($0.name, SourceFile(path: $0.name, bytes: $0.bytes)) },
            uniquingKeysWith: { first, _ in first }))
        _ = try plan.reconciled()
        return (copy, plan)
      } catch {
        last = error
      }
    }
    throw grid.unseenCharacter ?? last ?? Diagnostics([])
  }

  /// Whether a cell of the table does not hold in the plan that is proposed.
  public var hasFindings: Bool { reconciliation.hasFindings }
}

extension PublishedCopy {
  /// What the table as it was is called beside the one that is rewritten.
  static func originalName(of grid: Grid) -> String? {
    switch grid.format {
    case .tabs: "original.tsv"
    case .commas, .semicolons: "original.csv"
    case .markdown: "original.md"
    case .spaces, .lines: "original.txt"
    case .workbook: nil
    }
  }
}

extension String {
  /// How a comment calls a file: the last part of its path.
  var shownName: String {
    let last = split(separator: "/").last.map(String.init) ?? self
    return last.hasPrefix("<") ? String(last.dropFirst().dropLast()) : last
  }
}
