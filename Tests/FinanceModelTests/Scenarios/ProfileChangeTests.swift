import Testing

@testable import FinanceModel

@Suite struct ProfileChangeTests {
  private static let sections = """
    - { id: saving, role: saving, recurring: [(1.000), (2.000), ~, (0.001)] }
    - { id: grant, role: income, one-off: [(3.000), ~, ~, ~] }
    - { id: rent, role: cost, base: 1.000, level: [1.000, 2.000, 2.000, 2.000] }
    - { id: driven, role: pressure, recurring: "= £1m / 3" }
    """

  @Test(arguments: [
    ("line: saving, profile: [~, (1.001), (1.000), (1.000)]", "saving", "~ -1.001 -1.000 -1.000"),
    // Shares are rounded, and the last takes what is left of 3.001.
    ("line: saving, profile: [33%, 33%, 34%, 0%]", "saving", "-0.990 -0.990 -1.021 0.000"),
    (
      "line: saving, profile: [50%, 50%], in: [2018-19, 2020-21]", "saving",
      "-1.000 -1.001 ~ -1.000"
    ),
    (
      "line: saving, profile: { 2019-20: (3.001), 2017-18: ~, 2018-19: ~, 2020-21: ~ }", "saving",
      "~ ~ -3.001 ~"
    ),
    ("line: driven, profile: [0%, 0%, 0%, 100%]", "driven", "0.000 0.000 0.000 1.332"),
    ("line: driven, profile: [1.332, ~, ~, ~]", "driven", "1.332 ~ ~ ~"),
  ])
  func `a new profile keeps the total`(change: String, row: String, figures: String) throws {
    #expect(try Sheet(ProfileChangeTests.sections).with("- { \(change) }")[row] == figures)
  }

  @Test func `a one-off is spread in its amounts`() throws {
    let changed = try Sheet(ProfileChangeTests.sections)
      .with("- { line: grant, profile: [50%, 50%, 0%, 0%] }")
    #expect(changed.cumulative("grant") == "-1.500 -1.500 0.000 0.000")
  }

  @Test(arguments: [
    ("line: saving, profile: [(1.000), (1.000), ~, ~]", "profile-total"),
    ("line: driven, profile: [1.333, ~, ~, ~]", "profile-total"),
    ("line: saving, profile: [50%, 25%, 0%, 0%]", "wrong-value"),
    ("line: saving, profile: [150%, -50%, 0%, 0%]", "wrong-value"),
    ("line: saving, profile: (3.001)", "wrong-type"),
    ("line: rent, profile: [25%, 25%, 25%, 25%]", "wrong-value"),
    ("line: saving, profile: [50%, 50%]", "too-few-figures"),
    ("line: saving, profile: [tbc, ~, ~, (3.001)]", "wrong-value"),
  ])
  func `one that does not is refused`(change: String, code: String) throws {
    #expect(try Sheet(ProfileChangeTests.sections).faults("- { \(change) }") == [code])
  }

  @Test func `the total is that of the plan as the changes before it leave it`() throws {
    let sheet = try Sheet(ProfileChangeTests.sections)
    let halved = "- { line: saving, scale: 200% }\n"
    #expect(
      try sheet.with(halved + "- { line: saving, profile: [(6.002), ~, ~, ~] }")["saving"]
        == "-6.002 ~ ~ ~")
    #expect(
      sheet.faults(halved + "- { line: saving, profile: [(3.001), ~, ~, ~] }")
        == ["profile-total"])
  }
}
