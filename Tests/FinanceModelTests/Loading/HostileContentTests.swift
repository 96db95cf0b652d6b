import Testing

@testable import FinanceModel

/// Content that is allowed to be strange, and content that only looks harmless.
@Suite struct HostileContentTests {
  private func plan(
    title: String = "Small", years: String = "[2017-18]", figures: String = "[1.000]",
    more: String = ""
  ) -> String {
    """
    plan: small
    title: \(title)
    unit: £m
    years: \(years)
    sections: [{ id: growth, role: pressure, lines: [{ id: pay, title: \(title), recurring: \(figures) }] }]
    \(more)
    """
  }

  @Test(arguments: [
    "\"\\e[31mred\"", "\"\\u202Ereversed\"", "\"\\0\"", "\"two\\nlines\"",
    String(repeating: "long ", count: 2000), "\"👨‍👩‍👧‍👦\"",
  ])
  func `a strange title is read, and printed without a way to steer the terminal`(title: String)
    throws
  {
    let plan = try Plan(SourceFile(path: "plan.yaml", text: plan(title: title)))
    let page = Report.table(try plan.forecast(), style: ReportStyle()).rendered(as: .text)
    #expect(!page.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\0" })
  }

  @Test(arguments: [1, 50, 199])
  func `a plan may have many years`(count: Int) throws {
    let years = (2000..<2000 + count).compactMap { FinancialYear(start: $0)?.description }
    let figures = Array(repeating: "1.000", count: count)
    let text = plan(
      years: "[\(years.joined(separator: ", "))]", figures: "[\(figures.joined(separator: ", "))]")
    #expect(Pipeline.diagnostics(ofText: text) == nil)
  }

  @Test func `three hundred years are more than there are`() throws {
    let years = (1900..<2200).map { "\($0)-\($0 + 1)" }.joined(separator: ", ")
    let found = try #require(Pipeline.diagnostics(ofText: plan(years: "[\(years)]")))
    #expect(found.all.map(\.code) == [.badYear])
  }

  @Test(arguments: ["sections: []", "sections: [{ id: growth, role: pressure, lines: [] }]"])
  func `a plan without lines has a table without rows`(sections: String) {
    let head = "plan: small\ntitle: Small\nunit: £m\nyears: [2017-18]\n"
    #expect(Pipeline.diagnostics(ofText: head + sections) == nil)
  }

  @Test(arguments: [
    ("[a]", "wrong-type"), ("a", "wrong-type"), ("{}", "missing-key"),
    ("scenario: a\nbased-on: b.yaml", "wrong-type"), ("a: b", "missing-key"),
  ])
  func `a file that is no plan is refused for one reason`(text: String, code: String) throws {
    let found = try #require(Pipeline.diagnostics(ofText: text))
    #expect(found.all.map(\.code.rawValue) == [code], "\(DiagnosticRenderer().text(found))")
  }

  @Test func `a plan where a scenario should be is refused for one reason`() {
    #expect {
      try Scenario(SourceFile(path: "plan.yaml", text: plan()))
    } throws: { error in
      (error as? Diagnostics)?.all.map(\.code) == [.wrongType]
    }
  }
}
