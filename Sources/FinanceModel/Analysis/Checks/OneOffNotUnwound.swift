extension CheckRule {
  static let oneOffNotUnwound = CheckRule(
    "one-off-not-unwound",
    finds: "a `recurring` line with the role `reserves`, or titled or noted as one-off or as use "
      + "of reserves, whose money is still there in the last year",
    why: "one-off money that is typed as a change to the base budget stays in every later year, "
      + "so the gaps that follow look smaller than they are",
    mending: "write one-off: with the amount of each year, and it unwinds by itself",
    faulty:
      "- { id: reserves, title: Use of reserves, role: reserves, recurring: [(2.000), ~, ~] }",
    mended:
      "- { id: reserves, title: Use of reserves, role: reserves, one-off: [(2.000), ~, ~] }"
  ) { subject in
    subject.lines.compactMap { item in
      let role = item.line.role
      let wording = LineWording(item.line.details)
      guard item.line.basis == .recurring, role != .memorandum,
        role == .reserves || wording.isOneOff, !wording.isReversal, subject.stays(item)
      else { return nil }
      let last = item.cumulative.count - 1
      let amount = subject.text(
        .money(Money(trillionths: item.cumulative[last])), item.line.details)
      let kind = role == .reserves ? "from reserves" : "one-off money by its words"
      return Finding.Place(
        "'\(item.title)' is \(kind), and \(amount) of it is still there in \(subject.year(last))",
        at: item.range)
    }
  }
}

extension CheckSubject {
  /// Whether money of a line that was there before the last year is still there at its end.
  ///
  /// What comes only in the last year unwinds after the plan. A base-year figure that the changes
  /// take to nil is last year's one-off, unwound.
  fileprivate func stays(_ item: CheckedLine) -> Bool {
    guard let last = item.cumulative.last, last != 0, item.cumulative.count > 1,
      item.cumulative[item.cumulative.count - 2] != 0
    else { return false }
    return level(item, item.cumulative.count - 1) != 0
  }
}
