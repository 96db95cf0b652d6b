import FinanceModel
import Testing

/// `docs/errors.md`, made from the fixtures.
@Suite struct ErrorCatalogueTests {
  private static let opening = """
    # Errors in files

    Everything wrong in a file is reported together, in the order of its places, and nothing is \
    written: the exit status is 2. Only what keeps a file from being read, such as a bracket that is \
    not closed, comes by itself, before anything else is looked at. Each error has a code, in square brackets at the end of its first \
    line. Below is every code with an input that brings it about and what is printed.

    The page is made from `Tests/Fixtures/errors` by the tests: see [CONTRIBUTING.md](../CONTRIBUTING.md).

    """

  @Test func `the catalogue of errors holds every code, its inputs and what is printed`() throws {
    var page = Self.opening
    for code in DiagnosticCode.allCases.map(\.rawValue) {
      page += "\n## \(code)\n"
      for fixture in ErrorFixture.all where fixture.code == code {
        page += "\n" + input(fixture) + "\n"
        page += Self.block(try fixture.report()?.rendering ?? "", language: "text")
      }
    }
    try Pinned.expect(page, is: "docs/errors.md")
  }

  private func input(_ fixture: ErrorFixture) -> String {
    if let words = fixture.recipe?.words { return words + "\n" }
    return Self.block(fixture.text ?? "", language: "yaml")
  }

  /// A fenced block, its longest lines cut so that the page can be read.
  private static func block(_ text: String, language: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.count > 200 ? line.prefix(200) + "…" : line
    }
    return "```\(language)\n" + lines.joined(separator: "\n") + "```\n"
  }
}
