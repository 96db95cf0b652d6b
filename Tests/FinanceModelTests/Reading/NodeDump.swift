import Foundation
import Testing

@testable import FinanceModel

/// Writes what the reader makes of a folder of documents, for `Scripts/check-yaml`.
///
/// Each document gives a line of JSON: its name and its tree, or its name and the refusing codes.
/// A scalar is a string, a sequence an array, a mapping `{"map": [[key, value], ...]}`.
@Suite struct NodeDump {
  private static let variable = "MTFS_DUMP_NODES"

  @Test(.enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
  func `nodes are dumped for the outside check`() throws {
    let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment[Self.variable]))
    let lines = Corpus.documents(in: folder).map(Self.line)
    try Data(lines.joined().utf8).write(to: folder.appending(path: "nodes.jsonl"))
  }

  private static func line(of document: Corpus.Document) -> String {
    let name = quoted(document.name)
    do throws(Diagnostics) {
      return "{\"name\": \(name), \"tree\": \(tree(try NodeParser.parse(document.file)))}\n"
    } catch {
      let codes = Set(error.all.map(\.code.rawValue)).sorted().map(quoted)
      return "{\"name\": \(name), \"refused\": [\(codes.joined(separator: ", "))]}\n"
    }
  }

  private static func tree(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      return quoted(scalar.text)
    case .sequence(let items, _):
      return "[\(items.map(tree).joined(separator: ", "))]"
    case .mapping(let entries, _):
      let pairs = entries.map { "[\(quoted($0.key.text)), \(tree($0.value))]" }
      return "{\"map\": [\(pairs.joined(separator: ", "))]}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
      if (0x20..<0x7F).contains(scalar.value) { return String(scalar) }
      return String(scalar).utf16.map { String(format: "\\u%04x", $0) }.joined()
    }
    return "\"\(escaped.joined())\""
  }
}
