extension Report {
  /// A workbook of a report's tables as they stand, one on each sheet: values, without a formula.
  ///
  /// `facts` are further rows of the cover.
  public func spreadsheet(program: String, facts: [Spreadsheet.Fact] = []) -> Spreadsheet {
    let negatives =
      blocks.lazy.compactMap { block in
        if case .table(let table) = block { table.negatives } else { nil }
      }.first ?? .brackets
    var notes = [
      Spreadsheet.Fact("Signs", "A figure \(negatives.words) is negative."),
      Spreadsheet.Fact("Values", "Every figure is a value, as the program printed it."),
    ]
    var sheets: [Sheet] = []
    var said = subtitles
    for block in blocks {
      switch block {
      case .heading, .file: break
      case .paragraph(let text): said.append(text)
      case .tree(let nodes): sheets.append(Sheet(nodes, of: title, id: .report(sheets.count)))
      case .notes(let lines): notes += lines.map { Spreadsheet.Fact("Note", $0) }
      case .table(let table): sheets.append(Sheet(table, id: .report(sheets.count)))
      }
    }
    let contents = [Sheet.notes(notes)] + sheets
    let facts =
      said.map { Spreadsheet.Fact("", $0) } + facts + [Spreadsheet.Fact("Made by", program)]
    let cover = Sheet.cover(title: title, facts, contents)
    return Spreadsheet(
      title: title, author: nil, program: program,
      sheets: ([cover] + contents).named())
  }
}

extension AmountFormat.Negatives {
  /// How a figure is marked that is negative.
  var words: String { self == .brackets ? "in brackets" : "with a minus" }
}
