extension ReportPack {
  /// The workbook of a pack: the plan with its formulas and, with scenarios, each beside it likewise.
  ///
  /// It always has every year, and the unit of the gap on every sheet, since cells refer to each other.
  public var spreadsheet: Spreadsheet {
    let facts =
      [
        Spreadsheet.Fact("Status", layout.status.rawValue),
        Spreadsheet.Fact(
          "Provisional", provisional.isEmpty ? "nothing" : provisional.joined(separator: "; ")),
        Spreadsheet.Fact("Fingerprint of the inputs", fingerprint),
      ] + inputs.map { Spreadsheet.Fact("SHA-256 of \($0.name)", $0.digest) }
    let style = layout.style(of: .gap)
    let spreadsheet =
      comparison.map {
        $0.spreadsheet(explaining: answers($0), program: program, facts: facts, style: style)
      } ?? answer.spreadsheet(program: program, facts: facts, style: style)
    return spreadsheet.looking(like: layout, plan)
  }

  /// The answers to what is compared, in its order.
  private func answers(_ comparison: Comparison) -> [Answer] {
    var scenarios = scenarios.makeIterator()
    return comparison.alternatives.compactMap { alternative in
      if !alternative.question.scenarios.isEmpty { return scenarios.next() }
      return Answer(
        question: alternative.question, base: alternative.forecast, result: alternative.forecast,
        contributions: [], records: [])
    }
  }
}

extension Spreadsheet {
  /// With as many decimals on each sheet as a layout asks for in the part that it belongs to.
  func looking(like layout: ReportLayout, _ plan: Plan) -> Spreadsheet {
    let usual = layout.style(of: .gap)
    let (unit, decimals) = (usual.unit(plan), usual.decimals(plan))
    func wanted(_ sheet: Sheet) -> Int {
      let style = layout.style(of: sheet.id.part)
      return style.unit(plan) == unit ? style.decimals(plan) : decimals
    }
    return Spreadsheet(
      title: title, author: author, program: program,
      sheets: sheets.map { sheet in
        let wanted = wanted(sheet)
        return wanted == decimals ? sheet : sheet.showing(wanted, insteadOf: decimals, of: unit)
      })
  }
}

extension Sheet {
  /// With other decimals for the figures in a unit that have the usual ones.
  fileprivate func showing(_ decimals: Int, insteadOf usual: Int, of unit: Unit) -> Sheet {
    var sheet = self
    for (row, line) in rows.enumerated() {
      for (column, cell) in line.cells.enumerated() {
        guard case .figure(var figure) = cell, figure.unit == unit, figure.decimals == usual else {
          continue
        }
        figure.decimals = decimals
        sheet.rows[row].cells[column] = .figure(figure)
      }
    }
    return sheet
  }
}

extension Spreadsheet.SheetID {
  /// The part of a report that shows the same.
  fileprivate var part: ReportLayout.Part {
    switch self {
    case .plan, .table, .workings: .table
    case .compared, .distance, .differing: .comparison
    case .before, .difference, .changes, .settings: .scenarios
    case .assumptions: .assumptions
    case .cover, .notes, .effects, .oneOffs, .gap, .report: .gap
    case .of(_, let sheet): sheet.part
    }
  }
}
