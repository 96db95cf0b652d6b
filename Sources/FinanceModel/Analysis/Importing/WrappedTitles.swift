/// Joins titles that a page has broken over two lines, and asks about each.
///
/// `Internal drainage board levies and` above `special expenses 1,012 1,063` is one title. What
/// begins with a small letter goes on, unless several rows in a row do.
struct WrappedTitles {
  let log: ImportLog

  /// Words that cannot end a title; *Funded by* and *Made up of* can.
  private static let joining: Set<String> = ["and", "of", "for", "the", "with", "or", "&"]

  func joined(_ rows: [ImportedRow]) -> [ImportedRow] {
    var rows = rows
    // The row that a row was joined to: a third line goes on from the first.
    var whole: [Int: Int] = [:]
    for lower in rows.indices.dropFirst() where isNext(lower, rows) {
      let upper = whole[lower - 1] ?? lower - 1
      guard goesOn(rows[upper].title) || (isSmall(rows[lower].title) && !isList(lower, rows)) else {
        continue
      }
      let title = rows[upper].title + " " + rows[lower].title
      guard title.utf8.count < 200 else { continue }
      switch (rows[upper].kind, rows[lower].kind) {
      case (.line, .heading):
        keep(upper, title, without: lower, &rows)
        whole[lower] = upper
      case (.heading, .line), (.heading, .heading): keep(lower, title, without: upper, &rows)
      default: break
      }
    }
    for row in rows where row.kind == .line && !row.isWhole {
      log.ask("Is '\(row.title)' one title over two lines? It is read as one.", row: row.number)
    }
    return rows
  }

  private func keep(
    _ kept: Int, _ title: String, without other: Int, _ rows: inout [ImportedRow]
  ) {
    rows[kept].title = title
    rows[kept].isWhole = false
    rows[other].kind = .leftOut
  }

  private func isNext(_ index: Int, _ rows: [ImportedRow]) -> Bool {
    let (upper, lower) = (rows[index - 1], rows[index])
    return upper.number + 1 == lower.number && !upper.title.isEmpty && !lower.title.isEmpty
      && upper.section == lower.section
  }

  /// Whether the first line of a title cannot be its end.
  private func goesOn(_ title: String) -> Bool {
    let last = title.split(separator: " ").last.map { $0.lowercased() } ?? ""
    let isWhole = title.lowercased().hasSuffix("up of") || title.lowercased().hasPrefix("of")
    return WrappedTitles.joining.contains(last) && !isWhole || title.hasSuffix(",")
      || title.hasSuffix("/")
      || title.count { $0 == "(" } > title.count { $0 == ")" }
  }

  private func isSmall(_ title: String) -> Bool {
    guard let first = title.first, first.isLowercase else { return false }
    return !["of which", "which", "e.g", "i.e", "less", "add", "plus"].contains {
      title.hasPrefix($0)
    }
  }

  /// Whether the row below begins with a small letter too, as all rows of some tables do.
  private func isList(_ index: Int, _ rows: [ImportedRow]) -> Bool {
    index + 1 < rows.count && rows[index + 1].kind == .line && rows[index].kind == .line
      && rows[index + 1].title.first?.isLowercase == true
  }
}
