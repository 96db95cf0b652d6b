import FinanceModel

extension Command {
  static let funding = Command(
    name: "funding",
    summary: "What is final, provisional, indicative or assumed, and what stops when?",
    operands: [.question],
    options: Option.printingTables,
    details: [
      "Each line of funding and income with its level and how sure it is in each year, the share of "
        + "each year that is not final, what stops when, and grants that are rolled into others.",
      "The status is 1 when the plan counts money after its end, or when what is rolled in does not "
        + "match what stops.",
    ],
    example: Example(
      line: "mtfs funding Scenarios/wiltshire-2017/plan.yaml --width 80",
      prints: """
        ...
        Money by status: the share of it in each year
        %            2017-18  2018-19  2019-20  2020-21
        ───────────────────────────────────────────────
        Final           73.8      0.0      0.0      0.0
        Provisional     26.1      0.0      0.0      0.0
        Indicative       0.0     24.5      7.3      0.0
        Assumed          0.1     75.5     92.7    100.0
        Not final       26.2    100.0    100.0    100.0
        ...
        What stops when
                                         Last      Level   Taken
        £m                               year       then     out
        ────────────────────────────────────────────────────────
        Adult Social Care Support Grant  2017-18   1.800   1.800
        Transition Grant                 2017-18  (0.003)  3.014
        ...

        """)
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let outlook = try question.plan().forecast().fundingOutlook
    try invocation.emit(
      Report.funding(outlook, style: invocation.style), of: question,
      json: outlook.json(style: invocation.style))
    return outlook.hasFindings ? .finding : .done
  }
}
