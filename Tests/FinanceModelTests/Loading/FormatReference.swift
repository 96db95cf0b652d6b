import Foundation

@testable import FinanceModel

/// The tables of `docs/file-format.md`: one for each kind of mapping, a row for each of its keys.
struct FormatReference {
  static let path = "docs/file-format.md"

  /// One row: `key | default | meaning | example | wrong | error`.
  struct Entry: Sendable {
    /// The kind of mapping, as errors name it: `a plan`.
    let kind: String
    let key: String
    /// What stands where there is no such key; `required` where there must be one.
    let fallback: String
    let example: String
    let wrong: String
    /// The message and code of what is wrong with `wrong`, as the page has it.
    let error: String
    /// The row in the lines of the page.
    let line: Int
  }

  let lines: [String]
  let entries: [Entry]
  /// The kinds of mapping that have a table.
  let kinds: [String]

  init() throws {
    lines = try Pinned.text(Self.path).components(separatedBy: "\n")
    var entries: [Entry] = []
    var kinds: [String] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("### ") { kinds.append(String(line.dropFirst(4)).lowercased()) }
      let cells = Self.cells(line)
      guard let kind = kinds.last, cells.count == 6, cells[0].hasPrefix("`") else { continue }
      entries.append(
        Entry(
          kind: kind, key: Self.code(cells[0]), fallback: cells[1], example: Self.code(cells[3]),
          wrong: Self.code(cells[4]), error: cells[5], line: index))
    }
    self.entries = entries
    self.kinds = kinds
  }

  /// The page with an error in the last cell of each row.
  func page(errors: [Int: String]) -> String {
    var lines = lines
    for (line, error) in errors {
      lines[line] =
        "| " + (Self.cells(lines[line]).dropLast() + [error]).joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n")
  }

  /// The texts between fences of YAML that are whole plans or scenarios.
  var documents: [String] {
    lines.joined(separator: "\n").components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  private static func cells(_ line: String) -> [String] {
    guard line.hasPrefix("| "), line.hasSuffix(" |") else { return [] }
    return line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func code(_ cell: String) -> String {
    cell.trimmingCharacters(in: CharacterSet(charactersIn: "`"))
  }
}
