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
  var rows: [Row]
  /// What a reader of the table ought to know of how it was read, each a sentence.
  var notes: [String] = []
  /// Doubts about how it was read, each a question.
  var doubts: [String] = []

  var width: Int { rows.reduce(0) { max($0, $1.cells.count) } }
}

extension String {
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
