import Testing

@Suite struct SourceRuleTests {
  @Test(arguments: SourceRule.all)
  func `no line of the sources holds what a rule forbids`(rule: SourceRule) throws {
    #expect(try rule.breaches() == [])
  }

  @Test(arguments: SourceRule.all)
  func `a rule finds the line that breaks it, and not one in a comment`(rule: SourceRule) {
    #expect(rule.breaches(in: "\n\(rule.example)\n") == [2])
    #expect(rule.breaches(in: "// \(rule.example)") == [])
  }

  @Test func `every source file can be read in one sitting`() throws {
    let lengths = try Project.files(under: "Sources", suffix: ".swift").map { path in
      (
        path: path,
        lines: try Project.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
      )
    }
    #expect(!lengths.isEmpty)
    #expect(lengths.filter { $0.lines >= 300 }.map(\.path) == [])
  }
}
