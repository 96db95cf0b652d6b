extension CheckRule {
  static let claimFails = CheckRule(
    "claim-fails", severity: .error,
    finds: "a claim that does not hold at the precision with which it is stated, and is not noted",
    why: "a figure in the text of a report contradicts its own table",
    mending:
      "correct the claim or its formula, or record the difference and its reason with noted:",
    faulty: "- { id: savings, says: The plan saves £4m, value: £4m, "
      + "equals: \"= -total(total-savings)\" }",
    mended: "- { id: savings, says: The plan saves £3m, value: £3m, "
      + "equals: \"= -total(total-savings)\" }"
  ) { subject in
    subject.reconciliation.claims.filter { $0.verdict == .wrong }.map { claim in
      let decimals =
        claim.claim.unit == subject.plan.unit
        ? subject.plan.decimals : claim.claim.unit.defaultDecimals
      let computed = claim.computed.map { computed in
        let format = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: true)
        return claim.claim.unit.phrase(format.text(computed, in: claim.claim.unit))
      }
      let stated = "'\(claim.claim.says)' states \(claim.claim.text)"
      return Finding.Place(
        "\(stated), and the plan has \(computed ?? "no figure")",
        at: claim.claim.formula.range)
    }
  }
}
