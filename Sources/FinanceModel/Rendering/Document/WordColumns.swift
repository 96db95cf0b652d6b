/// How wide the columns of a table are in a document, on which page and in which size of type.
///
/// Figures keep the room that they need; labels and words share what is left and wrap.
struct WordColumns {
  /// A size of type, and whether the page has to lie on its side for it.
  private struct Size {
    /// What the names of its styles end in.
    let style: String
    /// The width of a bold digit in the widest usual font, in twentieths of a point.
    let digit: Int
    /// Twice the size of its type, in points.
    let type: Int
    let isWide: Bool
  }

  private static let sizes = [
    Size(style: "", digit: 122, type: 18, isWide: false),
    Size(style: "", digit: 122, type: 18, isWide: true),
    Size(style: "Small", digit: 101, type: 15, isWide: true),
    Size(style: "Smallest", digit: 75, type: 11, isWide: true),
  ]
  /// What a cell keeps free on its two sides, and for a closing bracket.
  private static let margins = 2 * 70 + 60
  /// The fewest letters of a label and of a column of words that wraps.
  private static let (leastLabel, leastWords) = (20, 11)
  /// About sixteen letters; a longer word of a heading is broken.
  private static let longestWord = 1_200
  /// The most letters of a label or of a column of words before others need the room.
  private static let most = 60

  private let label: Int
  private let columns: [TextColumns.Column]
  /// The longest word of each heading, labels first, in hundredths of the size of its type.
  private let words: [Int]
  private let size: Size

  init(_ table: ReportTable) {
    let texts = table.rows.map { row in row.cells.map(table.text) }
    let widths = TextColumns(table, texts: texts, width: nil)
    let (label, columns) = (max(widths.label, 1), widths.columns)
    self.label = label
    self.columns = columns
    let headings = [table.stubHeading] + columns.indices.map(table.heading)
    let words = headings.map { heading in
      let widths = heading.split(separator: " ").map {
        ChartText.width(String($0), size: 1, isBold: true)
      }
      return min(widths.max() ?? 0, WordColumns.longestWord)
    }
    self.words = words
    size =
      WordColumns.sizes.first { size in
        WordColumns.least(label, columns, words, size).reduce(0, +)
          <= WordPage(isWide: size.isWide).room
      } ?? WordColumns.sizes[WordColumns.sizes.count - 1]
  }

  /// Whether the page has to lie on its side.
  var isWide: Bool { size.isWide }

  /// What the names of the styles of its cells end in.
  var style: String { size.style }

  /// The least room of every column, labels first.
  private static func least(
    _ label: Int, _ columns: [TextColumns.Column], _ words: [Int], _ size: Size
  ) -> [Int] {
    let letters =
      [min(label, leastLabel)]
      + columns.map { $0.isFigures ? $0.width : min($0.width, leastWords) }
    // Twentieths of a point are tenths of half a point.
    return zip(letters, words).map { letters, word in
      max(letters * size.digit, word * size.type / 10) + margins
    }
  }

  /// The room of every column on a page, labels first; together all there is from left to right.
  func widths(on page: WordPage) -> [Int] {
    var widths = WordColumns.least(label, columns, words, size)
    let wished =
      [min(label, WordColumns.most)]
      + columns.map { $0.isFigures ? $0.width : min($0.width, WordColumns.most) }
    let wishes = wished.map { $0 * size.digit + WordColumns.margins }
    let left = page.room - widths.reduce(0, +)
    if left < 0 {
      // More columns than paper: all of them give way, figures alike.
      let label = min(widths[0], page.room / 8)
      let whole = widths.dropFirst().reduce(0, +)
      let others = widths.dropFirst().map { $0 * (page.room - label) / whole }
      return [page.room - others.reduce(0, +)] + others
    }
    let wanting = zip(wishes, widths).map { max(0, $0 - $1) }
    let want = wanting.reduce(0, +)
    if want > 0 {
      for (column, more) in wanting.enumerated() {
        widths[column] += min(more, left * more / want)
      }
    }
    widths[0] += page.room - widths.reduce(0, +)
    return widths
  }
}
