import FinanceModel

extension Command {
  static let support = Command(
    name: "support",
    summary: "What do exceptional support and deficits held outside the budget cost?",
    operands: [.question],
    options: [.kind] + Option.printingTables,
    details: [
      "Exceptional support is one-off funding that is borrowed: its amounts, interest, repayment and "
        + "what is outstanding by year, the gap before and after it, and what is still to be repaid "
        + "after the plan. A memorandum account is a deficit held outside the general fund: its "
        + "balance, and its interest, which is all that the gap has of it.",
      "The status is 1 when support meets a gap that goes on, or when an override ends in the plan "
        + "and the balance is more than the reserves that the plan names for it.",
    ],
    example: Example(
      line: "mtfs support Scenarios/support/plan.yaml",
      prints: """
        ...
        The gap before and after support, cumulative: the level in each year
        £m                                 2026-27   2027-28  2028-29  2029-30
        ──────────────────────────────────────────────────────────────────────
        Gap before support                  17.904    4.090   (2.460)  (2.402)
        Exceptional support                (18.000)  (6.000)   0.000    0.000
        Interest                             0.000    0.918    1.178    1.117
        Repayment                            0.000    0.900    1.200    1.200
                                           ────────  ───────  ───────  ───────
        Gap after, remaining                (0.096)  (0.092)  (0.082)  (0.085)
        Structural, without one-off money   (0.096)  (0.092)  (0.082)  (0.085)
        ...

        """)
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.plan().forecast().supportAnswer()
    let style = invocation.style
    try invocation.emit(
      Report.support(answer, style: style), of: question, json: answer.json(style: style))
    return answer.hasFindings ? .finding : .done
  }
}
