/// Writes the cells of a sheet. A text is always a text, whatever it begins with.
struct SheetCellWriter {
  let sheet: Sheet
  let addresses: SheetAddresses
  let styles: WorkbookStyles

  /// A row of the table, its label first.
  func write(_ row: SheetRow, _ number: Int, _ xml: inout XMLWriter) {
    for (column, cell) in ([row.label] + row.cells).enumerated() {
      guard let look = sheet.look(of: cell, in: row, column) else { continue }
      switch cell {
      case .none:
        xml.element(
          "c", ["r": SheetAddresses.cell(number, column), "s": "\(styles.number(look))"])
      case .text(let text), .link(let text, _): write(text, (number, column), look, &xml)
      case .figure(let figure): write(figure, (number, column), look, &xml)
      }
    }
  }

  /// A cell with a text.
  func write(
    _ text: String, _ place: (row: Int, column: Int), _ look: WorkbookStyles.Look,
    _ xml: inout XMLWriter
  ) {
    xml.element(
      "c",
      [
        "r": SheetAddresses.cell(place.row, place.column), "s": "\(styles.number(look))",
        "t": "inlineStr",
      ]
    ) {
      $0.element("is") { $0.element("t", text: SheetCellWriter.safe(text)) }
    }
  }

  private func write(
    _ figure: SheetFigure, _ place: (row: Int, column: Int), _ look: WorkbookStyles.Look,
    _ xml: inout XMLWriter
  ) {
    let style = styles.number(look)
    let address = SheetAddresses.cell(place.row, place.column)
    let formula = figure.formula.map { $0.text(addresses, on: sheet.id) }
    guard let quantity = figure.cell.figure else {
      let mark = figure.cell.mark ?? ""
      if let formula {
        xml.element("c", ["r": address, "s": "\(style)", "t": "str"]) {
          $0.element("f", text: formula)
          $0.element("v", text: mark)
        }
      } else if mark.isEmpty {
        xml.element("c", ["r": address, "s": "\(style)"])
      } else {
        write(mark, place, look, &xml)
      }
      return
    }
    xml.element("c", ["r": address, "s": "\(style)"]) {
      if let formula { $0.element("f", text: formula) }
      $0.element("v", text: CellFormat.digits(quantity, in: figure.unit))
    }
  }

  /// The most characters that a cell holds.
  private static let longest = 32_000

  /// A text within one line; what a workbook would take for a character by its number stays as typed.
  static func safe(_ text: String) -> String {
    let line = SingleLine.text(text)
    guard line.utf8.count > longest || line.contains("_x") else { return line }
    let scalars = Array(line.unicodeScalars.prefix(longest / 2))
    var safe = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
      safe.append(scalar)
      if scalar == "_", isEscape(scalars, position) {
        safe.append(contentsOf: "x005F_".unicodeScalars)
      }
    }
    return String(safe)
  }

  /// Whether `_x0041_` begins here.
  private static func isEscape(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
    guard position + 6 < scalars.count, scalars[position + 1] == "x",
      scalars[position + 6] == "_"
    else { return false }
    return scalars[(position + 2)...(position + 5)].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
