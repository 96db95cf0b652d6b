/// Writes one table of a document: a caption, a heading row that comes again on each page, figures.
///
/// No cell is merged and none only makes space, so that a screen reader can name every figure.
struct WordTable {
  let table: ReportTable
  /// Its place among the tables of the document.
  let number: Int
  /// What a table without a caption is called.
  let fallback: String

  private let columns: WordColumns
  private let wordColumns: [Bool]

  init(table: ReportTable, number: Int, fallback: String) {
    self.table = table
    self.number = number
    self.fallback = fallback
    columns = WordColumns(table)
    wordColumns = (0..<table.columnCount).map(table.holdsWords)
  }

  /// The most rows of a table that is kept on one page.
  private static let mostWhole = 20
  /// What each step of a label is moved by, and the most steps.
  private static let (step, mostSteps) = (200, 4)

  /// `end` is what the paragraph below it says of the pages that it is the last on.
  func write(
    in xml: inout XMLWriter, on page: WordPage, end: ((inout XMLWriter) -> Void)? = nil
  ) {
    let name = SingleLine.text(table.caption)
    let caption = name.isEmpty ? fallback : name
    xml.paragraph("Caption", keepsNext: true) { xml in
      xml.run("Table ")
      xml.field("SEQ Table \\* ARABIC", String(number))
      xml.run(": ")
      xml.runs(caption)
    }
    let widths = columns.widths(on: page)
    xml.element("w:tbl") { xml in
      properties(in: &xml, caption: caption, width: widths.reduce(0, +))
      xml.element("w:tblGrid") { xml in
        for width in widths { xml.word("w:gridCol", "w", String(width)) }
      }
      heading(in: &xml, widths)
      for (index, row) in table.rows.enumerated() { write(row, index, in: &xml, widths) }
    }
    xml.paragraph("Note", section: end) { $0.run(note) }
  }

  /// What is to be known of its figures, below it.
  private var note: String {
    let unit = table.unit?.heading ?? ""
    let isNegative = table.hasBrackets
    let parts =
      (unit.isEmpty ? [] : ["Figures are in \(unit)."])
      + (isNegative ? ["Figures in brackets are negative."] : [])
    return parts.isEmpty ? "End of table \(number)." : parts.joined(separator: " ")
  }

  private func properties(in xml: inout XMLWriter, caption: String, width: Int) {
    xml.element("w:tblPr") { xml in
      xml.word("w:tblStyle", "val", "FinanceTable")
      xml.element("w:tblW", ["w:w": String(width), "w:type": "dxa"])
      xml.word("w:tblLayout", "type", "fixed")
      let endsInTotal = table.rows.last?.kind == .total
      xml.element(
        "w:tblLook",
        [
          "w:val": endsInTotal ? "06E0" : "06A0", "w:firstRow": "1",
          "w:lastRow": endsInTotal ? "1" : "0", "w:firstColumn": "1", "w:lastColumn": "0",
          "w:noHBand": "1", "w:noVBand": "1",
        ])
      xml.word("w:tblCaption", "val", caption)
      xml.word("w:tblDescription", "val", note)
    }
  }

  // MARK: Rows

  private func heading(in xml: inout XMLWriter, _ widths: [Int]) {
    xml.element("w:tr") { xml in
      xml.element("w:trPr") { xml in
        xml.element("w:cantSplit")
        xml.element("w:tblHeader")
      }
      cell(in: &xml, width: widths[0], style: "TableHeading", keepsNext: true) {
        $0.runs(table.stubHeading)
      }
      for (column, isWords) in wordColumns.enumerated() {
        let style = isWords ? "TableHeading" : "TableFigureHeading"
        cell(in: &xml, width: widths[column + 1], style: style, keepsNext: true) {
          $0.runs(table.heading(column))
        }
      }
    }
  }

  private func write(
    _ row: ReportTable.Row, _ index: Int, in xml: inout XMLWriter, _ widths: [Int]
  ) {
    // A short table stays whole, a heading with its rows, and the last row with the note.
    let keepsNext =
      table.rows.count <= WordTable.mostWhole || row.kind == .heading
      || index == table.rows.count - 1
    let strong = row.kind == .total || row.kind == .heading ? "Strong" : nil
    let indent = row.kind == .heading ? 0 : min(row.indent, WordTable.mostSteps) * WordTable.step
    xml.element("w:tr") { xml in
      xml.element("w:trPr") { $0.element("w:cantSplit") }
      let isTotal = row.kind == .total
      cell(
        in: &xml, width: widths[0], style: "TableText", keepsNext: keepsNext, indent: indent,
        isTotal: isTotal
      ) { $0.runs(row.label, style: strong) }
      for column in wordColumns.indices {
        let cell = column < row.cells.count ? row.cells[column] : .none
        self.cell(
          in: &xml, width: widths[column + 1], style: style(cell, column), keepsNext: keepsNext,
          isTotal: isTotal
        ) { $0.runs(table.text(cell), style: strong) }
      }
    }
  }

  /// The style of a cell; a figure without brackets keeps their place free.
  private func style(_ cell: ReportCell, _ column: Int) -> String {
    switch cell {
    case .text: "TableText"
    case .amount: table.isBracketed(cell) ? "TableNegativeFigure" : "TableFigure"
    case .none: wordColumns[column] ? "TableText" : "TableFigure"
    }
  }

  private func cell(
    in xml: inout XMLWriter, width: Int, style: String, keepsNext: Bool, indent: Int = 0,
    isTotal: Bool = false, _ content: (inout XMLWriter) -> Void
  ) {
    xml.element("w:tc") { xml in
      xml.element("w:tcPr") { xml in
        xml.element("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if isTotal {
          // A table style knows only the last row; sums within a table are set off here.
          xml.element("w:tcBorders") { xml in
            xml.element(
              "w:top", ["w:val": "single", "w:sz": "8", "w:space": "0", "w:color": "0B0C0C"])
          }
          xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "F3F4F5"])
        }
      }
      xml.paragraph(style + columns.style, keepsNext: keepsNext, indent: indent, content)
    }
  }
}
