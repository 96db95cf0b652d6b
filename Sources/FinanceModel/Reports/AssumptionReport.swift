/// Lays out the assumptions of a plan, each in its own unit, with the source that it was taken from.
struct AssumptionReport {
  let plan: Plan

  private var columns: [FinancialYear] { plan.years.columns }

  var blocks: [Report.Block] {
    [
      .table(
        ReportTable(
          caption: "Assumptions by year", columns: columns.map(\.description),
          rows: plan.assumptions.map(row))),
      .table(
        ReportTable(
          caption: "What the assumptions rest on", stub: "Assumption", columns: ["Source"],
          rows: plan.assumptions.map {
            ReportTable.Row(.line, $0.title, [.text($0.source ?? "not stated")])
          })),
    ]
  }

  private func row(_ assumption: Assumption) -> ReportTable.Row {
    let decimals = assumption.decimals(plan)
    return ReportTable.Row(
      .line, assumption.title,
      assumption.values.prefix(columns.count).map {
        .amount($0.cell, assumption.unit, decimals: decimals)
      })
  }

  /// What a pack's JSON holds of them; values follow the columns of the plan.
  var json: JSONValue {
    .array(
      plan.assumptions.map { assumption in
        .object([
          ("id", .string(assumption.id.name)), ("title", .string(assumption.title)),
          ("unit", .string(assumption.unit.rawValue)),
          (
            "values",
            .array(
              assumption.values.prefix(columns.count).map {
                .figure($0.cell, in: assumption.unit, decimals: assumption.decimals(plan))
              })
          ),
          ("source", .optional(assumption.source)),
        ])
      })
  }
}

extension Assumption {
  /// The usual decimals of its unit, or as many as its values need, up to 6.
  fileprivate func decimals(_ plan: Plan) -> Int {
    let usual = unit == plan.unit ? plan.decimals : unit.defaultDecimals
    let figures = values.compactMap(\.cell.figure)
    return (usual..<6).first { decimals in
      let step = Rounding(decimals: decimals, unit: unit).step
      return figures.allSatisfy { $0.trillionths.isMultiple(of: step) }
    } ?? max(usual, 6)
  }
}
