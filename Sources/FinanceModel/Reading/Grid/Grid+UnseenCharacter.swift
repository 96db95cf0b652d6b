extension Grid {
  /// The first cell of a workbook that holds a character which no text file of ours may hold.
  ///
  /// The file that is made of the workbook has it too, but that is not the one to be mended. Nil for
  /// a table that was read from text, whose own characters were looked at when it was read.
  var unseenCharacter: Diagnostics? {
    guard let sheet else { return nil }
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        guard let name = TextCheck.refused(in: cell) else { continue }
        return Diagnostics(
          Diagnostic(
            .controlCharacter,
            "the cell \(ColumnLetters.of(column))\(row.number) of the sheet '\(sheet)' holds the unseen "
              + "character \(name)",
            at: SourceRange(file: file, bytes: 0..<0), label: "expected text that can be seen",
            help: "type the cell anew in the workbook, and import it again"))
      }
    }
    return nil
  }
}
