extension CheckRule {
  static let oneOffUnwoundTwice = CheckRule(
    "one-off-unwound-twice",
    finds: "a `one-off` line with an amount and in the next year, typed, the same amount with the "
      + "other sign, where nothing says that it may be a surplus or a deficit, or is repaid",
    why: "a one-off unwinds by itself in the year after it, so a second figure that takes it back "
      + "counts that once more",
    mending: "leave the second figure out, or type it as '~'",
    faulty: "- { id: grant, title: Transition grant, role: income, one-off: [(0.600), 0.600, ~] }",
    mended: "- { id: grant, title: Transition grant, role: income, one-off: [(0.600), ~, ~] }"
  ) { subject in
    let first = subject.plan.years.planColumns.lowerBound
    return subject.lines.compactMap { item -> Finding.Place? in
      let details = item.line.details
      let wording = LineWording(details)
      guard item.line.basis == .oneOff, item.line.role != .memorandum, !wording.isEitherSign,
        !wording.isTiming
      else { return nil }
      let levels = item.cumulative.indices.map { subject.level(item, $0) }
      let reversal = levels.indices.first { year in
        guard case .typed = details.entries[first + year] else { return false }
        let before = year == 0 ? subject.base(item) : levels[year - 1]
        return before != 0 && levels[year] == -before
      }
      guard let reversal else { return nil }
      let amount = subject.text(.money(Money(trillionths: abs(levels[reversal]))), details)
      return Finding.Place(
        "'\(item.title)' is taken back by hand in \(subject.year(reversal)), \(amount), and "
          + "unwinds by itself",
        at: details.place(first + reversal))
    }
  }
}
