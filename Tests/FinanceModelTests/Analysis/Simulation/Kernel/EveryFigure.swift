@testable import FinanceModel

/// Every figure of a plan in a fixed order: printed cells, effects of lines, gaps. Nil is no figure.
enum EveryFigure {
  /// What one figure is called, and whether some draws may leave it blank.
  struct Label {
    let name: String
    var mayBeNothing = false
    /// Whether no draw has a figure there.
    var isNothing = false
  }

  /// As the evaluator has them in one draw.
  static func computed(_ plan: Plan) throws(Diagnostics) -> [Int128?] {
    let forecast = try plan.forecast()
    var figures: [Int128?] = []
    for (row, cells) in forecast.printed.enumerated() where plan.rows[row].details != nil {
      for (column, cell) in cells.enumerated() where holds(plan, row, column) {
        figures.append(cell.cell.figure?.trillionths)
      }
    }
    for effects in forecast.effects {
      guard let effects else { continue }
      figures += (effects.annual + effects.cumulative).map { $0.figure?.trillionths }
    }
    guard let gap = forecast.gap else { return figures }
    for kind in GapKind.allCases {
      for series in Series.allCases where series != .level {
        figures += (gap.series(kind, series)?.values ?? []).map(\.trillionths)
      }
    }
    return figures
  }

  /// As the compiler has them for all draws.
  static func compiled(
    _ compiler: PlanCompiler
  ) throws(KernelStop) -> (labels: [Label], sums: [NodeSum], fault: NodeSum?) {
    var labels: [Label] = []
    var sums: [NodeSum] = []
    var fault: NodeSum?
    func add(
      _ name: String, _ column: Int, _ body: () throws(KernelStop) -> Symbol
    ) throws(KernelStop) {
      let symbol = try compiler.resolved(body)
      labels.append(
        Label(
          name: "\(name) (\(compiler.plan.name(ofColumn: column)))",
          mayBeNothing: symbol.mayBeNothing, isNothing: symbol.isNothing))
      sums.append(symbol.sum)
      fault = compiler.either(fault, symbol.fault)
    }
    let plan = compiler.plan
    for (row, content) in plan.rows.enumerated() {
      guard let details = content.details else { continue }
      for column in details.entries.indices where holds(plan, row, column) {
        try add(details.id.name, column) { () throws(KernelStop) in
          try compiler.printed(row, column)
        }
      }
    }
    for (row, content) in plan.rows.enumerated() where content.line != nil {
      for series in [Series.annual, .cumulative] {
        for column in plan.years.planColumns {
          try add("\(series) of \(content.id?.name ?? "")", column) { () throws(KernelStop) in
            try compiler.line(row, series, column)
          }
        }
      }
    }
    if plan.gap == .none { return (labels, sums, fault) }
    for kind in GapKind.allCases {
      for series in Series.allCases where series != .level {
        if kind == .structural, series == .annual { continue }
        for column in plan.years.planColumns {
          try add("\(series) \(kind)", column) { () throws(KernelStop) in
            try compiler.gap(kind, .series(series), column)
          }
        }
      }
    }
    return (labels, sums, fault)
  }

  /// Whether a row has a cell in a column: a row of a table in its own columns, all else in the years.
  private static func holds(_ plan: Plan, _ row: Int, _ column: Int) -> Bool {
    plan.rows[row].table == plan.table(ofColumn: column)?.id
  }
}
