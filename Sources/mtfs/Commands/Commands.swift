extension Command {
  /// Every command, in the order in which help lists them.
  static let all: [Command] = [
    .run, .table, .reconcile, .check, .explain, .compare, .movement, .roll, .amend,
    .funding,
    .sensitivity, .close, .simulate,
    .councilTax, .netBudget, .support, .reserves, .savings, .risks,
    .importTable, .initialize, .format, .schema, .completions,
  ]
}
