/// The files of a pack by name, before any of them is made.
enum PackFile {
  /// A file and what it is to a reader.
  struct Name: Hashable, Sendable {
    let name: String
    let what: String
  }

  static let page = Name(name: "report.html", what: "the page, for a browser and for print")
  static let document = Name(name: "report.docx", what: "the same as a Word document")
  static let workbook = Name(
    name: "report.xlsx", what: "the plan and its scenarios as a workbook with live formulas")
  static let markdown = Name(name: "report.md", what: "the same as Markdown")
  static let tables = Name(name: "tables.csv", what: "every table, for a spreadsheet")
  static let tidy = Name(
    name: "tidy.csv", what: "one row for each line, kind of effect, year and scenario")
  static let json = Name(name: "report.json", what: "every result, for a program")

  /// Those that every pack has.
  static let fixed = [page, document, workbook, markdown, tables, tidy, json]

  /// The names of all files of a pack with these sections.
  static func names(of sections: [PackReport.Section]) -> [Name] {
    fixed + charts(of: sections).map(\.name)
  }

  /// Every chart with the name of its file: `chart-3-scenarios.svg`.
  static func charts(of sections: [PackReport.Section]) -> [(name: Name, chart: Chart)] {
    let charts = sections.flatMap { section in
      Report(title: "", blocks: section.blocks).charts.map { (section, $0) }
    }
    return charts.enumerated().map { number, found in
      (
        Name(
          name: "chart-\(number + 1)-\(found.0.part.rawValue).svg",
          what: "\(found.0.title): \(found.1.title)"),
        found.1
      )
    }
  }
}
