import FinanceModel

extension Command {
  static let amend = Command(
    name: "amend", summary: "Do budget amendments balance, and do they spend the same money?",
    operands: [
      Operand(name: "PLAN", summary: "the budget: a plan, or a scenario that stands for it"),
      Operand(
        name: "FILE", summary: "an amendment: a scenario whose 'based-on' leads to PLAN",
        repeats: true),
    ],
    options: Option.printingTables,
    details: [
      "An amendment must come to nil in every year, recurring and one-off money each by itself. Each "
        + "is put to PLAN alone: does it balance, and does one-off money pay for recurring cost? Then "
        + "what they do together, and which lines and assumptions more than one of them changes.",
      "The status is 1 when an amendment, or all of them together, do not balance or cannot be made, "
        + "or when two take more from a line than is there.",
    ],
    example: Example(
      line: "mtfs amend Scenarios/wiltshire-2017/plan.yaml "
        + "Scenarios/wiltshire-amendments/highways.yaml",
      prints: """
        ...
        It balances: recurring and one-off money each come to nil in every year.

        Amendment 1 and the gap, cumulative: the level in each year
        £m                        2017-18  2018-19  2019-20  2020-21
        ────────────────────────────────────────────────────────────
        Recurring money
          Highways and Transport    0.000   0.500    0.500    0.500
          Create Campuses           0.000  (0.500)  (0.500)  (0.500)
                                  ───────  ───────  ───────  ───────
        Recurring                   0.000   0.000    0.000    0.000
        One-off                     0.000   0.000    0.000    0.000
                                  ───────  ───────  ───────  ───────
        Net                         0.000   0.000    0.000    0.000

        """)
  ) { invocation in
    let question = try AmendmentQuestion(
      budget: invocation.operands[0], amendments: Array(invocation.operands.dropFirst()))
    let answer = try question.answer()
    let style = invocation.style
    try invocation.emit(Report.amendments(answer, style: style), json: answer.json(style: style))
    return answer.hasFindings ? .finding : .done
  }
}
