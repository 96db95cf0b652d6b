import Testing

@testable import FinanceModel

/// Figures out of scale and one-offs taken back by hand, and what looks like them and is sound.
@Suite struct FigureAlarmTests {
  private func found(_ rule: CheckRule, _ lines: [String]) throws -> [String] {
    let list = lines.enumerated().map { "\n    - { id: line-\($0), title: L\($0), \($1) }" }
      .joined()
    let plan = try Sheet.plan("- id: block\n  role: pressure\n  lines:\(list)")
    return try rule.find(CheckSubject(plan)).map(\.message)
  }

  private static let usual = [
    "base: 62.400, recurring: [1.900, (0.300), ~, ~]", "one-off: [(0.600), ~, ~, ~]",
    "base: 9.100, recurring: [1.200, 0.800, 0.400, ~]", "recurring: [~, 0.010, 0.020, ~]",
  ]

  @Test(arguments: [
    ("recurring: [1300, 1.100, 1.100, ~]", "L4"), ("recurring: [1300, 1100, 1100, ~]", "L4"),
    ("recurring: [(1300), ~, ~, ~]", "L4"), ("one-off: [~, 600, ~, ~]", "L4"),
    ("recurring: [1.100, £1300k, ~, ~]", nil), ("recurring: [50.000, 1.100, ~, ~]", nil),
    ("recurring: [50.000, 0.100, ~, ~]", "L4"), ("recurring: [15.000, 0.100, ~, ~]", nil),
    ("recurring: [189.000, 100.000, ~, ~]", nil), ("recurring: [190.000, 100.000, ~, ~]", "L4"),
    ("base: 63000, recurring: [~, ~, ~, ~]", "L4"),
    ("base: 62000, recurring: [~, ~, ~, ~]", nil),
    ("base: 63000, base-memo: yes, recurring: [~, ~, ~, ~]", nil),
    ("base: 40.000, level: [41.000, 42000, 43.000, 44.000]", nil),
    ("base: 40.000, level: [41.000, 63000, 43.000, 44.000]", "L4"),
    ("recurring: \"= 1300000000 * £1\"", nil),
    ("role: memorandum, recurring: [1300, ~, ~, ~]", nil),
    ("unit: \"%\", role: memorandum, recurring: [1300%, ~, ~, ~]", nil),
  ])
  func `a figure is out of scale beside those of the other lines`(
    line: String, title: String?
  ) throws {
    let messages = try found(.figureOutOfScale, Self.usual + [line])
    #expect(messages.count == (title == nil ? 0 : 1), "\(messages)")
    #expect(messages.first?.hasPrefix("'\(title ?? "")' has £") ?? true)
  }

  @Test func `the message says what the others are, without those that are found as well`() throws {
    let wrong = ["recurring: [1300, 1.100, ~, ~]", "recurring: [(1900), ~, ~, ~]"]
    #expect(
      try found(.figureOutOfScale, Self.usual + ["recurring: [0.300, ~, ~, ~]"] + wrong) == [
        "'L5' has £1,300.000m, and no change beside it is above £1.900m",
        "'L6' has £1,900.000m, and no change beside it is above £1.900m",
      ])
  }

  @Test func `three lines are no scale for a fourth`() throws {
    let line = "recurring: [1300, ~, ~, ~]"
    #expect(try found(.figureOutOfScale, Self.usual.prefix(2) + [line]).isEmpty)
    #expect(try found(.figureOutOfScale, Self.usual.prefix(3) + [line]).count == 1)
  }

  @Test(arguments: [
    ("one-off: [(0.600), 0.600, ~, ~]", "2018-19"), ("one-off: [~, 0.600, (0.600), ~]", "2019-20"),
    ("base: 0.600, one-off: [(0.600), ~, ~, ~]", "2017-18"),
    ("one-off: [(0.600), ~, ~, ~]", nil), ("one-off: [(0.600), (0.600), ~, ~]", nil),
    ("one-off: [(0.600), 0.500, ~, ~]", nil), ("one-off: [(0.600), ~, 0.600, ~]", nil),
    ("one-off: [0.000, 0.000, ~, ~]", nil), ("recurring: [(0.600), 0.600, ~, ~]", nil),
    ("note: repaid to the fund, one-off: [(0.600), 0.600, ~, ~]", nil),
    ("note: surplus, one-off: [(0.600), 0.600, ~, ~]", nil),
    ("role: memorandum, one-off: [(0.600), 0.600, ~, ~]", nil),
  ])
  func `a one-off that is taken back in the next year unwinds twice`(
    line: String, year: String?
  ) throws {
    let messages = try found(.oneOffUnwoundTwice, [line])
    #expect(messages.count == (year == nil ? 0 : 1))
    #expect(messages.first?.contains("by hand in \(year ?? ""), £0.600m") ?? true)
  }
}
