import Testing

@testable import FinanceModel

/// Scenarios side by side, worked out by hand.
@Suite struct ComparisonTests {
  private static let sections = """
    - { id: tax, title: Council tax, role: funding, recurring: [(2.000), (2.100)] }
    - { id: pay, title: Pay, role: pressure, recurring: [2.000, 2.000] }
    - { id: care, title: Care, role: pressure, recurring: [1.000, ~] }
    - { id: offices, title: Offices, role: saving, recurring: [(0.500), (0.400)] }
    """

  private func plan(
    _ sections: String = ComparisonTests.sections, path: String = "plan.yaml", head: String = "",
    years: Int = 2
  ) throws -> Plan {
    try Plan(SourceFile(path: path, text: Sheet.text(sections, head: head, years: years)))
  }

  private func question(_ plan: Plan, _ title: String, _ changes: String...) throws -> Question {
    let list = changes.isEmpty ? " []" : changes.map { "\n  - \($0)" }.joined()
    let text =
      "scenario: \(title.lowercased())\ntitle: \(title)\nbased-on: plan.yaml\nchanges:\(list)\n"
    let file = SourceFile(path: "in/\(title).yaml", text: text)
    return Question(base: plan, scenarios: [try Scenario(file)])
  }

  private func thousands(_ series: YearSeries<Money>?) -> [Int] {
    series?.values.map { Int($0.trillionths / 1_000_000_000_000_000) } ?? []
  }

  private func faults(_ questions: [Question]) -> [String] {
    do {
      _ = try Comparison(questions)
      return []
    } catch {
      return error.all.map { fault in
        let range = fault.range
        return "\(fault.code.rawValue): \(range.map { $0.file.text($0.bytes) } ?? "")"
      }
    }
  }

  @Test func `scenarios of one plan are compared with the plan as it stands`() throws {
    let plan = try plan()
    let found = try Comparison([
      question(plan, "Low", "{ line: pay, scale: 90% }"),
      question(plan, "High", "{ line: pay, scale: 120% }", "{ line: offices, scale: 50% }"),
    ])
    #expect(found.alternatives.map(\.title) == ["The plan as it stands", "Low", "High"])
    // Remaining is 0.5 and -0.5; pay gives 0.2 back or costs 0.4, the offices cost 0.25 and 0.2.
    #expect(
      found.alternatives.map { thousands($0.gap.annual[.remaining]) }
        == [[500, -500], [300, -700], [1150, 100]])
    #expect(
      found.alternatives.map { thousands($0.difference.annual) }
        == [[0, 0], [-200, -200], [650, 600]])
    #expect(
      found.alternatives.map { thousands($0.difference.cumulative) }
        == [[0, 0], [-200, -400], [650, 1250]])
    #expect(found.lines.map(\.id.name) == ["pay", "offices"])
    #expect(found.lines.map(\.rows) == [[1, 1, 1], [3, 3, 3]])
  }

  @Test func `where the plan is among them, or there are several, the first is the reference`()
    throws
  {
    let plan = try plan()
    let low = try question(plan, "Low", "{ line: pay, scale: 90% }")
    let asked = try Comparison([low, Question(base: plan)])
    #expect(asked.alternatives.map(\.title) == ["Low", "The plan as it stands"])
    #expect(thousands(asked.alternatives[1].difference.annual) == [200, 200])
    let other = try self.plan(
      "- { id: pay, role: pressure, recurring: [9.000, ~] }", path: "other.yaml")
    let several = try Comparison([low, Question(base: other)])
    #expect(several.alternatives.map(\.title) == ["Low", "Sample"])
    #expect(thousands(several.alternatives[1].difference.annual) == [8700, 700])
  }

  @Test func `a line that is in one plan only stands after the line before it`() throws {
    let one = try plan(
      """
      - { id: a, role: pressure, recurring: [1.000, ~] }
      - { id: same, role: pressure, recurring: [~, ~] }
      - { id: c, role: pressure, recurring: [3.000, ~] }
      """)
    let other = try plan(
      """
      - { id: z, role: pressure, recurring: [0.100, ~] }
      - { id: a, role: pressure, recurring: [1.500, 0.000] }
      - { id: same, role: pressure, recurring: [~, 0.000] }
      - { id: b, role: pressure, recurring: [2.000, ~] }
      - { id: nil-here, role: pressure, recurring: [0.000, "-"] }
      """, path: "other.yaml")
    let found = try Comparison([Question(base: one), Question(base: other)])
    // Blank and 0.000 are the same; so are a line that is nil and one that is not there.
    #expect(found.lines.map(\.id.name) == ["z", "a", "b", "c"])
    #expect(found.lines.map(\.rows) == [[nil, 0], [0, 1], [nil, 3], [2, nil]])
    let page = Report.comparison(found, style: ReportStyle(effect: .annual)).rendered(as: .text)
    #expect(page.contains(/\n  plan.yaml: Sample +3.000 +3.000\n/))
    #expect(page.contains("\n  Not in other.yaml: Sample\n"))
  }

  @Test func `alternatives with one title go by their files as well`() throws {
    let plan = try plan()
    let scenarios = try ["a/low.yaml", "b/low.yaml", "b/other.yaml"].map { path in
      let text = "scenario: s\ntitle: Low\nbased-on: plan.yaml\nchanges: []\n"
      return Question(base: plan, scenarios: [try Scenario(SourceFile(path: path, text: text))])
    }
    #expect(
      try Comparison(scenarios).alternatives.map(\.title)
        == ["The plan as it stands", "a/low.yaml: Low", "b/low.yaml: Low", "other.yaml: Low"])
  }

  @Test func `a scenario without changes differs in nothing`() throws {
    let found = try Comparison([question(plan(), "Empty")])
    #expect(found.lines.isEmpty)
    #expect(found.alternatives.map { thousands($0.difference.cumulative) } == [[0, 0], [0, 0]])
    let page = Report.comparison(found).rendered(as: .text)
    #expect(page.contains("By 2018-19 the gap of all is £0.000m a year."), "\(page)")
    #expect(page.contains("\nNo line differs.\n"))
  }

  @Test func `plans of other years or without a gap cannot be compared`() throws {
    let plan = try Question(base: plan())
    let line = "- { id: pay, role: pressure, recurring: [~, ~] }"
    let longer = try Question(base: self.plan(line.replacing("~, ~", with: "~, ~, ~"), years: 3))
    let list = try Question(base: self.plan(line, path: "list.yaml", head: "gap: none"))
    #expect(faults([plan, longer]) == ["year-outside-plan: [2017-18, 2018-19, 2019-20]"])
    #expect(faults([plan, list]) == ["wrong-value: none"])
    #expect(faults([list, plan]) == ["wrong-value: none"])
  }

  @Test func `repeated titles show their sections`() throws {
    let plan = try plan(
      """
      - { id: s, title: Adults, role: pressure, lines: [{ id: a, title: Pay, recurring: [1.000, ~] }] }
      - { id: t, title: Children, role: pressure, lines: [{ id: b, title: Pay, recurring: [1.000, ~] }] }
      """)
    let page = Report.comparison(
      try Comparison([question(plan, "More", "{ lines: [a, b], scale: 200% }")])
    ).rendered(as: .text)
    #expect(page.contains("\nPay (Adults)\n"))
    #expect(page.contains("\nPay (Children)\n"))
  }
}
