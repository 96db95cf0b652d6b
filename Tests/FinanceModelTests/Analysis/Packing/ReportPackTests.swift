import Testing

@testable import FinanceModel

@Suite struct ReportPackTests {
  private static let plan = """
    plan: small
    title: Small
    unit: £m
    base-year: 2016-17
    years: [2017-18, 2018-19]
    source: a report
    assumptions:
      growth: { title: Growth, unit: "%", values: [1.125%, 2%], source: the office }
      rate: { title: Rate, unit: "%", values: 3% }
    sections:
      - id: growth-of-cost
        role: pressure
        lines:
          - { id: pay, title: Pay, base: 9, recurring: [1.5, 2.25] }
          - { id: grant, title: Grant, recurring: [tbc, (0.25)] }
      - id: savings
        role: saving
        lines:
          - { id: fleet, title: Fleet, recurring: [(1), (1)] }
        total: { id: total-savings, title: Savings }
    """

  private static func scenario(_ id: String) -> String {
    """
    scenario: \(id)
    title: More \(id)
    based-on: plan.yaml
    changes: [{ name: More pay, line: pay, add: 0.5 }]
    """
  }

  /// A pack of the plan with scenarios, in a layout.
  private func pack(
    _ layout: String = "", scenarios: [String] = []
  ) throws -> ReportPack {
    let base = try Plan(SourceFile(path: "plan.yaml", text: Self.plan))
    let questions =
      [Question(base: base)]
      + (try scenarios.map { id in
        let file = SourceFile(path: "\(id).yaml", text: Self.scenario(id))
        return Question(base: base, scenarios: [try Scenario(file)])
      })
    let look =
      layout.isEmpty
      ? ReportLayout()
      : try ReportLayout(SourceFile(path: "a.layout", text: "layout: a\n" + layout))
    return try ReportPack(questions, layout: look, program: "mtfs 1")
  }

  private func headings(_ pack: ReportPack) -> [String] {
    Report.pack(pack).blocks.compactMap { block in
      if case .heading(let text) = block { text } else { nil }
    }
  }

  private func tables(_ pack: ReportPack) -> [ReportTable] {
    Report.pack(pack).blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  private func text(_ name: String, of pack: ReportPack) throws -> String {
    String(decoding: try #require(pack.files().first { $0.name == name }).bytes, as: UTF8.self)
  }

  @Test func `a pack has a heading for each part that the plan has something for`() throws {
    #expect(
      headings(try pack()) == [
        "The budget gap", "The plan", "Savings", "Assumptions", "Where this report comes from",
      ])
    #expect(
      headings(try pack(scenarios: ["up", "down"])) == [
        "The budget gap", "The plan", "Scenarios side by side", "Scenario: More up",
        "Scenario: More down", "Savings", "Assumptions", "Where this report comes from",
      ])
  }

  @Test func `a layout orders the parts and names them, and provenance is never left out`() throws {
    let pack = try pack("contents: [savings, { part: gap, title: What is missing }]")
    #expect(headings(pack) == ["Savings", "What is missing", "Where this report comes from"])
    let first = try self.pack("contents: [provenance, gap]")
    #expect(headings(first) == ["Where this report comes from", "The budget gap"])
  }

  @Test func `unit, decimals and kind of a part go before those of the pack, in tables and JSON`()
    throws
  {
    let pack = try pack(
      "decimals: 1\nkind: annual\ncontents: [gap, { part: table, unit: £000 }, savings]")
    let gap = try #require(tables(pack).first)
    #expect(gap.rows[0].cells.first == .money(Money(pounds: 1_500_000), .millions, decimals: 1))
    #expect(!tables(pack).contains { $0.caption.contains("cumulative") })
    let table = try #require(tables(pack).first { $0.caption == "Small" })
    #expect(table.unit == .thousands)
    #expect(table.rows[0].cells.first == .money(Money(pounds: 9_000_000), .thousands, decimals: 0))
    let json = pack.json.rendered()
    #expect(json.contains("\"1.5\", \"2.0\"") || json.contains("\"annual\": [\"1.5\", \"2.0\"]"))
    #expect(json.contains("\"cells\": [\"9000\", \"1500\", \"2250\"]"))
  }

  @Test func `columns are chosen and never made, and a picture that lacks a year goes`() throws {
    #expect(tables(try pack()).first { $0.caption == "Small" }?.columns.count == 3)
    let pack = try pack("prior-year: no\ntotal: no\nyears: [2018-19]")
    #expect(tables(pack).first { $0.caption == "Small" }?.columns == ["2018-19"])
    let gap = try #require(tables(pack).first)
    #expect(gap.columns == ["2018-19"])
    #expect(gap.rows.allSatisfy { $0.cells.count == 1 })
    #expect(Report.pack(pack).charts.isEmpty)
    #expect(try Report.pack(self.pack()).charts.count == 2)
    // Tables whose columns are no years are left alone.
    #expect(tables(pack).last?.columns == ["What"])
  }

