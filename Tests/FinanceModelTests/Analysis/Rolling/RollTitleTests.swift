import Testing

@testable import FinanceModel

/// What a roll says of titles that name years.
@Suite struct RollTitleTests {
  @Test func `a title that names years of the old plan is left, and pointed at`() throws {
    let text = """
      plan: borough
      title: MTFS 2017-18 to 2018-19
      unit: £m
      base-year: 2016-17
      years: [2017-18, 2018-19]
      sections: [{ id: pay, role: pressure, recurring: [1.000, 2.000] }]
      """
    let roll = try RollForward(SourceFile(path: "plan.yaml", text: text))
    let page = Report.roll(roll).rendered(as: .text).split(separator: "\n").joined(separator: " ")
    #expect(
      page.contains("'MTFS 2017-18 to 2018-19' names 2017-18 and 2018-19, and is left as it was"))
    let plain = text.replacingOnce("MTFS 2017-18 to 2018-19", with: "MTFS")
    let quiet = try RollForward(SourceFile(path: "plan.yaml", text: plain))
    #expect(!Report.roll(quiet).rendered(as: .text).contains("is left as it was"))
  }
}
