import FinanceModel

extension Command {
  static let savings = Command(
    name: "savings", summary: "Are the savings delivered, and what if they are not?",
    operands: [.question],
    options: [.by, .kind] + Option.printingTables,
    details: [
      "What the savings come to as planned, at the shares that 'delivery-by-status' counts on, and "
        + "green only, by year; the same by status and by owner, or by the field of --by. What is "
        + "not delivered returns as the next year's pressure, and the gap after it is shown.",
      "Where the plan states 'savings-delivery', the savings of that year by owner: approved, "
        + "achieved, pressures, at risk, and that as a share of the owner's budget.",
      "The status is 1 when what is counted on leaves a gap that the savings as planned do not.",
    ],
    example: Example(
      line: "mtfs savings Scenarios/risk-register/plan.yaml --kind cumulative --width 80",
      prints: """
        ...
        Savings, cumulative: the level in each year
        £000                   2026-27  2027-28  2028-29
        ────────────────────────────────────────────────
        Planned                    400      930    1,290
        Counted on, by status      370      880    1,220
        At risk                     30       50       70
        Green only                 250      680      940
        Not green                  150      250      350
        ...
        Savings that are not delivered, at the share counted on
        £000                          2026-27  2027-28  2028-29  2029-30
        ────────────────────────────────────────────────────────────────
        Returns from the year before       0       30       20        20

        Remaining gap, cumulative
          As planned                     (30)     (50)     (70)
          With what has returned         (30)     (20)     (20)
          Overspend of the year           30       20       20
                                      ───────  ───────  ───────  ───────
          With savings as counted on       0        0        0
        ...
        """)
  ) { invocation in
    let field = invocation.arguments.value(.by).flatMap(LineField.init)
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.plan().savingsAnswer()
    let style = invocation.style
    try invocation.emit(
      try Report.savings(answer, by: field.map { [$0] }, style: style), of: question,
      json: try answer.json(by: field.map { [$0] }, style: style))
    return answer.hasFindings ? .finding : .done
  }
}

extension Option {
  fileprivate static let by = Option(
    name: "by", value: .choice(LineField.allCases.map(\.rawValue).sorted()),
    summary: "group the savings by what the plan says of them; by status and owner otherwise")
}
