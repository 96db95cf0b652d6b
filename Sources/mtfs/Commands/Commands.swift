extension Command {
  /// Every command, in the order in which help lists them.
  static let all: [Command] = [
    .run, .table, .reconcile, .check, .explain, .compare, .movement, .roll, .amend,
    .funding,
    .sensitivity, .close, .simulate,
    .proof, .councilTax, .netBudget, .support, .reserves, .savings, .risks,
    .importTable, .report, .initialize, .format, .schema, .completions,
  ]
}
