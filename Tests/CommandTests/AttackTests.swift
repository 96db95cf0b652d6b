import Foundation
import Testing

/// Inputs that once gave a silent failure, a wrong verdict or a crash.
struct AttackTests {
  /// Runs `mtfs` in a folder that holds `files`.
  private func run(
    _ words: [String], _ files: [String: String]
  ) throws -> BuiltCommand.Outcome {
    var outcome: BuiltCommand.Outcome?
    try withFolder { folder in
      for (name, text) in files {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      outcome = try BuiltCommand.run(words, in: folder)
    }
    return try #require(outcome)
  }

  private func plan(_ rows: String, _ more: String = "", head: String = "unit: £m") -> String {
    """
    plan: p
    title: P
    \(head)
    years: [2017-18, 2018-19]
    gap: none
    sections:
    \(rows.split(separator: "\n").map { "  - \($0)" }.joined(separator: "\n"))
    \(more)

    """
  }

  @Test func `a misprinted nil in a divisor is one wrong cell, and ends nothing`() throws {
    let files = [
      "plan.yaml": plan(
        """
        { id: pay, title: Pay, level: [1.000, 4.000] }
        { id: care, title: Care, level: [4.000, 4.000] }
        { id: ratio, title: Ratio, unit: "%", print: no, figure: "= pay / care" }
        """,
        """
        published: [{ table: t.tsv }]
        checks: [{ id: k, says: K, holds: "ratio < 200%" }]
        """),
      "t.tsv": "\t2017-18\t2018-19\nPay\t1.000\t4.000\nCare\t0.000\t4.000\n",
    ]
    let outcome = try run(["reconcile", "plan.yaml"], files)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("3 exact, 0 rounding, 0 noted, 1 wrong"))
    #expect(try run(["check", "plan.yaml"], files).status == 1)
  }

