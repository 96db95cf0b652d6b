import Testing

@testable import FinanceModel

/// Several plans in one workbook: which cell takes its figure from which.
@Suite struct ComparisonWorkbookTests {
  private static let sections = """
    - { id: pay, title: Pay, role: pressure, recurring: [1.000, "= rate * £100m"] }
    - { id: care, title: Care, role: pressure, recurring: [2.000, tbc] }
    - { id: offices, title: Offices, role: saving, recurring: [(0.500), (0.400)] }
    """
  private static let head = """
    assumptions:
      rate: { title: Rate, unit: "%", values: [1%, 2%] }
    """

  private func question(_ plan: Plan, _ title: String, _ changes: String) throws -> Question {
    let text = "scenario: late\ntitle: \"\(title)\"\nbased-on: plan.yaml\nchanges: \(changes)\n"
    let scenario = try Scenario(SourceFile(path: "\(title).yaml", text: text))
    return Question(base: plan, scenarios: [scenario])
  }

  private func plan(_ path: String = "plan.yaml") throws -> Plan {
    let text = Sheet.text(Self.sections, head: Self.head, years: 2)
    return try Plan(SourceFile(path: path, text: text))
  }

  private func sample(
    _ changes: String = "[{ line: offices, set: (0.300), in: [2017-18] }]",
    style: ReportStyle = ReportStyle()
  ) throws -> WorkbookSample {
    let comparison = try Comparison([question(plan(), "late", changes)])
    return WorkbookSample(comparison.spreadsheet(program: "mtfs", style: style))
  }

  @Test func `each gap is that of its own plan, and the difference one of the other`() throws {
    let sample = try sample()
    #expect(
      sample.row("late", on: "Remaining, annual") == [
        "='2 Gap, annual'!B7", "='2 Gap, annual'!C7", "=ROUND(SUM(B6:C6),9)",
      ])
    #expect(
      sample.row("late", on: "Difference, cumulative") == [
        "=ROUND('Remaining, cumulative'!B6-'Remaining, cumulative'!B5,9)",
        "=ROUND('Remaining, cumulative'!C6-'Remaining, cumulative'!C5,9)",
      ])
    #expect(
      sample.row("The plan as it stands", on: "Lines that differ, annual")
        == ["='1 Plan'!C7", "='1 Plan'!D7", "=ROUND(SUM(B6:C6),9)"])
  }

  @Test func `an input that no change sets is that of the plan, and may be typed over`() throws {
    let sample = try sample()
    #expect(sample.row("Offices", on: "2 Plan") == ["~", "-0.3!", "='1 Plan'!D7!"])
    #expect(
      sample.row("Care", on: "2 Plan")
        == ["~", "='1 Plan'!C6!", "=IF(COUNT('1 Plan'!D6)=0,\"tbc\",'1 Plan'!D6)!"])
    #expect(sample.row("Pay", on: "2 Plan")[2] == "=ROUND('2 Assumptions'!C4*100,3)")
    #expect(
      sample.row("Rate", on: "2 Assumptions").prefix(2)
        == ["='1 Assumptions'!B4!", "='1 Assumptions'!C4!"])
    #expect(sample.row("Offices", on: "1 Plan") == ["~", "-0.5!", "-0.4!"])
  }

  @Test func `an assumption that a change sets is the scenario's own, also at the same value`()
    throws
  {
    let sample = try sample("[{ assumption: rate, set: 2%, in: [2018-19] }]")
    #expect(
      sample.row("Rate", on: "2 Assumptions").prefix(2) == ["='1 Assumptions'!B4!", "0.02!"])
  }

  @Test func `a figure before a change is that of the plan`() throws {
    let sample = try sample("[{ name: Half, line: offices, scale: 50% }]")
    #expect(
      sample.row("Offices: before its changes", on: "2 Workings")
        == ["='1 Plan'!C7!", "='1 Plan'!D7!"])
    #expect(sample.row("times: Half", on: "2 Workings") == ["0.5!", "0.5!"])
  }

  @Test func `two plans with the same lines share no figure`() throws {
    let comparison = try Comparison([Question(base: plan()), Question(base: plan("other.yaml"))])
    let sample = WorkbookSample(comparison.spreadsheet(program: "mtfs"))
    #expect(sample.row("Offices", on: "2 Plan") == ["~", "-0.5!", "-0.4!"])
    let notes = try sample.read("Notes").compactMap(\.first)
    #expect(!notes.contains("Linked Cell"))
  }

  @Test func `a plan that is written as its own scenario has no second plan before the changes`()
    throws
  {
    let pack = try ReportPack(
      [question(plan(), "late", "[{ name: Late, line: offices, scale: 50% }]")], program: "mtfs")
    let sample = WorkbookSample(pack.spreadsheet)
    #expect(
      sample.row("Remaining, annual", on: "2 Difference from the plan") == [
        "annual gap", "=ROUND('2 Gap, annual'!B7-'1 Gap, annual'!B7,9)",
        "=ROUND('2 Gap, annual'!C7-'1 Gap, annual'!C7,9)",
      ])
    #expect(
      sample.row("The plan as it stands", on: "2 Changes, annual")
        == ["='1 Gap, annual'!B7", "='1 Gap, annual'!C7"])
    #expect(
      sample.row("Figures typed into this workbook", on: "2 Changes, annual") == [
        "=ROUND('2 Gap, annual'!B7-SUM(B5:B6),9)", "=ROUND('2 Gap, annual'!C7-SUM(C5:C6),9)",
      ])
    #expect(!pack.spreadsheet.sheets.contains { $0.name.hasSuffix("Before the changes") })
  }

  @Test func `a layout with a minus and decimals of its own reaches every figure`() throws {
    let layout = try ReportLayout(
      SourceFile(
        path: "a.layout",
        text: """
          layout: a
          negatives: minus
          decimals: 2
          contents: [gap, { part: table, decimals: 4 }, { part: comparison, decimals: 1 }]
          """))
    let pack = try ReportPack(
      [question(plan(), "late", "[{ name: Late, line: offices, scale: 50% }]")], layout: layout,
      program: "mtfs")
    let sample = WorkbookSample(pack.spreadsheet)
    #expect(try sample.read("1 Plan").contains(["Offices", "", "-0.5000", "-0.4000"]))
    #expect(try sample.read("2 Gap, annual").contains { $0.contains("-0.25") })
    #expect(try sample.read("Remaining, annual").contains(["late", "2.8", "1.8", "4.6"]))
    #expect(sample.spreadsheet.sheets.allSatisfy { $0.negatives == .minus })
    let lines = sample.spreadsheet.sheets.flatMap(\.lines)
    #expect(!lines.contains { $0.contains("bracket") })
  }

  @Test func `a title is a text wherever it stands`() throws {
    let comparison = try Comparison([question(plan(), "=1+1", "[{ line: offices, scale: 50% }]")])
    let sample = WorkbookSample(comparison.spreadsheet(program: "mtfs"))
    #expect(try sample.read("Remaining, annual").contains { $0.first == "=1+1" })
    let bytes = String(decoding: sample.spreadsheet.rendered(), as: UTF8.self)
    #expect(!bytes.contains("<f>1+1") && !bytes.contains("<f>=1"))
  }
}
