extension CheckRule {
  /// Every rule, in the order of `docs/checks.md`.
  public static let all: [CheckRule] = [
    // One-off money
    .oneOffNotUnwound, .oneOffUnwoundTwice, .oneOffForRecurring, .gapMetFromReserves,
    .reserveBelowNil,
    // Figures that cannot be meant
    .levelBelowNil, .sameMoneyTwice, .savingThatCosts, .fundingThatCosts, .blankInsideProfile,
    .figureTooFine,
    .figureOutOfScale, .mixedBases, .costWithoutFunding,
    // Totals
    .totalLeavesOutRow, .lineNobodyAdds, .provisionalTotals,
    // Where figures come from
    .lineWithoutSource, .unusedAssumption, .textCutShort,
    // What was published and claimed
    .claimFails, .identityFails, .publishedCellWrong, .publishedRowUnmatched, .notedDifferenceGone,
    // Scenarios
    .changeWithoutEffect, .signTurned,
  ]

  /// What is wrong if it is found, whoever asks: money with the sign of its opposite.
  static let ofSigns: [CheckRule] = [.savingThatCosts, .fundingThatCosts]
}
