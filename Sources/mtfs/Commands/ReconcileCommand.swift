import FinanceModel

extension Command {
  static let reconcile = Command(
    name: "reconcile", summary: "Does every published cell and every claim hold?",
    operands: [.file],
    options: [.formatWithoutChart, .output, .force, .width, .color, .help],
    details: [
      "Every cell is computed anew and gets one verdict: exact, rounding (within what rounding "
        + "alone can do), noted (a difference that the plan records with its reason) or wrong.",
      "The status is 1 when any cell or claim is wrong, or when there is nothing to reconcile.",
    ],
    example: Example(
      line: "mtfs reconcile Scenarios/wiltshire-2017/plan.yaml --width 80",
      prints: """
        ...
        published.tsv: 290 cells (175 figures, 111 blanks, 2 dashes, 2 notes): 290
        exact, 0 rounding, 0 noted, 0 wrong.

        Claims
        £m                                Stated   Computed  Difference  Verdict
        ────────────────────────────────────────────────────────────────────────────────
        £45m of savings, without fees a…  £45m       45.448     (0.448)  holds as stated
        £45m of savings, as the whole p…  £45m       52.448     (7.448)  fails, noted
        ...

        """)
  ) { invocation in
    let question = try invocation.question()
    let result = try question.plan().reconciled()
    try invocation.emit(Report.reconciliation(result), of: question, json: result.json)
    return result.hasFindings || result.isEmpty ? .finding : .done
  }
}
