import Testing

@testable import FinanceModel

@Suite struct NodePositionTests {
  static let sample = """
    # a plan
    plan: wiltshire
    years: [2017-18,
      "2018-19"]
    £ note: '£ – it''s'
    empty:
    sections:
      - id: funding
        row: { base: (1.5), text: , list: [] }
      -
        - deep
    why: >-
      first
      second

    last: 1
    """

  @Test func `every node knows its line, its column and the text it stands for`() throws {
    let node = try NodeParser.parse(SourceFile(path: "a", text: Self.sample))
    #expect(
      places(of: node) == [
        "2:1 mapping to 16:8",
        "2:1 key plan", "2:7 plain wiltshire",
        "3:1 key years", "3:8 sequence to 4:13",
        "3:9 plain 2017-18", "4:3 doubleQuoted \"2018-19\"",
        "5:1 key £ note", "5:9 singleQuoted '£ – it''s'",
        "6:1 key empty", "6:7 plain ",
        "7:1 key sections", "8:3 sequence to 11:11",
        "8:5 mapping to 9:43",
        "8:5 key id", "8:9 plain funding",
        "9:5 key row", "9:10 mapping to 9:43",
        "9:12 key base", "9:18 plain (1.5)",
        "9:25 key text", "9:30 plain ",
        "9:33 key list", "9:39 sequence to 9:41",
        "11:5 sequence to 11:11", "11:7 plain deep",
        "12:1 key why", "12:6 folded >-\n  first\n  second",
        "16:1 key last", "16:7 plain 1",
      ])
  }

  private func places(of node: Node) -> [String] {
    let start = "\(node.range.line):\(node.range.column)"
    let after = SourceRange(
      file: node.range.file, bytes: node.range.bytes.upperBound..<node.range.bytes.upperBound)
    let end = "\(after.line):\(after.column)"
    switch node {
    case .scalar(let scalar):
      return ["\(start) \(scalar.style) \(scalar.range.text)"]
    case .sequence(let items, _):
      return ["\(start) sequence to \(end)"] + items.flatMap(places)
    case .mapping(let entries, _):
      return ["\(start) mapping to \(end)"]
        + entries.flatMap { entry in
          let key = entry.key.range
          return ["\(key.line):\(key.column) key \(key.text)"] + places(of: entry.value)
        }
    }
  }

  @Test func `a value that is left out stands at the end of its colon or dash`() throws {
    let node = try NodeParser.parse(SourceFile(path: "a", text: "a:   # none\nb:\n  -\n"))
    guard case .mapping(let entries, _) = node, case .sequence(let items, _) = entries[1].value
    else {
      Issue.record("no mapping")
      return
    }
    #expect(entries[0].value.range.bytes == 2..<2)
    #expect(items[0].range.bytes == 18..<18)
  }
}
