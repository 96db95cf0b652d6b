extension CheckRule {
  static let identityFails = CheckRule(
    "identity-fails", severity: .error,
    finds: "an identity of `checks` that does not hold, not even within rounding",
    why: "the table contradicts itself, for what ought to be one sum is two",
    mending: "correct the figures or the identity",
    faulty: "- { id: grant, title: Government grant, recurring: [(1.000), (1.000), (0.900)] }",
    mended: "- { id: grant, title: Government grant, recurring: [(1.000), (1.000), (1.000)] }"
  ) { subject in
    subject.plan.identities.compactMap { identity in
      let wrong = subject.reconciliation.identities.filter {
        $0.identity.id == identity.id && $0.verdict == .wrong
      }
      guard !wrong.isEmpty else { return nil }
      return Finding.Place(
        "'\(identity.says)' does not hold\(subject.years(wrong))", at: identity.range)
    }
  }
}

extension CheckSubject {
  /// The years in which an identity fails, with the differences of money: ` in 2025-26 by £0.100m`.
  fileprivate func years(_ held: [ReconciledIdentity]) -> String {
    let places = held.compactMap { held -> String? in
      guard let column = held.column else { return nil }
      guard case .money(let difference)? = held.difference else {
        return plan.name(ofColumn: column)
      }
      return "\(plan.name(ofColumn: column)) by \(text(difference))"
    }
    return places.isEmpty ? "" : " in " + places.listed()
  }
}
