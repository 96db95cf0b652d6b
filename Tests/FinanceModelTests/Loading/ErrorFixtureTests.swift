import FinanceModel
import Testing

@Suite struct ErrorFixtureTests {
  @Test(arguments: ErrorFixture.all)
  func `a faulty input is reported as it is pinned`(fixture: ErrorFixture) throws {
    let report = try #require(try fixture.report(), "nothing is wrong with it")
    try Pinned.expect(report.rendering, is: fixture.expected)
  }

  @Test(arguments: ErrorFixture.all)
  func `a fixture is named after a code that it brings about`(fixture: ErrorFixture) throws {
    let report = try #require(try fixture.report(), "nothing is wrong with it")
    #expect(report.found.all.map(\.code.rawValue).contains(fixture.code))
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `every code has a fixture`(code: DiagnosticCode) {
    #expect(
      ErrorFixture.all.contains { $0.code == code.rawValue },
      "add Tests/Fixtures/errors/\(code.rawValue).yaml and run with MTFS_RECORD=1")
  }
}
