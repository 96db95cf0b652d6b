import FinanceModel

extension Command {
  static let compare = Command(
    name: "compare", summary: "How do scenarios differ, side by side?",
    operands: [.question],
    options: [.kind] + Option.printing,
    details: [
      "The gap of each by year, the difference from the first, and the lines that differ. Each FILE "
        + "is a question of its own: scenarios are compared here, and stacked by 'mtfs run'.",
      "Scenarios of one plan are compared with the plan as it stands, so that one scenario is "
        + "enough. Plans, and scenarios of several plans, are compared with the first; they need "
        + "the same years.",
    ],
    example: Example(
      line: "mtfs compare Scenarios/wiltshire-2017/staffing-up.yaml "
        + "Scenarios/wiltshire-2017/efficiency-80.yaml",
      prints: """
        ...
        By 2020-21 the gap is smallest in 'The plan as it stands', £0.000m a year, and largest in 'General
        efficiency target 80% delivered', £5.797m a year. Left open, the one costs £0.000m over the plan and
        the other costs £16.118m.
        ...
        """)
  ) { invocation in
    let comparison = try Comparison(contentsOf: invocation.operands)
    guard comparison.alternatives.count > 1 else {
      throw UsageError(
        "'\(invocation.operands[0])' is a plan, with nothing to compare it with",
        help: "name a scenario, or another file beside it")
    }
    try invocation.emit(
      Report.comparison(comparison, style: invocation.style),
      workbook: {
        comparison.spreadsheet(program: Invocation.program, style: invocation.style)
      },
      json: comparison.json(style: invocation.style))
    return .done
  }
}