  @Test func `negatives have a minus where that is asked for, in tables, sentences and pictures`()
    throws
  {
    let brackets = try pack(scenarios: ["up"]).files()
    let pack = try pack("negatives: minus", scenarios: ["up"])
    let figure = /\([£\d][\d.,]*m?\)/
    for file in pack.files() where ![".xlsx", ".docx"].contains(where: file.name.hasSuffix) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains(figure), "\(file.name)")
    }
    let word = try #require(pack.files().first { $0.name == "report.docx" })
    let body = try #require(try ZipArchive(word.bytes).part("word/document.xml"))
    #expect(!String(decoding: body, as: UTF8.self).contains(figure))
    #expect(try text("report.md", of: pack).contains("| Planned savings | -1.000 |"))
    #expect(try !text("report.html", of: pack).contains("class=\"n neg\""))
    #expect(try !text("report.html", of: pack).contains("Figures in brackets"))
    #expect(
      String(decoding: try #require(brackets.first { $0.name == "report.md" }).bytes, as: UTF8.self)
        .contains("| (1.000) |"))
  }

  @Test func `what is provisional is named, and a final report of it is not to be signed`() throws {
    let draft = try pack()
    #expect(draft.provisional == ["Grant in 2017-18"])
    #expect(draft.objections.isEmpty)
    #expect(try text("report.md", of: draft).contains("Grant in 2017-18"))
    #expect(try pack("status: final").objections.count == 1)
  }

  @Test func `an assumption is printed as exactly as it is typed, with its source`() throws {
    let pack = try pack()
    let page = try text("report.md", of: pack)
    #expect(page.contains("| Growth |  | 1.125% | 2.000% |"))
    #expect(page.contains("| Growth | the office |"))
    #expect(page.contains("| Rate | not stated |"))
  }

  @Test func `a fingerprint knows each input by its bytes, and the pack by all of them`() throws {
    let one = try pack(scenarios: ["up"])
    #expect(one.inputs.map(\.name) == ["plan.yaml", "up.yaml"])
    #expect(one.inputs[0].digest == SHA256.digest(of: Array(Self.plan.utf8)))
    #expect(one.inputs[0].size == Self.plan.utf8.count)
    let other = try pack("title: Other", scenarios: ["up"])
    #expect(other.inputs.map(\.kind) == [.plan, .scenario, .layout])
    #expect(other.fingerprint != one.fingerprint)
    for file in one.files() where file.name != "report.md" && file.name != "report.html" {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains(one.fingerprint), "\(file.name)")
    }
  }

  @Test func `tidy data has each line, kind and year of each scenario once`() throws {
    let rows = try text("tidy.csv", of: pack(scenarios: ["up"])).split(separator: "\r\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(Set(rows.map { $0[..<2] + $0[6...7] }).count == rows.count)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    // Three lines and four gaps in two kinds, the structural gap in one, two years, two questions.
    #expect(rows.count == 1 + (3 * 2 + 4 * 2 + 1) * 2 * 2)
    let grant = rows.filter { $0[0] == "up" && $0[1] == "grant" }
    #expect(grant.map { $0[8] } == ["", "-0.250", "", "-0.250"])
    #expect(grant.map { $0[10] } == ["tbc", "figure", "blank", "provisional"])
    let gap = rows.filter { $0[1] == "gap:remaining" && $0[6] == "cumulative" }
    #expect(gap.map { $0[8] } == ["0.500", "1.500", "1.000", "2.500"])
  }

  @Test func `two runs give the same bytes`() throws {
    let (one, other) = (try pack(scenarios: ["up"]).files(), try pack(scenarios: ["up"]).files())
    #expect(one.map(\.name) == other.map(\.name))
    #expect(one.map(\.bytes) == other.map(\.bytes))
    #expect(one.map(\.name).allSatisfy(ReportPack.isFile))
    #expect(!ReportPack.isFile("plan.yaml") && !ReportPack.isFile("chart-1.png"))
  }

  @Test(arguments: [
    ("years: [2019-20]", "2019-20 is not a year of the plan"),
    ("contents: [reserves]", "there is nothing for the part 'reserves'"),
    ("contents: [comparison]", "there is nothing for the part 'comparison'"),
    ("contents: [gap, { part: gap }]", "the part 'gap' is named twice"),
    ("contents: []", "'contents' names no part"),
    ("years: [2018-19, 2017-18]", "2017-18 does not come after 2018-19"),
    ("unit: number", "'number' is no value of 'unit'"),
    ("colour: red", "unknown key 'colour' in a layout"),
  ])
  func `a layout that does not fit is refused`(text: String, says: String) throws {
    let found = #expect(throws: Diagnostics.self) { try self.pack(text) }
    #expect(found?.all.map(\.message) == [says])
    #expect(found?.all.allSatisfy { $0.range?.file.path == "a.layout" } == true)
  }
}
