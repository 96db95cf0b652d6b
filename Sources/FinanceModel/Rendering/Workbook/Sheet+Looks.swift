/// What the cells of a sheet look like.
extension Sheet {
  /// Every look that it uses, each once, in the order in which they come.
  var looks: [WorkbookStyles.Look] {
    var looks = [WorkbookStyles.Look(.title)]
    if !lines.isEmpty { looks.append(WorkbookStyles.Look(.line)) }
    if !headings.isEmpty { looks += (0..<width).map { look(ofHeading: $0) } }
    var seen: Set<WorkbookStyles.Look> = []
    for row in rows {
      for (column, cell) in ([row.label] + row.cells).enumerated() {
        guard let look = look(of: cell, in: row, column), seen.insert(look).inserted else {
          continue
        }
        looks.append(look)
      }
    }
    return looks
  }

  func look(ofHeading column: Int) -> WorkbookStyles.Look {
    holdsFigures(column)
      ? WorkbookStyles.Look(.headingOfFigures)
      : WorkbookStyles.Look(.heading, indent: column > 0 ? 1 : 0)
  }

  /// The look of a cell of the table; nil for one that needs none.
  func look(
    of cell: SpreadsheetCell, in row: SheetRow, _ column: Int
  ) -> WorkbookStyles.Look? {
    switch cell {
    case .none: row.kind == .total ? WorkbookStyles.Look(.totalLabel) : nil
    case .link: WorkbookStyles.Look(.link)
    case .text: WorkbookStyles.Look(row.kind.roleOfWords, indent: column == 0 ? row.indent : 1)
    case .figure(let figure): WorkbookStyles.Look(row.kind.role(of: figure), of: figure, on: self)
    }
  }
}

extension ReportTable.Row.Kind {
  fileprivate var roleOfWords: WorkbookStyles.Role {
    switch self {
    case .heading: .section
    case .total: .totalLabel
    case .line, .figure: .label
    }
  }

  fileprivate func role(of figure: SheetFigure) -> WorkbookStyles.Role {
    if figure.isInput { return figure.formula == nil ? .input : .linked }
    return self == .total ? .total : .plain
  }
}
