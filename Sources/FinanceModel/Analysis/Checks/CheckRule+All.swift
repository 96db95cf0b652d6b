extension CheckRule {
  /// Every rule, in the order of `docs/checks.md`.
  public static let all: [CheckRule] = [
    // One-off money
    .oneOffNotUnwound, .oneOffForRecurring, .gapMetFromReserves, .reserveBelowNil,
    // Figures that cannot be meant
    .levelBelowNil, .sameMoneyTwice, .savingThatCosts, .blankInsideProfile, .figureTooFine,
    .mixedBases, .costWithoutFunding,
    // Totals
    .totalLeavesOutRow, .lineNobodyAdds, .provisionalTotals,
    // Where figures come from
    .lineWithoutSource, .unusedAssumption, .textCutShort,
    // What was published and claimed
    .claimFails, .identityFails, .publishedCellWrong, .publishedRowUnmatched, .notedDifferenceGone,
    // Scenarios
    .changeWithoutEffect, .signTurned,
  ]
}
