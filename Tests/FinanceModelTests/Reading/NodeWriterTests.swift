import Foundation
import Testing

@testable import FinanceModel

@Suite struct NodeWriterTests {
  private static let plans = ["wiltshire-2017", "east-sussex-2026", "gateshead-gap"].compactMap {
    name -> Corpus.Document? in
    let path = "\(#filePath)".components(separatedBy: "/Tests/")[0] + "/Scenarios/\(name)/plan.yaml"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    return Corpus.Document(name: name, file: SourceFile(path: path, text: text))
  }

  @Test(arguments: Corpus.accepted + plans)
  func `what is written reads the same`(document: Corpus.Document) throws {
    let node = try NodeParser.parse(document.file)
    let text = written(node)
    let again = try parsed(text)
    #expect(Plain(again) == Plain(node), "\(text)")
    #expect(written(again) == text)
  }

  @Test(arguments: Corpus.accepted.filter { !$0.name.contains("sixty-four") } + plans)
  func `what was made and not read is written so that it reads the same`(
    document: Corpus.Document
  ) throws {
    let node = try NodeParser.parse(document.file)
    let list = Node.sequence([node.remade], node.range.start)
    let holder = Node.mapping(
      [Node.Entry(key: .made("all", at: node.range), value: list)], node.range.start)
    let text = NodeWriter.text(holder, comments: SourceComments(of: document.file, around: holder))
    #expect(Plain(try parsed(text)) == Plain(holder), "\(text)")
  }

  @Test(arguments: plans)
  func `a plan in the usual layout is written as it was`(document: Corpus.Document) throws {
    let node = try NodeParser.parse(document.file)
    #expect(written(node) == document.file.text(0..<document.file.bytes.count))
  }

  @Test func `comments and blank lines stay where they stood`() throws {
    let text = """
      # first
      plan: small  # its id

      # above sections
      sections:  # behind sections
        # above the row
        - { id: pay, note: "# no comment" }  # behind the row

        - id: prices
          # above the note
          note: |
            # no comment

            text
          # last

      """
    #expect(written(try parsed(text)) == text)
  }

  @Test func `comments within a row on several lines go above it`() throws {
    let text = """
      rows:
        - { id: pay,  # its id
            # its figures
            recurring: [1.000,
              2.000] }
      """
    #expect(
      written(try parsed(text)) == """
        rows:
          # its id
          # its figures
          - { id: pay, recurring: [1.000, 2.000] }

        """)
  }

  @Test func `what is taken out takes the comments above it along`() throws {
    let text = "a: 1\n\n# of b\n# more of b\nb:\n  # within\n  - 2\n# of c\nc: 3\n"
    let node = try parsed(text)
    guard case .mapping(var entries, let range) = node else { return }
    var comments = SourceComments(of: node.range.file, around: node)
    comments.remove(
      SourceRange(
        file: range.file,
        bytes: entries[1].key.range.bytes.lowerBound..<entries[1].value.range.bytes.upperBound))
    entries.remove("b")
    #expect(
      NodeWriter.text(.mapping(entries, range), comments: comments) == "a: 1\n# of c\nc: 3\n")
  }

  @Test(arguments: [
    ("-", "\"-\""), ("~", "\"~\""), ("", "\"\""), ("a, b", "\"a, b\""), ("a: b", "\"a: b\""),
    ("a #b", "\"a #b\""), ("%", "\"%\""), ("a\nb", "\"a\\nb\""), ("\u{1B}[31m", "\"\\u001b[31m\""),
    ("say \"so\"", "say \"so\""), ("\"so\"", "\"\\\"so\\\"\""), ("= a + b", "\"= a + b\""),
    ("(4.496)", "(4.496)"), ("-4.496", "-4.496"), ("a:b", "a:b"), ("£m", "£m"),
  ])
  func `a text that was made is quoted where it has to be`(text: String, written: String) throws {
    let file = SourceFile(path: "", text: "")
    let place = SourceRange(file: file, bytes: 0..<0)
    let scalar = Node.Scalar(text: text, style: .doubleQuoted, range: place)
    let plain = Node.Scalar(text: text, style: .plain, range: place)
    #expect(scalar.text(inFlow: true).hasPrefix("\""))
    if text != "~" && !text.isEmpty { #expect(plain.text(inFlow: true) == written) }
    let again = try parsed("{ key: \(scalar.text(inFlow: true)) }")
    #expect(again["key"]?.text == text)
  }

  // MARK: Help

  private func parsed(_ text: String) throws -> Node {
    try NodeParser.parse(SourceFile(path: "test.yaml", text: text))
  }

  private func written(_ node: Node) -> String {
    NodeWriter.text(node, comments: SourceComments(of: node.range.file, around: node))
  }
}

/// A node without its places and styles, and whether its scalars stand for nothing.
private indirect enum Plain: Equatable {
  case scalar(String)
  case null
  case sequence([Plain])
  case mapping([[Plain]])

  init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = scalar.isNull ? .null : .scalar(scalar.text)
    case .sequence(let items, _): self = .sequence(items.map(Plain.init))
    case .mapping(let entries, _):
      self = .mapping(entries.map { [.scalar($0.key.text), Plain($0.value)] })
    }
  }
}
