import Foundation
import Testing

/// How a result looks: widths, units, kinds, and labels that mean harm.
@Suite struct PrintedPageTests {
  private static let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  private func output(_ words: String...) throws -> String {
    let outcome = try BuiltCommand.run(words)
    #expect(outcome.status == 0)
    return outcome.output
  }

  @Test(arguments: [60, 40])
  func `on a narrow page labels shorten and every figure stays whole`(width: Int) throws {
    let wide = try output("table", Self.plan)
    let narrow = try output("table", Self.plan, "--width", "\(width)")
    #expect(figures(narrow) == figures(wide))
    #expect(figures(wide).count == 175)
    #expect(narrow.contains("Increase in…"))
    let widest = { (text: String) in Transcript.lines(text).map(\.count).max() ?? 0 }
    #expect(widest(narrow) < widest(wide))
  }

  /// The figures of a table, in order: with three decimals, in brackets or not.
  private func figures(_ text: String) -> [String] {
    text.matches(of: /\(?\d+\.\d{3}\)?/).map { String($0.0) }
  }

  @Test func `another unit and its decimals change the print and not the figure`() throws {
    let page = try output(
      "run", "\(ScenarioFiles.wiltshire)/harder-times.yaml", "--unit", "£000", "--decimals", "0")
    #expect(page.contains("\n£000 "))
    #expect(page.contains(/\nRemaining +2,049 +5,061 +3,204 +3,036 +13,350\n/))
    #expect(page.contains("£13,350k a year by 2020-21. Left open"))
    let rounded = try output("run", Self.plan, "--decimals", "0")
    #expect(rounded.contains(/\nRequired +8 +19 +12 +14 +52\n/))
  }

  @Test(arguments: [("annual", "cumulative"), ("cumulative", "annual")])
  func `one kind of gap can be asked for and then stands alone`(kind: String, other: String) throws
  {
    let page = try output("run", "\(ScenarioFiles.wiltshire)/levy-not-taken.yaml", "--kind", kind)
    #expect(page.contains("Budget gap, \(kind): "))
    #expect(page.contains("Difference from the plan, \(kind)\n"))
    #expect(!page.contains(other))
  }

  @Test func `scenarios stack, and their changes add up to the remaining gap`() throws {
    let folder = ScenarioFiles.wiltshire
    let page = try output(
      "run", "\(folder)/staffing-up.yaml", "\(folder)/efficiency-80.yaml", "--kind", "annual")
    #expect(page.contains("\nScenario: Staffing pressures a fifth higher\n"))
    #expect(page.contains("\nScenario: General efficiency target 80% delivered\n"))
    #expect(page.contains(/\nStaffing pressures a fifth higher +0.733 +1.056 +1.274 +0.876/))
    #expect(page.contains(/\nWith the changes +2.049 +3.874 +2.011 +1.802 +9.736\n/))
    let other = try BuiltCommand.run([
      "run", "\(folder)/staffing-up.yaml", "\(folder)/harder-times.yaml",
    ])
    #expect(other.status == 2)
    #expect(other.errors.contains("is based on another plan"))
  }

  @Test func `a question may be typed, with paths from the folder one is in`() throws {
    let text = try String(
      contentsOfFile: "\(BuiltCommand.project)/\(ScenarioFiles.wiltshire)/harder-times.yaml",
      encoding: .utf8)
    let folder = "\(BuiltCommand.project)/\(ScenarioFiles.wiltshire)"
    let typed = try BuiltCommand.run(["-", "--format", "csv"], in: folder, input: text)
    let named = try BuiltCommand.run(["run", "harder-times.yaml", "--format", "csv"], in: folder)
    #expect(
      typed.output.replacing("<standard input>:", with: "harder-times.yaml:") == named.output)
    #expect(typed.status == 0)
  }

  @Test func `no label steers a terminal or runs in a spreadsheet`() throws {
    let scenario = """
      scenario: a
      title: "\\e[31mred\\a\\b"
      based-on: \(BuiltCommand.project)/\(Self.plan)
      changes:
        - { name: "\\e]0;title\\a", line: staffing, scale: 110% }
        - { name: "=1+1", line: digital, scale: 110% }

      """
    for format in ["text", "markdown", "csv", "json"] {
      let words = ["run", "-", "--format", format]
      let outcome = try BuiltCommand.run(words, input: scenario)
      #expect(outcome.status == 0)
      let controls = outcome.output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r"
      }
      #expect(controls.isEmpty, "\(format)")
    }
    let csv = try BuiltCommand.run(["run", "-", "--format", "csv"], input: scenario).output
    #expect(csv.contains(",'=1+1,"))
    #expect(!csv.contains(",=1+1"))
  }

  @Test func `colour comes only where it is asked for`() throws {
    #expect(try !output("run", Self.plan).contains("\u{1B}"))
    #expect(try output("run", Self.plan, "--color", "always").contains("\u{1B}[1m"))
    #expect(try !output("run", Self.plan, "--color", "never").contains("\u{1B}"))
    let asked = try BuiltCommand.run(
      ["run", Self.plan, "--color", "always"], environment: ["NO_COLOR": "1"])
    #expect(asked.output.contains("\u{1B}[1m"))
  }

  @Test func `a one-off in a plan without a base year can be read by a formula`() throws {
    let plan = """
      plan: a
      title: A
      unit: £m
      years: [2026-27, 2027-28]
      sections:
        - { id: s, role: pressure, lines: [{ id: l, role: reserves, one-off: [(0.900), ~] }] }
        - { id: sum-of-s, title: Total, figure: "= s" }

      """
    let outcome = try BuiltCommand.run(["table", "-", "--format", "csv"], input: plan)
    #expect(outcome.output.contains("Total,£m,-0.900,0.900"))
  }

  @Test(arguments: [
    ("[1.000, (1.000)]", "Short by at most £1.000m, in 2026-27; nil by 2027-28."),
    (
      "[1.000, (3.000)]",
      "Short by at most £1.000m, in 2026-27; £2.000m a year to spare by 2027-28."
    ),
    ("[(1.000), 1.000]", "No year falls short, and by 2027-28 the plan is in balance."),
    ("[(1.000), ~]", "No year falls short: £1.000m a year to spare by 2027-28."),
    (
      "[(3.000), 4.000]",
      "Still to be found: £1.000m a year by 2027-28. Over the whole plan it spares £2.000m."
    ),
    ("[0.000, ~]", "The plan closes the gap in every year."),
    (
      "[1.000, 1.000]",
      "Still to be found: £1.000m in 2026-27, £2.000m a year by 2027-28. Left open, the gap costs"
        + " £3.000m\nover the plan."
    ),
  ])
  func `the first sentence says how the plan ends, and whether a year before falls short`(
    figures: String, sentence: String
  ) throws {
    let plan = """
      plan: a
      title: A
      unit: £m
      years: [2026-27, 2027-28]
      sections: [{ id: s, role: pressure, lines: [{ id: l, recurring: \(figures) }] }]

      """
    let page = try BuiltCommand.run(["run", "-"], input: plan).output
    #expect(page.contains("\n\(sentence)\n"))
  }

  @Test func `a cell is reconciled in the unit of its column`() throws {
    let page = try BuiltCommand.run([
      "reconcile", "Scenarios/maidstone-risks/plan.yaml", "--format", "json",
    ]).output
    #expect(page.contains(/"column": "Likelihood",\s+"published": "75",\s+"computed": "75"/))
  }
}
