extension Sheet {
  /// A table of a report as it stands: values, without a formula.
  init(_ table: ReportTable, id: Spreadsheet.SheetID) {
    self.init(
      id: id, name: Sheet.short(table.caption), title: table.caption, about: "A table of values.")
    unit = table.unit
    if let unit = table.unit, unit != .number {
      lines = ["Figures in \(unit.rawValue) unless a cell says otherwise."]
    }
    let count = table.columnCount
    let columns = table.columns + Array(repeating: "", count: count - table.columns.count)
    headings = [table.stub.isEmpty ? "Row" : table.stub] + columns
    rows = table.rows.map { row in
      SheetRow(row.kind, row.label, row.cells.map(SpreadsheetCell.init), indent: row.indent)
    }
    charts = []
    negatives = table.negatives
  }

  /// What figures are made of, each indented under the one that it is a part of.
  init(_ nodes: [TreeNode], of title: String, id: Spreadsheet.SheetID) {
    func rows(_ node: TreeNode, level: Int) -> [SheetRow] {
      let row = SheetRow(
        .line, node.label, [SpreadsheetCell(node.value), .text(node.detail)],
        indent: min(level, Sheet.deepest))
      return [row] + node.children.flatMap { rows($0, level: level + 1) }
    }
    self.init(
      id: id, name: "What it is made of", title: title,
      about: "A figure, and under it what it is made of; values.")
    headings = ["Figure", "Value", "Where it stands"]
    self.rows = nodes.flatMap { rows($0, level: 0) }
  }

  /// The most steps that a label is indented.
  private static let deepest = 15

  /// What stands before a colon names a table well enough.
  private static func short(_ caption: String) -> String {
    caption.split(separator: ":").first.map(String.init) ?? caption
  }
}

extension SpreadsheetCell {
  init(_ cell: ReportCell) {
    switch cell {
    case .none: self = .none
    case .text(let text): self = .text(text)
    case .amount(let cell, let unit, let decimals):
      self = .figure(SheetFigure(cell: cell, unit: unit, decimals: decimals))
    }
  }
}
