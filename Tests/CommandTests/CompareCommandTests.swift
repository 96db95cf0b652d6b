import Foundation
import Testing

@testable import mtfs

/// `mtfs compare`, and `mtfs run --alone`, as somebody types them.
@Suite struct CompareCommandTests {
  private static let folder = ScenarioFiles.wiltshire
  private static let plan = "\(folder)/plan.yaml"
  private static let staffing = "\(folder)/staffing-up.yaml"
  private static let efficiency = "\(folder)/efficiency-80.yaml"

  private func output(_ words: String...) throws -> String {
    let outcome = try BuiltCommand.run(words)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// The rows of a table in CSV, without the name of the table.
  private func rows(_ csv: String, of table: String) -> [String] {
    Transcript.lines(csv).filter { $0.hasPrefix("\"\(table)\",") }
      .map { String($0.dropFirst(table.count + 3)) }
  }

  @Test func `what is compared has the gaps that run gives`() throws {
    let compared = try output("compare", Self.staffing, Self.efficiency, "--format", "csv")
    let tables = [
      "Remaining gap, annual: what each year adds",
      "Remaining gap, cumulative: the level in each year",
    ]
    let gaps = [
      "Budget gap, annual: what each year adds", "Budget gap, cumulative: the level in each year",
    ]
    // The unit, four years, and their total or nothing.
    let cells = { (row: String) in row.split(separator: ",").dropFirst().prefix(6) }
    for (table, gap) in zip(tables, gaps) {
      let expected = try [Self.plan, Self.staffing, Self.efficiency].map { file in
        let run = try output("run", file, "--format", "csv")
        return rows(run, of: gap).first { $0.hasPrefix("Remaining,") }.map(cells)
      }
      #expect(rows(compared, of: table).map(cells) == expected)
    }
  }

  @Test func `an empty scenario is nil in every difference, and no line differs`() throws {
    let page = try output("compare", "\(Self.folder)/empty.yaml")
    #expect(page.contains("\nNo line differs.\n"))
    let csv = try output("compare", "\(Self.folder)/empty.yaml", "--format", "csv")
    let differences = Transcript.lines(csv).filter { $0.contains("difference from") }
    #expect(differences.count == 2)
    for line in differences {
      let cells = line.split(separator: ",").dropFirst(4)
      #expect(!cells.isEmpty && cells.allSatisfy { $0.allSatisfy("0.".contains) }, "\(line)")
    }
  }

  @Test(arguments: [60, 80])
  func `on a narrow page labels shorten and every figure stays whole`(width: Int) throws {
    let files = [Self.staffing, Self.efficiency]
    let wide = try BuiltCommand.run(["compare"] + files).output
    let narrow = try BuiltCommand.run(["compare"] + files + ["--width", "\(width)"]).output
    let figures = { (text: String) in text.matches(of: /\(?\d+\.\d{3}\)?/).map { String($0.0) } }
    #expect(figures(narrow) == figures(wide))
    #expect(Transcript.lines(narrow).allSatisfy { $0.count <= width })
  }

  @Test func `a plan alone has nothing to be compared with`() throws {
    for files in [[Self.plan], [Self.plan, "./\(Self.plan)"]] {
      let outcome = try BuiltCommand.run(["compare"] + files)
      #expect(outcome.status == ExitStatus.wrongUsage.rawValue)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("is a plan, with nothing to compare it with"))
    }
    #expect(try BuiltCommand.run(["compare"]).status == ExitStatus.wrongUsage.rawValue)
  }

  @Test func `plans of other years are refused with their place`() throws {
    let outcome = try BuiltCommand.run([
      "compare", Self.staffing, "Scenarios/gateshead-2023/plan.yaml",
    ])
    #expect(outcome.status == ExitStatus.badInput.rawValue)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Scenarios/gateshead-2023/plan.yaml:10:8: error"))
    #expect(outcome.errors.contains("expected 2017-18 to 2020-21"))
    #expect(outcome.errors.contains("they are compared with these"))
  }

  @Test func `changes alone and their interaction are shown where they are asked for`() throws {
    let file = "\(Self.folder)/harder-times.yaml"
    let page = try output("run", file, "--alone", "--format", "csv")
    let alone = rows(page, of: "Remaining gap, annual, each change alone")
    #expect(alone.count == 6)
    #expect(alone.dropLast().last?.hasPrefix("Interaction of the changes,£m,") == true)
    #expect(try !output("run", file).contains("each change alone"))
    let json = try output("run", file, "--alone", "--format", "json")
    #expect(json.contains("\"alone\": [") && json.contains("\"interaction\": {"))
    #expect(try !output("run", file, "--format", "json").contains("\"alone\""))
  }

  @Test func `no title steers a terminal or runs in a spreadsheet`() throws {
    try withFolder { folder in
      let text = """
        scenario: a
        title: "=1+1\\e[31m<b>"
        based-on: \(BuiltCommand.project)/\(Self.plan)
        changes: [{ line: staffing, scale: 110% }]

        """
      try text.write(toFile: "\(folder)/a.yaml", atomically: false, encoding: .utf8)
      for format in OutputFormat.allCases where ![.xlsx, .docx].contains(format) {
        let page = try output("compare", "\(folder)/a.yaml", "--format", format.rawValue)
        #expect(!page.contains("\u{1B}"))
        if format == .csv { #expect(page.contains(",'=1+1") && !page.contains(",=1+1")) }
        if format == .markdown { #expect(!page.contains("<b>")) }
      }
    }
  }
}
