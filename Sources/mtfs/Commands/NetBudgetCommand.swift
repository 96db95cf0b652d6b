import FinanceModel

extension Command {
  static let netBudget = Command(
    name: "net-budget",
    summary: "What is the net budget by service, and what has council tax to bring?",
    operands: [.question],
    options: Option.printingTables,
    details: [
      "The base budget of each service with its pressures and savings, at standstill and after "
        + "savings, by year; less the funding but council tax that is what council tax has to bring, "
        + "and less council tax the remaining gap.",
      "The budgets of the base year stand under 'net-budget', or in lines of the role 'cost'. The "
        + "status is 1 when they do not tie to the gap.",
    ],
    example: Example(
      line: "mtfs net-budget Scenarios/net-budget/plan.yaml",
      prints: """
        ...
        Net budget requirement            210.000    220.500    231.300    241.200
        Collection fund surplus             0.000     (0.600)     0.000      0.000
        Business rates                    (42.000)   (42.900)   (43.700)   (44.500)
        Revenue support grant             (18.000)   (17.600)   (17.200)   (16.800)
                                         ─────────  ─────────  ─────────  ─────────
        Council tax requirement           150.000    159.400    170.400    179.900
        Council tax                      (150.000)  (159.060)  (168.667)  (178.855)
                                         ─────────  ─────────  ─────────  ─────────
        Unmet                               0.000      0.340      1.733      1.045
        Remaining gap, cumulative: ties     0.000      0.340      1.733      1.045
        ...

        """)
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.plan().forecast().netBudgetAnswer()
    let style = invocation.style
    try invocation.emit(
      Report.netBudget(answer, style: style), of: question, json: answer.json(style: style))
    return answer.hasFindings ? .finding : .done
  }
}
