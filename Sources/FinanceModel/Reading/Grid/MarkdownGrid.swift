/// Reads the rows of a table that Markdown draws with bars.
enum MarkdownGrid {
  /// The rows of all lines with a bar; other lines are rows of one cell. Rules are left out, and rows
  /// have the numbers of their lines.
  static func rows(of file: SourceFile) -> [Grid.Row] {
    var rows: [Grid.Row] = []
    for number in file.lineStarts.indices {
      let line = file.text(file.lineBytes(number + 1))
      let cells = line.contains("|") ? cells(line) : [plain(line)]
      if cells.allSatisfy(\.isEmpty) || (line.contains("|") && cells.allSatisfy(isRule)) {
        continue
      }
      rows.append(Grid.Row(number: number + 1, cells: cells))
    }
    return rows
  }

  private static func isRule(_ cell: String) -> Bool {
    !cell.isEmpty && cell.contains("-") && cell.allSatisfy { "-: ".contains($0) }
  }

  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmed {
      if isEscaped {
        cell.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(plain(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    if cells.first?.isEmpty == true, line.trimmed.hasPrefix("|") { cells.removeFirst() }
    if !cell.trimmed.isEmpty || !line.trimmed.hasSuffix("|") { cells.append(plain(cell)) }
    return cells
  }

  /// A cell without emphasis, code marks and the names of a few characters.
  private static func plain(_ cell: String) -> String {
    var text = cell.trimmed
    for (name, letter) in [
      ("<br>", " "), ("<br/>", " "), ("<br />", " "), ("&nbsp;", " "), ("&amp;", "&"),
      ("&pound;", "£"),
    ] {
      text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: letter)
    }
    for mark in ["**", "__", "`", "*", "_"]
    where text.count > 2 * mark.count && text.hasPrefix(mark) && text.hasSuffix(mark) {
      text = String(text.dropFirst(mark.count).dropLast(mark.count))
    }
    return text.trimmed
  }
}
