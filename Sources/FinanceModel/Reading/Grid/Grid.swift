/// A table as rows of texts, before anything is known of what it says.
///
/// It is made of whatever a spreadsheet or a page gives away: tabs, commas, semicolons, Markdown,
/// columns of spaces, or a sheet of a workbook. A cell keeps its text; nothing is a figure yet.
struct Grid: Sendable {
  /// What parted the cells where the table was read.
  enum Format: String, Sendable {
    case tabs
    case commas
    case semicolons
    case markdown
    case spaces
    /// Every cell on a line of its own.
    case lines
    case workbook
  }

  struct Row: Sendable {
    /// Its place in the table, counted from 1, as plans count the rows of a published table.
    let number: Int
    var cells: [String]

    /// A cell's text with single spaces; blank beyond the last.
    func text(_ column: Int) -> String {
      column < cells.count ? cells[column].trimmed : ""
    }

    var isBlank: Bool { cells.allSatisfy(\.trimmed.isEmpty) }
  }

  let format: Format
  /// The text that the rows were read from; for a workbook, nothing but its path.
  let file: SourceFile
  /// The sheet of a workbook that it stands in.
  var sheet: String?
  var rows: [Row]
  /// What a reader of the table ought to know of how it was read, each a sentence.
  var notes: [String] = []
  /// Doubts about how it was read, each a question.
  var doubts: [String] = []
  /// Whether cells say something else than the table's own bytes.
  var isChanged = false

  /// As many columns as have something in them.
  var width: Int {
    rows.reduce(0) { width, row in
      let last = row.cells.lastIndex { !$0.utf8.allSatisfy { [9, 32].contains($0) } }
      return max(width, (last ?? -1) + 1)
    }
  }
}

extension Grid {
  /// The same table with the minus of `8,212-` and `8,212 CR` before its digits, as a plan is held
  /// against it.
  var withLeadingMinuses: Grid {
    var grid = self
    var asked: Set<String> = []
    for row in rows.indices {
      for column in rows[row].cells.indices.dropFirst() {
        let typed = rows[row].cells[column]
        guard let (text, mark) = typed.withLeadingMinus else { continue }
        if asked.insert(mark).inserted {
          let sign = mark == "DR" ? "positive" : "negative"
          grid.doubts.append(
            "Are figures with \(mark) behind them \(sign), such as '\(typed.trimmed)'? They are read "
              + "so, and stand in published.tsv "
              + (mark == "DR" ? "without it." : "with a minus before them."))
        }
        grid.isChanged = true
        grid.rows[row].cells[column] = text
      }
    }
    return grid
  }
}

extension Grid {
  /// The same table with its figures written as a plan is held against them.
  var withPlainFigures: Grid { withJoinedThousands.withLeadingMinuses }

  /// The same table with `12400` for `12 400`, which spaces between columns would part.
  private var withJoinedThousands: Grid {
    guard format != .spaces else { return self }
    var grid = self
    var first: (text: String, joined: String, row: Int)?
    var count = 0
    for row in rows.indices {
      for column in rows[row].cells.indices.dropFirst() {
        guard let joined = rows[row].cells[column].withoutSpacedThousands else { continue }
        first = first ?? (rows[row].text(column), joined, rows[row].number)
        count += 1
        grid.rows[row].cells[column] = joined
      }
    }
    guard let first else { return self }
    grid.isChanged = true
    grid.doubts.append(
      "Does the space in '\(first.text)' of row \(first.row)"
        + (count > 1 ? " and in \(count - 1) more \(count == 2 ? "cell" : "cells")" : "")
        + " group thousands? It is read as \(first.joined), and stands so in published.tsv.")
    return grid
  }
}

extension String {
  /// `-8,212` for `8,212-` and `8,212 CR`, and `8,212` for `8,212 DR`, each with its mark; nil for
  /// anything else.
  var withLeadingMinus: (text: String, mark: String)? {
    let text = trimmed
    guard let last = text.last, let first = text.first, first.isNumber || first == "£" else {
      return nil
    }
    var turned = "-" + text.dropLast()
    var mark = "a minus"
    if !"-−–".contains(last) {
      let digit = text.lastIndex(where: \.isNumber) ?? text.startIndex
      let letters = text[digit...].dropFirst()
      mark = letters.filter(\.isLetter).uppercased()
      guard mark == "CR" || mark == "DR", letters.allSatisfy({ $0.isLetter || " ()".contains($0) })
      else { return nil }
      turned = (mark == "CR" ? "-" : "") + text.dropLast(letters.count)
    }
    return turned.looksLikeAmount ? (turned, mark) : nil
  }

  /// Whether a published cell of this text would be a figure, or one of the marks that stand for none.
  var looksLikeFigure: Bool {
    // `£000` above a column is its unit, not nil pounds.
    if trimmed.isEmpty || (hasPrefix("£0") && allSatisfy { "£0".contains($0) }) { return false }
    if (try? AmountText(self, unit: .thousands, footnotes: true)) != nil { return true }
    return (try? AmountText(self, unit: .percent, footnotes: true)) != nil
  }

  /// Whether it has a digit and reads as a figure: a dash or `tbc` is none.
  var looksLikeAmount: Bool {
    contains { $0.isASCII && $0.isNumber } && looksLikeFigure
  }
}
