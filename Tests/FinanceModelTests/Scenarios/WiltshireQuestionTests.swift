import Foundation
import Testing

@testable import FinanceModel

/// The questions asked of Wiltshire's plan, and the page that gives their answers.
@Suite struct WiltshireQuestionTests {
  private static let questions: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Wiltshire.path(""))) ?? []
    return names.sorted().filter { name in
      (try? String(contentsOfFile: Wiltshire.path(name), encoding: .utf8))?
        .hasPrefix("scenario:") ?? false
    }
  }()

  @Test func `the page has the answer to every question, year by year`() throws {
    let page = try String(contentsOfFile: Wiltshire.path("README.md"), encoding: .utf8)
    let rows = page.matches(of: /\n\| `([a-z0-9-]+\.yaml)` \| [^|]+ \| ([0-9.()| ]+) \|/)
    let stated = rows.map { row in
      "\(row.1) " + row.2.split { " |".contains($0) }.joined(separator: " ")
    }
    let asked = Self.questions.filter { $0 != "empty.yaml" }
    #expect(try stated.sorted() == asked.map { "\($0) \(try Self.remaining($0))" })
  }

  @Test(arguments: questions)
  func `a question says what it asks and why`(file: String) throws {
    let scenario = try Scenario(contentsOf: Wiltshire.path(file))
    #expect("\(scenario.id.name).yaml" == file)
    #expect(scenario.title != scenario.id.name)
    #expect(scenario.why != nil)
    let text = try String(contentsOfFile: Wiltshire.path(file), encoding: .utf8)
    #expect(scenario.changes.allSatisfy { text.contains("name: \($0.name)") })
  }

  @Test(arguments: questions)
  func `a check finds nothing in a question`(file: String) throws {
    let findings = try CheckResult(contentsOf: [Wiltshire.path(file)]).findings
    #expect(findings.map(\.message) == [])
  }

  @Test func `the low, central and high cases stand at the ends and middles of the ranges`() throws
  {
    let cases = try ["low", "central", "high"].map {
      try Question(contentsOf: Wiltshire.path("\($0).yaml")).plan().assumptions
    }
    for (index, assumption) in cases[0].enumerated() {
      let spread = try #require(assumption.spread)
      // A year in which the assumption is open, which 2017-18 is not for all of them.
      let isMet = assumption.values.indices.contains { column in
        let values = cases.map { $0[index].values[column].cell.figure }
        return values[1] == spread.central
          && Set([values[0], values[2]]) == [spread.low, spread.high]
      }
      #expect(isMet, "\(assumption.id)")
    }
    #expect(try Self.remaining("low.yaml").hasSuffix("(8.202)"))
    #expect(try Self.remaining("high.yaml").hasSuffix(" 37.020"))
  }

  /// What is left to be found in each year: `0.000 (0.600) (1.200) (1.200)`.
  private static func remaining(_ file: String) throws -> String {
    let gap = try #require(try Question(contentsOf: Wiltshire.path(file)).answer().result.gap)
    let format = AmountFormat(decimals: 3, negatives: .brackets, groupsThousands: true)
    let remaining = try #require(gap.cumulative[.remaining])
    return remaining.values.map { format.text(Quantity.money($0), in: .millions) }
      .joined(separator: " ")
  }
}
