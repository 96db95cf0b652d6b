import Foundation
import Testing

@testable import FinanceModel

@Suite struct FundingOutlookTests {
  private func outlook(_ sections: String, base: String? = "2016-17") throws -> FundingOutlook {
    try Sheet(sections, base: base).forecast.fundingOutlook
  }

  /// A section of funding that prints income as negative.
  private func funding(_ lines: String) -> String {
    let items = lines.split(separator: "\n").map { "    - \($0)" }.joined(separator: "\n")
    return "- id: grants\n  role: funding\n  lines:\n\(items)"
  }

  private func text(_ values: [Money]) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return values.map { format.text($0, in: .millions) }.joined(separator: " ")
  }

  private func percent(_ shares: [Rate?]) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return shares.map { $0.map { format.text(.number($0), in: .percent) } ?? "~" }
      .joined(separator: " ")
  }

  @Test func `the size of a status is that of its lines in the year`() throws {
    let outlook = try outlook(
      funding(
        """
        { id: tax, base: (60.000), recurring: [(2.000), ~, ~, ~], funding: [final, assumed, assumed, assumed] }
        { id: grant, base: (20.000), recurring: [1.000, 1.000, ~, ~], funding: { 2017-18: provisional } }
        { id: fund, base: "-", one-off: [3.000, ~, ~, ~], funding: final }
        """))
    #expect(text(outlook.lines[0].levels) == "62.000 62.000 62.000 62.000")
    #expect(text(outlook.lines[1].levels) == "19.000 18.000 18.000 18.000")
    // A deficit of the collection fund is money that goes out: its size counts, and not its sign.
    #expect(text(outlook.lines[2].levels) == "-3.000 0.000 0.000 0.000")
    #expect(text(outlook.size(.final)) == "65.000 0.000 0.000 0.000")
    #expect(text(outlook.size(.provisional)) == "19.000 0.000 0.000 0.000")
    #expect(text(outlook.size(.indicative)) == "0.000 0.000 0.000 0.000")
    #expect(text(outlook.size(.assumed)) == "0.000 62.000 62.000 62.000")
    #expect(text(outlook.size(nil)) == "0.000 18.000 18.000 18.000")
    #expect(text(outlook.size) == "84.000 80.000 80.000 80.000")
    #expect(text(outlook.notFinal) == "19.000 80.000 80.000 80.000")
    // 19 of 84 is 22.619…%.
    #expect(percent(outlook.shares(outlook.notFinal)) == "22.600 100.000 100.000 100.000")
  }

  @Test func `a section that prints income positive has the same outlook`() throws {
    let line = "{ id: grant, base: (20.000), recurring: [1.000, (2.000), ~, ~], funding: final }"
    let turned = """
      - id: grants
        role: income
        signs: income-positive
        lines:
          - { id: grant, base: 20.000, recurring: [-1.000, 2.000, ~, ~], funding: final }
      """
    let levels = try [funding(line), turned].map { text(try outlook($0).lines[0].levels) }
    #expect(levels == ["19.000 21.000 21.000 21.000", "19.000 21.000 21.000 21.000"])
  }

  @Test(
    arguments: [
      ("0.001", "1.999", "0.100"),  // 0.05% exactly: half is rounded away from zero
      ("0.000999999999999999", "1.999000000000000001", "0.000"),
      // Rounded to trillionths first, 12.35% less a ten-millionth of a millionth would become 12.4%.
      ("12349.99999999", "87650.00000001", "12.300"), ("12350", "87650", "12.400"),
    ])
  func `a share is rounded once`(final: String, other: String, share: String) throws {
    let outlook = try outlook(
      funding(
        """
        { id: a, level: [(\(final)), ~, ~, ~], base: ~, funding: final }
        { id: b, level: [(\(other)), ~, ~, ~], base: ~ }
        """))
    #expect(percent(outlook.shares(outlook.size(.final))) == "\(share) ~ ~ ~")
  }

  @Test func `only lines of funding and income count`() throws {
    let outlook = try outlook(
      """
      - { id: pay, role: pressure, recurring: [1.000, ~, ~, ~], funding: final }
      - { id: fees, role: income, recurring: [(1.000), ~, ~, ~], funding: final }
      - { id: shown, role: memorandum, recurring: [(1.000), ~, ~, ~] }
      """)
    #expect(outlook.lines.map(\.id.name) == ["fees"])
    #expect(outlook.linesLeftOut.map(\.id.name) == ["pay"])
  }

  @Test func `of a line without a base-year figure only the change is known`() throws {
    let outlook = try outlook(
      funding(
        """
        { id: known, base: "-", recurring: [1.000, ~, ~, ~] }
        { id: unknown, recurring: [1.000, ~, ~, ~] }
        { id: memo, base: 9.000, base-memo: yes, recurring: [1.000, ~, ~, ~] }
        { id: once, one-off: [1.000, ~, ~, ~] }
        { id: whole, level: [1.000, ~, ~, ~], base: ~ }
        """))
    #expect(outlook.lines.filter { !$0.isWhole }.map(\.id.name) == ["unknown", "memo"])
    #expect(text(outlook.lines[2].levels) == "-1.000 -1.000 -1.000 -1.000")
  }

  // MARK: What stops

  @Test func `what stops has the level of its last year and what the plan takes out`() throws {
    let outlook = try outlook(
      funding(
        """
        { id: late, base: (3.000), recurring: [~, ~, 3.000, ~], ends: 2018-19 }
        { id: soon, one-off: [(1.800), 0.000, 0.000, 0.000], ends: 2017-18, funding: final }
        { id: last, base: (4.000), recurring: [1.000, ~, ~, ~], ends: 2020-21 }
        { id: before, base: (2.000), recurring: [2.000, ~, ~, ~], ends: 2016-17 }
        """))
    #expect(outlook.ending.map(\.id.name) == ["before", "soon", "late", "last"])
    let ends = outlook.ending.compactMap(\.end)
    #expect(text(ends.map(\.amount)) == "2.000 1.800 3.000 3.000")
    #expect(ends.map { $0.takenOut.map { text([$0]) } } == ["2.000", "1.800", "3.000", nil])
    let page = Report.funding(outlook).rendered(as: .text)
    #expect(page.contains("2020-21  3.000  later"))
    #expect(!page.contains("[1]"))
    #expect(!outlook.hasFindings)
    #expect(text(outlook.size(.final)) == "1.800 0.000 0.000 0.000")
  }

  @Test(
    arguments: [
      ("{ id: a, base: (3.000), recurring: [~, ~, 2.500, ~], ends: 2017-18 }", "2018-19 3.000"),
      ("{ id: a, base: (3.000), recurring: [3.000, ~, (0.5), ~], ends: 2017-18 }", "2019-20 0.500"),
      ("{ id: a, base: (3.000), recurring: [~, 3.001, ~, ~], ends: 2017-18 }", "2018-19 -0.001"),
      ("{ id: a, base: (3.000), recurring: [~, ~, ~, ~], ends: 2016-17 }", "2017-18 3.000"),
      // What is taken out of a line whose amount is not known is no finding; what is put in is one.
      ("{ id: a, recurring: [0.003, 3.014, ~, ~], ends: 2017-18 }", ""),
      ("{ id: a, recurring: [~, (1.000), ~, ~], ends: 2017-18 }", "2018-19 1.000"),
      // Rolled forward, such a line has its change so far as its base-year figure.
      ("{ id: a, base: 0.003, recurring: [3.014, ~, ~, ~], ends: 2016-17 }", ""),
      ("{ id: a, base: (3.000), recurring: [~, ~, ~, ~], ends: 2020-21 }", ""),
    ])
  func `money that the plan counts after its end is a finding`(
    line: String, counted: String
  ) throws {
    let outlook = try outlook(funding(line))
    let found = outlook.lines[0].end?.counted.map { "\($0.year) \(text([$0.amount]))" }
    #expect(found ?? "" == counted)
    #expect(outlook.hasFindings == !counted.isEmpty)
  }

  @Test func `what has ended counts no more, unless the plan still has it`() throws {
    let outlook = try outlook(
      funding(
        """
        { id: gone, recurring: [0.003, 3.014, ~, ~], ends: 2017-18 }
        { id: here, base: (5.000), recurring: [~, ~, 5.000, ~], ends: 2017-18 }
        """))
    #expect(text(outlook.size) == "5.003 5.000 0.000 0.000")
  }

  // MARK: What is rolled

  private static let rolled = """
    { id: support, base: ~, recurring: [~, (3.000), (0.500), ~] }
    { id: transport, base: (3.000), recurring: [~, 3.000, ~, ~], rolled-into: support }
    { id: homes, base: (0.500), recurring: [~, ~, 0.500, ~], rolled-into: support }
    """

  @Test func `what is rolled into a line matches what comes in there`() throws {
    let roll = try #require(try outlook(funding(Self.rolled)).rolls.first)
    #expect(roll.into.id.name == "support")
    #expect(roll.lines.map(\.id.name) == ["transport", "homes"])
    #expect(text(roll.into.annual.values) == "0.000 3.000 0.500 0.000")
    #expect(text(roll.lines[0].annual.values) == "0.000 -3.000 0.000 0.000")
    #expect(roll.matches)
    #expect(!(try outlook(funding(Self.rolled)).hasFindings))
  }

  @Test func `a difference in any year is a finding`() throws {
    let late = Self.rolled.replacingOccurrences(
      of: "[~, ~, 0.500, ~]", with: "[~, ~, ~, 0.500]")
    let outlook = try outlook(funding(late))
    #expect(text(outlook.rolls[0].difference.values) == "0.000 0.000 0.500 -0.500")
    #expect(outlook.hasFindings)
  }

  @Test func `money rolled on from a line into the next is followed to its end`() throws {
    let outlook = try outlook(
      funding(
        """
        { id: first, base: (3.000), recurring: [~, 3.000, ~, ~], rolled-into: second }
        { id: second, base: ~, recurring: [~, (3.000), 3.000, ~], rolled-into: third }
        { id: third, base: ~, recurring: [~, ~, (3.000), ~] }
        """))
    #expect(outlook.rolls.map(\.into.id.name) == ["third"])
    #expect(outlook.rolls[0].lines.map(\.id.name) == ["first", "second"])
    #expect(outlook.rolls[0].matches)
  }

  @Test func `money is rolled into a line of the plan, and never into itself`() {
    func faults(_ name: String) -> [String] {
      Sheet.diagnostics(
        funding(
          """
          { id: a, recurring: [~, ~, ~, ~], rolled-into: \(name) }
          { id: b, recurring: [~, ~, ~, ~], rolled-into: a }
          { id: c, recurring: [~, ~, ~, ~] }
          """)
      ).map(\.message)
    }
    #expect(faults("c") == [])
    #expect(faults("grants") == ["the plan has no line 'grants'"])
    #expect(faults("a") == ["'a' is rolled into itself"])
    #expect(
      faults("b") == [
        "'a' is rolled into itself through 'b'", "'b' is rolled into itself through 'a'",
      ])
  }

  // MARK: In words

  @Test func `a plan without a status says so and how to add one`() throws {
    let page = Report.funding(try outlook(funding("{ id: a, recurring: [~, ~, ~, ~] }")))
      .rendered(as: .text)
    #expect(page.contains("No line of funding or income says how sure its money is"))
    #expect(page.contains("'funding: final'"))
    #expect(!page.contains("Money by status"))
    let empty = try outlook("- { id: a, role: pressure, recurring: [~, ~, ~, ~] }")
    #expect(
      Report.funding(empty).rendered(as: .text).contains(
        "The plan has no line of role funding or income."))
  }
}
