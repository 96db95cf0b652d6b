import Testing

@Suite struct DocumentTests {
  private static func documents() throws -> [String] {
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].filter(Project.exists)
      + (try Project.files(under: "docs", suffix: ".md"))
      + (try Project.files(under: "Scenarios", suffix: ".md"))
  }

  /// `Scripts/check-links` follows the links into headings as well.
  @Test func `every relative link of the documents leads to a file`() throws {
    let links = try Self.documents().flatMap { document in
      try Project.text(document).matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/).map { link in
        let folder = document.split(separator: "/").dropLast().joined(separator: "/")
        return folder.isEmpty ? String(link.1) : "\(folder)/\(link.1)"
      }
    }
    #expect(links.filter { !Project.exists($0) } == [])
  }

  @Test func `the change log opens with what is not released yet`() throws {
    let headings = try Project.text("CHANGELOG.md").split(separator: "\n")
      .filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## Unreleased")
  }
}
