import Testing

@testable import FinanceModel

/// Long chains of formulas: no recursion, and cost in proportion to their length.
@Suite struct ChainTests {
  private func chain(_ count: Int, isBackward: Bool) -> String {
    let rows = (1...count).map { "- { id: r\($0), print: no, figure: \"= r\($0 - 1) + £1\" }" }
    let first = "- { id: r0, figure: [1.000] }"
    return ([first] + (isBackward ? rows.reversed() : rows)).joined(separator: "\n")
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func `20,000 figures may each name the one before`(isBackward: Bool) throws {
    let sheet = try Sheet(chain(20_000, isBackward: isBackward), base: nil, years: 1)
    #expect(sheet["r20000"] == "1.020")
  }

  @Test(.timeLimit(.minutes(1)))
  func `the cost of a backward chain is in proportion to its length`() throws {
    func time(_ count: Int) throws -> Duration {
      let plan = try Sheet.plan(chain(count, isBackward: true), base: nil, years: 1)
      return try ContinuousClock().measure { _ = try plan.forecast() }
    }
    _ = try time(500)
    let (short, long) = (try time(1000), try time(8000))
    // Eight times as long a chain takes 8 times as long; a quadratic cost would take 64 times.
    #expect(long < short * 30)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cycle of 5,000 figures is found`() throws {
    let rows = (0..<5000).map { "- { id: r\($0), figure: \"= r\(($0 + 1) % 5000)\" }" }
    let found = Sheet.diagnostics(rows.joined(separator: "\n"), base: nil, years: 1)
    #expect(found.map(\.code) == [.cycle])
  }

  @Test func `a figure may be the sum of thousands of rows`() throws {
    let names = (0..<2000).map { "r\($0)" }
    let rows = names.map { "- { id: \($0), figure: [0.001] }" }
    let all = "- { id: all, figure: \"= sum(\(names.joined(separator: ", ")))\" }\n"
    #expect(try Sheet(all + rows.joined(separator: "\n"), base: nil, years: 1)["all"] == "2.000")
  }
}
