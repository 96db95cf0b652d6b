import Testing

@Suite struct LayoutTests {
  /// The list in `Scripts/check-layers`, which holds the order itself by type-checking.
  private func layers() throws -> [String] {
    let script = try Project.text("Scripts/check-layers")
    let list = try #require(script.firstMatch(of: /\nlayers=\(([^)]*)\)/)).1
    return list.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test func `the library's folders are its layers`() throws {
    // Beside them stands only the documentation of the library.
    let folders = try Project.folders(in: "Sources/FinanceModel").filter { !$0.hasSuffix(".docc") }
    #expect(try folders == layers().sorted())
  }

  @Test func `the library's tests stand in folders named after its layers`() throws {
    let strangers = Set(try Project.folders(in: "Tests/FinanceModelTests"))
      .subtracting(try layers() + ["Support"])
    #expect(strangers.sorted() == [])
  }

  @Test func `the package depends on no other`() throws {
    let manifest = try Project.text("Package.swift")
    #expect(!manifest.contains(".package("))
    #expect(!Project.exists("Package.resolved"))
  }

  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".swift-format", ".editorconfig",
    "docs/architecture.md", "docs/performance.md",
  ])
  func `what a newcomer looks for is there`(path: String) {
    #expect(Project.exists(path))
  }

  @Test func `what continuous integration runs can be run, and the contributors' page lists it`()
    throws
  {
    let checks = try Project.files(under: "Scripts", suffix: "").filter { $0.contains("/check-") }
    #expect((checks + [".ci/run"]).filter { !Project.isExecutable($0) } == [])
    let listed = try Project.text("CONTRIBUTING.md").matches(of: /\n\| `(check-[a-z-]+)`/)
    #expect(checks == listed.map { "Scripts/\($0.1)" })
  }
}
