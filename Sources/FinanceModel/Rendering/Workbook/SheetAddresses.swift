/// Where the cells of tables lie on their sheets, and how formulas name them.
struct SheetAddresses {
  /// The name of each sheet as it stands before an address.
  private var prefixes: [Spreadsheet.SheetID: String] = [:]
  private var rowsAbove: [Spreadsheet.SheetID: Int] = [:]

  /// As any sheet names another by its place in the workbook.
  init(_ sheets: [Sheet]) {
    for sheet in sheets {
      prefixes[sheet.place] = SheetAddresses.prefix(sheet.name)
      rowsAbove[sheet.place] = sheet.rowsAbove
    }
  }

  /// As the sheets of one of several plans name each other; nil as those name them that all share.
  func among(_ sheets: [Sheet], of plan: Int?) -> SheetAddresses {
    var addresses = self
    for sheet in sheets where sheet.plan == plan {
      addresses.prefixes[sheet.id] = prefixes[sheet.place]
      addresses.rowsAbove[sheet.id] = sheet.rowsAbove
    }
    return addresses
  }

  /// `D5`, of a row and a column counted from 0 on the whole sheet.
  static func cell(_ row: Int, _ column: Int) -> String { "\(ColumnLetters.of(column))\(row + 1)" }

  /// The name of a sheet as a formula has it.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The address of a cell, with its sheet where that is another one than `sheet`.
  func text(_ place: SheetPlace, from sheet: Spreadsheet.SheetID?) -> String {
    let cell = SheetAddresses.cell(place.row + (rowsAbove[place.sheet] ?? 0), place.column)
    return place.sheet == sheet ? cell : prefix(place.sheet) + cell
  }

  /// The address of an area, with its sheet where that is another one.
  func text(_ from: SheetPlace, _ to: SheetPlace, from sheet: Spreadsheet.SheetID?) -> String {
    text(from, from: sheet) + ":" + text(to, from: to.sheet)
  }

  /// An area as charts and links name it: `'Gap, annual'!$B$4:$E$4`.
  func fixed(
    _ sheet: Spreadsheet.SheetID, _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>
  ) -> String {
    let above = (rowsAbove[sheet] ?? 0) + 1
    let first = "$\(ColumnLetters.of(columns.lowerBound))$\(rows.lowerBound + above)"
    let last = "$\(ColumnLetters.of(columns.upperBound))$\(rows.upperBound + above)"
    return prefix(sheet) + (first == last ? first : "\(first):\(last)")
  }

  /// The first cell of a sheet, for a link.
  func top(of sheet: Spreadsheet.SheetID) -> String { prefix(sheet) + "A1" }

  private func prefix(_ sheet: Spreadsheet.SheetID) -> String { prefixes[sheet] ?? "''!" }

  private static func prefix(_ name: String) -> String {
    // Up to three letters could be a column.
    let isPlain =
      name.utf8.count > 3
      && name.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
    return (isPlain ? name : quoted(name)) + "!"
  }
}
