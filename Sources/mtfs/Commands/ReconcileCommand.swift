import FinanceModel

extension Command {
  static let reconcile = Command(
    name: "reconcile", summary: "Does every published cell and every claim hold?",
    operands: [.file],
    options: [.format, .output, .force, .width, .color, .help],
    details: [
      "Every cell is computed anew and gets one verdict: exact, rounding (within what rounding "
        + "alone can do), noted (a difference that the plan records with its reason) or wrong.",
      "The status is 1 when any cell or claim is wrong, or when there is nothing to reconcile.",
    ],
    example: Example(line: "", prints: "")
  ) { invocation in
    let result = try invocation.plan().reconciled()
    try invocation.emit(Report.reconciliation(result), json: result.json)
    let isEmpty = result.cells.isEmpty && result.claims.isEmpty
    return result.hasFindings || isEmpty ? .finding : .done
  }
}
