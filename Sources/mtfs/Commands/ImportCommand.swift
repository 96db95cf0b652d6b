import FinanceModel

extension Command {
  static let importTable = Command(
    name: "import", summary: "What plan does this table make?",
    operands: [
      Operand(
        name: "TABLE",
        summary:
          "a table as text (tabs, CSV, Markdown, columns of spaces) or a workbook (.xlsx); '-' is "
          + "standard input",
        takes: .file)
    ],
    options: [.to, .title, .id, .authority, .tableUnit, .years, .baseYears, .sheet] + [
      .formatWithoutChart, .output, .force, .width, .color, .help,
    ],
    details: [
      "Finds the years, the unit, headings, totals (by arithmetic), signs and roles, and proposes a "
        + "plan that reconciles with the table. Prints how every row and cell was read, and asks "
        + "what the table does not say.",
      "--to writes plan.yaml, the published table and the report, all or none; --output writes the "
        + "report. Files that are there are replaced only with --force. The status is 1 when a "
        + "total of the table does not add up.",
    ],
    example: Example(
      line: "mtfs import Scenarios/gateshead-gap/published.tsv --title Gap --width 100",
      prints: """
        Gap
        Imported table

        Every cell of the table holds in the plan: 10 exact, 0 rounding, 0 wrong. 1 question is left to
        answer.

        What was found
        Cells parted by  tabs
        Unit             £m
        Decimals         3
        ...
        """)
  ) { invocation in
    let arguments = invocation.arguments
    let folder = arguments.value(.to)
    if folder != nil, arguments.output != nil {
      throw UsageError(
        "--to and --output exclude each other", help: "--to writes the report as well, as Markdown")
    }
    let imported = try TableImport(
      contentsOf: invocation.operands[0], options: try arguments.importOptions())
    let report = Report.tableImport(imported)
    try invocation.emit(report, json: imported.json())
    if let folder {
      let output = OutputFolder(path: folder, replaces: arguments.replacesOutput)
      try output.write(
        [("plan.yaml", Array(imported.text.utf8))] + imported.files + [
          ("import.md", Array(report.rendered(as: .markdown).utf8))
        ], printing: invocation.console)
    }
    return imported.hasFindings ? .finding : .done
  }
}

extension Arguments {
  /// What is said of the table beforehand. Throws `UsageError` for what is no year or id.
  fileprivate func importOptions() throws(UsageError) -> ImportOptions {
    if let id = value(.id), Identifier(id) == nil {
      throw UsageError(
        "'\(id)' is not an id", help: "lower-case letters, digits and hyphens: my-plan")
    }
    return ImportOptions(
      title: value(.title), id: value(.id), authority: value(.authority), unit: unit,
      years: try years(), baseYears: number(.baseYears), sheet: value(.sheet))
  }

  /// The years of `2026-27..2029-30`, or of a list with commas.
  private func years() throws(UsageError) -> [FinancialYear]? {
    guard let text = value(.years) else { return nil }
    func year(_ text: Substring) throws(UsageError) -> FinancialYear {
      guard let year = try? FinancialYear(String(text)) else {
        throw UsageError("'\(text)' is not a financial year", help: "write years such as 2026-27")
      }
      return year
    }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    if ends.count == 2 {
      let (first, last) = (try year(ends[0]), try year(ends[1]))
      guard first <= last, last.start - first.start < 60 else {
        throw UsageError(
          "\(first) to \(last) are no years in order", help: "name the first year first")
      }
      return (first.start...last.start).compactMap(FinancialYear.init(start:))
    }
    var years: [FinancialYear] = []
    for part in text.split(separator: ",") { years.append(try year(part)) }
    return years
  }
}

extension Option {
  fileprivate static let to = Option(
    name: "to", value: .text(name: "FOLDER"),
    summary: "write the plan, the table and the report into FOLDER, which is made if need be")
  fileprivate static let title = Option(
    name: "title", value: .text(name: "TITLE"), summary: "the title of the plan")
  fileprivate static let id = Option(
    name: "id", value: .text(name: "ID"), summary: "the id of the plan")
  fileprivate static let authority = Option(
    name: "authority", value: .text(name: "NAME"), summary: "whose plan it is")
  fileprivate static let tableUnit = Option(
    name: unit.name, value: unit.value,
    summary: "the unit of the table's figures; what the table says unless said otherwise")
  fileprivate static let years = Option(
    name: "years", value: .text(name: "YEARS"),
    summary: "the years of the columns with figures: 2026-27..2029-30")
  fileprivate static let baseYears = Option(
    name: "base-years", value: .number(0...20, name: "N"),
    summary: "how many of the first years come before the plan")
  fileprivate static let sheet = Option(
    name: "sheet", value: .text(name: "NAME"), summary: "the sheet of a workbook")
}
