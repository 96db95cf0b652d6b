/// Reads the published cells of one row.
struct PublishedCellReader {
  let problems: Problems
  let row: Row
  /// The unit that the table was published in, where it is not the plan's.
  let style: CellStyle?
  /// The unit of the plan or table, which is what `style` replaces.
  let planUnit: Unit

  /// A cell is text where the plan has text, or where it has letters and no digit.
  func cell(_ cell: DelimitedCell, column: PublishedTable.Column) -> PublishedTable.Cell {
    func published(_ content: PublishedTable.Content) -> PublishedTable.Cell {
      PublishedTable.Cell(column: column, text: cell.text, content: content, range: cell.range)
    }
    if case .position(let position) = column, row.details?.text[position] != nil {
      return published(.text(cell.text.trimmed))
    }
    do {
      let amount = try AmountText(figure(cell.text), unit: unit(column), footnotes: true)
      return published(.cell(amount.cell))
    } catch let fault {
      let isError = cell.text.first == "#"
      if isError {
        problems.add(
          .publishedCell, "'\(cell.text)' is a spreadsheet's error, not a figure", at: cell.range,
          expected: "a figure", help: "mend the spreadsheet and save the table again")
      } else if cell.text.contains(where: \.isNumber) || !cell.text.contains(where: \.isLetter) {
        let isNote = fault.kind == .stray && cell.text.contains { $0.isLetter }
        let help = "a note in place of a figure stands in the plan's row too, under 'text'"
        problems.add(
          fault, in: cell.text, at: cell.range, isVerbatim: true, help: isNote ? help : nil)
      }
      return published(.text(cell.text.trimmed))
    }
  }

  /// The text of a figure. Where the plan says in what unit the table is published, a bare `£` only
  /// repeats that it is money.
  private func figure(_ text: String) -> String {
    guard style != nil, !text.contains(where: \.isLetter) else { return text }
    return text.filter { $0 != "£" }
  }

  private func unit(_ column: PublishedTable.Column) -> Unit {
    guard let details = row.details else { return style?.unit ?? .millions }
    var unit = details.unit
    if case .position(let position) = column { unit = details.style(position).unit }
    return unit == planUnit ? style?.unit ?? unit : unit
  }
}
