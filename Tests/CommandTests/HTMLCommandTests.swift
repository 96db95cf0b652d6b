import Foundation
import Testing

/// `--format html` and `--format svg`, as somebody types them.
@Suite struct HTMLCommandTests {
  private static let folder = ScenarioFiles.wiltshire
  private static let harder = "\(folder)/harder-times.yaml"

  private func output(_ words: String...) throws -> String {
    let outcome = try BuiltCommand.run(words)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `a page of a scenario has its charts, each above the table it is part of`() throws {
    let page = try output("run", Self.harder, "--format", "html")
    let parts = page.matches(
      of: /<(?:title id="chart-\d-title"|caption id="[^"]*")>(?:<span>)?([^<]*)/)
    #expect(
      parts.map { String($0.output.1) } == [
        "Required and planned cost reduction, annual: what each year adds",
        "Budget gap, annual: what each year adds",
        "Required and planned cost reduction, cumulative: the level in each year",
        "Budget gap, cumulative: the level in each year",
        "Difference from the plan, annual", "Remaining gap, annual, change by change",
        "Difference from the plan, cumulative",
        "Change by change: the level of the remaining gap in 2020-21",
        "Remaining gap, cumulative, change by change", "What the changes set",
      ])
    #expect(page.contains("<td class=\"n neg\">(6.000)</td>"))
  }

  @Test func `a chart says in words what it shows`() throws {
    let page = try output("run", Self.harder, "--format", "html")
    #expect(
      page.contains(
        "<figcaption>The required cost reduction peaks at £21.441m in 2018-19 and is least in "
          + "2017-18, £8.254m. The planned one peaks at £16.380m in 2018-19 and is least in "
          + "2017-18, £6.205m. Over the plan £60.001m is required and £46.651m planned, with "
          + "£13.350m still to be found.</figcaption>"))
    #expect(
      page.contains(
        "<figcaption>The remaining gap of 2020-21 goes from £0.000m (&#39;The plan as it "
          + "stands&#39;) to £13.350m (&#39;With the changes&#39;). Most is added by &#39;General "
          + "efficiency target 80% delivered&#39;, £5.797m.</figcaption>"))
  }

  @Test func `a fan and a reserve say in words where they end`() throws {
    let fan = try output(
      "simulate", "\(Self.folder)/driven.yaml", "--draws", "500", "--seed", "7", "--format", "svg")
    #expect(
      fan.contains(
        /<desc id="chart-words">In 2020-21 the remaining gap lies between \(?£.* in at least 90 of 100/
      ))
    #expect(fan.components(separatedBy: "<polygon class=\"ch-b0\"").count == 3)
    let reserves = try BuiltCommand.run(
      ["reserves", "Scenarios/reserves/plan.yaml", "--format", "html"]
    ).output
    #expect(reserves.contains(/<figcaption>The closing balance peaks at £.*below its minimum/))
  }

  @Test(arguments: [
    (["run", harder], "Required and planned cost reduction, annual: what each year adds"),
    (
      ["run", harder, "--kind", "cumulative"],
      "Required and planned cost reduction, cumulative: the level in each year"
    ),
    (["compare", harder], "Remaining gap by scenario: the level in 2020-21"),
    (
      ["sensitivity", "\(folder)/driven.yaml"],
      "What moves the remaining gap: difference in the level of 2020-21"
    ),
    (
      ["movement", "\(folder)/driven.yaml", harder],
      "Movement: the level of the remaining gap in 2020-21"
    ),
    (
      [
        "simulate", "\(folder)/driven.yaml", "--draws", "500", "--seed", "7", "--kind",
        "cumulative",
      ],
      "Remaining gap in many draws, cumulative: the level in each year"
    ),
    (
      ["reserves", "Scenarios/reserves/plan.yaml"],
      "General fund: what is left at the end of each year"
    ),
  ])
  func `svg is the main chart of a result`(words: [String], title: String) throws {
    let picture = try BuiltCommand.run(words + ["--format", "svg"]).output
    #expect(picture.hasPrefix("<svg xmlns="))
    #expect(picture.contains("<title id=\"chart-title\">\(title)</title>"))
    #expect(picture.components(separatedBy: "<svg").count == 2)
  }

  @Test func `a result without a chart is no picture`() throws {
    let outcome = try BuiltCommand.run(["table", "\(Self.folder)/plan.yaml", "--format", "svg"])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("unknown value 'svg' for --format"))
    #expect(!outcome.errors.contains("or 'svg'"))
  }

  @Test func `a plan without savings has no chart of the two reductions and a page all the same`()
    throws
  {
    let plan = """
      plan: a
      title: A
      unit: £m
      years: [2026-27]
      gap: none
      sections: [{ id: s, role: pressure, lines: [{ id: l, recurring: [1.000] }] }]

      """
    let outcome = try BuiltCommand.run(["run", "-", "--format", "html"], input: plan)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("<p>This plan has no gap"))
    #expect(!outcome.output.contains("<svg"))
  }

  @Test func `no label of a file becomes markup`() throws {
    let plan = """
      plan: a
      title: "</title><script>alert(1)</script>"
      authority: "\\"'><img src=x onerror=alert(1)>"
      unit: £m
      years: [2026-27, 2027-28]
      sections:
        - id: s
          title: "<b>\\e[31m&amp;"
          role: pressure
          lines: [{ id: l, title: "]]>--><svg onload=alert(1)>", recurring: [1.000, tbc] }]

      """
    for command in ["run", "table", "sensitivity"] {
      let page = try BuiltCommand.run([command, "-", "--format", "html"], input: plan).output
      for mark in ["<script", "<img", "<b>\u{FFFD}", "<svg onload", "\u{1B}"] {
        #expect(!page.contains(mark), "\(command): \(mark)")
      }
      #expect(page.contains("&lt;/title&gt;&lt;script&gt;"))
    }
  }

  @Test func `two runs give the same bytes`() throws {
    for words in [["run", Self.harder], ["compare", Self.harder]] {
      for format in ["html", "svg"] {
        let pages = try (0..<2).map { _ in
          try BuiltCommand.run(words + ["--format", format]).output
        }
        #expect(pages[0] == pages[1])
      }
    }
  }
}
