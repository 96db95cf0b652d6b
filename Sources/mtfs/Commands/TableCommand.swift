import FinanceModel

extension Command {
  static let table = Command(
    name: "table", summary: "What does the whole table say?",
    operands: [.question],
    options: [.by, .kind] + Option.printingTables,
    details: [
      "Every heading, line, total and figure in printed order, with the blanks and dashes that were "
        + "published. For a scenario, the table with its changes made; "
        + "several files apply in order.",
      "With --by the lines that enter the gap are grouped by what the plan says of them, each with what "
        + "it adds to the gap: what each year adds, or with --kind cumulative the level in each year. "
        + "The groups add up to the remaining gap in every year, or the command fails.",
    ],
    example: Example(
      line: "mtfs table Scenarios/wiltshire-2017/plan.yaml --width 80",
      prints: """
        ...
        High Level MTFS 4 Year Financial Model
        £m                               2016-17   2017-18  2018-19   2019-20   2020-21
        ────────────────────────────────────────────────────────────────────────────────
        Funding Changes
        Increase in Council Tax         (220.402)  (4.496)   (4.584)   (4.724)   (4.865)
        Social Care Levy                  (4.322)  (6.781)   (6.985)    0.000     0.000
        Council Tax base growth                -   (1.303)   (2.305)   (2.374)   (2.445)
        ...
        Collection Fund                    0.000   (1.546)   (0.013)   (0.009)    0.129
        Other Central Grants includin…         -    0.000     0.000     0.000     0.000
                                        ─────────  ───────  ────────  ────────  ────────
        Total Funding Changes           (313.585)   2.234    (5.290)   (0.733)   (8.907)
        ...

        """)
  ) { invocation in
    let field = invocation.arguments.value(.by).flatMap(LineField.init)
    if field == nil, invocation.arguments.has(.kind) {
      throw UsageError("--kind belongs to --by", help: "add --by priority, or leave out --kind")
    }
    let question = try Question(contentsOf: invocation.operands)
    let forecast = try question.plan().forecast()
    if let field {
      let regrouping = try forecast.regrouped(by: field)
      try invocation.emit(
        Report.regrouped(regrouping, style: invocation.style), of: question,
        json: regrouping.json(style: invocation.style))
      return .done
    }
    try invocation.emit(
      Report.table(forecast, style: invocation.style), of: question,
      workbook: {
        try question.answer().spreadsheet(program: Invocation.program, style: invocation.style)
      },
      json: forecast.tableJSON(style: invocation.style))
    return .done
  }
}

extension Option {
  fileprivate static let by = Option(
    name: "by", value: .choice(LineField.allCases.map(\.rawValue).sorted()),
    summary: "group the lines that enter the gap by what the plan says of them")
}
