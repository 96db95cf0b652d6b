import Foundation
import Testing

@testable import FinanceModel

/// `mtfs format` changes the layout of a file, and nothing else.
@Suite struct FormattedFileTests {
  /// The files below a folder that are read by themselves without an error.
  private static func files(under folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: Pinned.root + "/" + folder))
    return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
      .map { "\(Pinned.root)/\(folder)/\($0)" }
      .filter { (try? FormattedFile(contentsOf: $0)) != nil }
  }

  static let scenarios = files(under: "Scenarios")
  private static let fixtures = files(under: "Tests/Fixtures")

  @Test(arguments: scenarios)
  func `every plan and scenario of ours is laid out already`(path: String) throws {
    #expect(try FormattedFile(contentsOf: path).isFormatted)
  }

  @Test(arguments: scenarios + fixtures)
  func `a file says the same after it is laid out, and stays as it is the second time`(
    path: String
  ) throws {
    let file = try SourceFile.reading(path: path)
    let formatted = try FormattedFile(file)
    let again = SourceFile(path: path, text: formatted.text)
    #expect(Meaning(try NodeParser.parse(again)) == Meaning(try NodeParser.parse(file)))
    #expect(try FormattedFile(again).isFormatted)
  }

  @Test(arguments: scenarios, 1...4 as ClosedRange<UInt64>)
  func `however untidy a file is, its data and every comment find their places`(
    path: String, seed: UInt64
  ) throws {
    let node = try NodeParser.parse(try SourceFile.reading(path: path))
    let keySet: KeySet = try FileKind(node) == .plan ? .plan : .scenario
    let untidy = UntidyFile(node, as: keySet, seed: seed)
    let file = SourceFile(path: path, text: untidy.text)
    let formatted = try FormattedFile(file)
    let again = SourceFile(path: path, text: formatted.text)
    #expect(Meaning(try NodeParser.parse(again)) == Meaning(node), "\(untidy.text)")
    #expect(try FormattedFile(again).isFormatted, "\(untidy.text)")
    #expect(!formatted.text.contains("\r") && !formatted.text.contains("\u{FEFF}"))
    let lines = formatted.text.components(separatedBy: "\n")
    for (comment, begins) in untidy.above {
      let place = try #require(lines.firstIndex { $0.contains(comment) }, "\(comment) is lost")
      let below = lines[place...].first { !$0.isEmpty && !$0.contains("# above") } ?? ""
      let parts = begins.split(separator: "|", maxSplits: 1)
      let skipped: Set<Character> = begins.hasPrefix("- ") ? [" "] : [" ", "-"]
      #expect(
        below.drop { skipped.contains($0) }.hasPrefix(parts[0]), "\(comment) is not at \(begins)")
      if parts.count > 1 { #expect(below.contains(parts[1]), "\(comment) is not at \(begins)") }
    }
    for (comment, begins) in untidy.behind {
      let line = try #require(lines.first { $0.contains(comment) }, "\(comment) is lost")
      #expect(line.contains(begins), "\(comment) is not behind \(begins)")
    }
  }

  // MARK: By example

  private func formatted(_ text: String) throws -> String {
    try FormattedFile(SourceFile(path: "scenario.yaml", text: text)).text
  }

  @Test func `keys come in the order of the reference, with the comments above and behind them`()
    throws
  {
    let text = """
      # the head of the file

      changes:
         - # of the change
           scale: 120%   # dearer
           # which line
           line: pay
           name: Pay
         # - { name: Left out, line: rent, scale: 90% }

      # from here on
      based-on: plan.yaml
      scenario: dearer
      # the end

      """
    #expect(
      try formatted(text) == """
        # the head of the file

        scenario: dearer

        # from here on
        based-on: plan.yaml
        changes:
          # of the change
          - name: Pay
            # which line
            line: pay
            scale: 120%  # dearer
          # - { name: Left out, line: rent, scale: 90% }
        # the end

        """)
  }

  @Test func `years, assumptions and changes stay in the order that the file gives them`() throws {
    let text = """
      scenario: dearer
      based-on: plan.yaml
      assumptions:
        zinc: { values: 2% }
        alum: { values: { 2018-19: 2%, 2017-18: 1% } }
      changes:
        - { name: Second, line: pay, set: { 2018-19: 1.000, 2017-18: 2.000 } }
        - { name: First, line: pay, scale: 120% }

      """
    #expect(try formatted(text) == text)
  }

  @Test func `line ends of Windows and a byte order mark make a file one that would change`() throws
  {
    let text = "scenario: a\nbased-on: plan.yaml\nwhy: |\n  one\n\n  two\n"
    #expect(try FormattedFile(SourceFile(path: "", text: text)).isFormatted)
    for other in ["\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
      let file = try FormattedFile(SourceFile(path: "", text: other))
      #expect(file.text == text)
      #expect(!file.isFormatted)
    }
  }

  @Test func `a file with an error is refused with all its errors`() {
    let text = "scenario: a\nbased_on: plan.yaml\nchanges:\n  - { name: x, lne: pay, scale: 1.2 }\n"
    #expect(throws: Diagnostics.self) { try formatted(text) }
  }
}

/// What a file says: its data without places, styles and the order of keys.
private indirect enum Meaning: Equatable {
  case text(String)
  case null
  case list([Meaning])
  case keys([String: Meaning])

  init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = scalar.isNull ? .null : .text(scalar.text)
    case .sequence(let items, _): self = .list(items.map(Meaning.init))
    case .mapping(let entries, _):
      self = .keys(
        Dictionary(uniqueKeysWithValues: entries.map { ($0.key.text, Meaning($0.value)) }))
    }
  }
}
