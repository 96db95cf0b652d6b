import FinanceModel

extension Command {
  static let risks = Command(
    name: "risks", summary: "What could go wrong, and is there enough to meet it?",
    operands: [.question],
    options: Option.printingTables,
    details: [
      "Each risk between its lower and upper amount: the mid-point, the likelihood, the two "
        + "multiplied, and its rank, the same for equal weights. Then the totals, held against the "
        + "contingency and the general fund. The plan states its risks under 'risks'.",
      "The status is 1 when the contingency, the general fund or both are less than the weighted "
        + "total.",
    ],
    example: Example(
      line: "mtfs risks Scenarios/maidstone-risks/plan.yaml --width 100",
      prints: """
        ...
        Risks by their weighted cost in one year
        £000                                             Rank  Lower  Upper  Mid-point  Likelihood  Weighted
        ────────────────────────────────────────────────────────────────────────────────────────────────────
        H. Adverse impact from changes in local govern…  1=      250    750        500         75%       375
        N. Adverse financial consequences from a disor…  1=      250    750        500         75%       375
        J. Capital programme cannot be funded            3       500  1,500      1,000         25%       250
        B. Fees and Charges fail to deliver sufficient…  4       200    600        400         50%       200
        L. Collection targets for Council Tax and Busi…  5       100    300        200         75%       150
        D. Planned savings are not delivered             6       250    750        500         25%       125
                                                               ─────  ─────  ─────────  ──────────  ────────
        Total                                                  1,550  4,650      3,100                 1,475
        ...
        """)
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.plan().riskAnswer()
    let style = invocation.style
    try invocation.emit(
      Report.risks(answer, style: style), of: question, json: answer.json(style: style))
    return answer.hasFindings ? .finding : .done
  }
}