  @Test func `a claim whose formula has no value says so with its place`() throws {
    let outcome = try run(
      ["reconcile", "plan.yaml"],
      [
        "plan.yaml": plan(
          """
          { id: pay, level: [1.000, 4.000] }
          { id: double, figure: "= pay * pay / £1m" }
          """,
          "claims: [{ id: c, says: C, value: £1m, equals: \"= at(double, 2017-18)\" }]")
      ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("plan.yaml:8:36: error: money cannot be multiplied by money"))
  }

  @Test(arguments: [("tbc", "wrong"), ("n/a", "wrong"), ("0.001", "rounding"), ("", "rounding")])
  func `a figure to be confirmed or not applicable is no figure within rounding`(
    published: String, verdict: String
  ) throws {
    let outcome = try run(
      ["reconcile", "plan.yaml"],
      [
        "plan.yaml": plan(
          """
          { id: a, title: A, level: [1.000, 1.000] }
          { id: b, title: B, level: [(1.000), (1.001)] }
          { id: t, title: T, figure: "= -a - b" }
          """, "published: [{ table: t.tsv }]"),
        "t.tsv": "\t2017-18\t2018-19\nA\t1.000\t1.000\nB\t(1.000)\t(1.001)\n"
          + "T\t\(published == "0.001" ? "0.001" : "0.000")\t\(published)\n",
      ])
    #expect(outcome.output.contains("1 \(verdict)") || outcome.output.contains("2 \(verdict)"))
  }

  @Test func `a table that carries its misprint on is wrong once`() throws {
    let outcome = try run(
      ["reconcile", "plan.yaml"],
      [
        "plan.yaml": plan(
          """
          { id: care, title: Care, level: [10.4, 1.0] }
          { id: homes, title: Homes, level: [24.0, 1.0] }
          { id: sub, title: Subtotal, figure: "= care + homes" }
          { id: roads, title: Roads, level: [5.4, 1.0] }
          { id: net, title: Net, figure: "= sub + roads" }
          """, "published: [{ table: t.csv }]", head: "unit: £m\ndecimals: 1"),
        "t.csv": ",2017/18,2018/19\nCare,10.4,1.0\nHomes,24.0,1.0\nSubtotal,30.9,2.0\n"
          + "Roads,5.4,1.0\nNet,36.2,3.0\n",
      ])
    #expect(outcome.output.contains("8 exact, 1 rounding, 0 noted, 1 wrong"))
  }

  @Test func `a computed row of a table is rounded to each column's own place`() throws {
    let outcome = try run(
      ["table", "plan.yaml"],
      [
        "plan.yaml": """
        plan: p
        title: P
        unit: £000
        tables:
          - id: t
            columns:
              - { id: net }
              - { id: share, unit: "%", decimals: 1 }
            rows:
              - { id: a, values: [100, 12.4%] }
              - { id: b, values: [100, 12.4%] }
              - { id: sum-of-both, rounding: printed, figure: "= a + b" }

        """
      ])
    #expect(outcome.output.contains(/sum-of-both +200 +24\.8%/))
  }

  @Test func `a column's own unit in a heading is no disagreement, and a bare pound sign is money`()
    throws
  {
    let files = [
      "plan.yaml": """
      plan: p
      title: P
      unit: £000
      tables:
        - id: t
          columns:
            - { id: net, title: Net £000 }
            - { id: band-d, title: £ per Band D, unit: £, decimals: 2 }
          rows:
            - { id: care, title: Care, values: ["5,940", 95.96] }
      published: [{ table: t.csv, of: t, unit: £000 }]

      """, "t.csv": "Service,Net £000,£ per Band D\nCare,\"£5,940\",95.96\n",
    ]
    let outcome = try run(["reconcile", "plan.yaml"], files)
    #expect(outcome.output.contains("2 exact, 0 rounding, 0 noted, 0 wrong"))
  }

  @Test func `sums beyond what a figure may be are refused, and none crashes`() throws {
    let lines = (0..<40).map { number in
      number == 0
        ? "{ id: l0, recurring: [£900000000m, £900000000m] }"
        : "{ id: l\(number), recurring: \"= cumulative(l\(number - 1)) * 40\" }"
    }
    let outcome = try run(["run", "plan.yaml"], ["plan.yaml": plan(lines.joined(separator: "\n"))])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[figure-too-large]"))
  }

  @Test func `a scenario brings what it is based on along, however its plan is spelt`() throws {
    let pay = "changes: [{ line: pay, add: 1.000, in: 2017-18 }]"
    let files = [
      "plan.yaml": """
      plan: p
      title: P
      unit: £m
      years: [2017-18]
      sections: [{ id: pay, role: pressure, recurring: [1.000] }]

      """,
      "parent.yaml": "scenario: parent\nbased-on: ./plan.yaml\n\(pay)\n",
      "child.yaml": "scenario: child\nbased-on: parent.yaml\n\(pay)\n",
    ]
    for words in [["child.yaml"], ["plan.yaml", "child.yaml"], ["parent.yaml", "./child.yaml"]] {
      let outcome = try run(["run"] + words, files)
      #expect(outcome.output.contains(/\nRemaining +3\.000 +3\.000\n/), "\(words)")
    }
  }

  @Test func `explain shows every step of a changed figure and the gap that a sum starts from`()
    throws
  {
    let files = [
      "plan.yaml": """
      plan: p
      title: P
      unit: £m
      base-year: 2016-17
      base-gap: 5.000
      years: [2017-18, 2018-19]
      sections: [{ id: pay, title: Pay, role: pressure, recurring: [1.000, 2.000] }]

      """,
      "more.yaml": "scenario: more\nbased-on: plan.yaml\n"
        + "changes: [{ name: Half more, line: pay, scale: 150% }]\n",
    ]
    let changed = try run(["explain", "more.yaml", "pay", "2018-19"], files)
    #expect(changed.output.contains(/before the changes, 2018-19 +£2\.000m +plan\.yaml:7/))
    #expect(changed.output.contains(/Half more, 2018-19 +£3\.000m +times 150\.00% +more\.yaml:3/))
    let gap = try run(
      ["explain", "plan.yaml", "remaining", "2018-19", "--kind", "cumulative"], files)
    #expect(gap.output.contains(/the base year's gap, 2016-17 +£5\.000m/))
    #expect(gap.output.contains("Gap: remaining, cumulative, 2018-19"))
  }
}
