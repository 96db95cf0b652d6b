extension CheckRule {
  static let oneOffForRecurring = CheckRule(
    "one-off-for-recurring",
    finds: "a year that balances only because one-off money meets recurring cost: its remaining "
      + "gap is nil or less, and its structural gap is not",
    why: "the cost is there again next year and the money is not, so the same sum has to be "
      + "found a second time",
    mending: "find recurring savings or income for it, or say in the report that the year leans on "
      + "one-off money",
    faulty:
      "- { id: reserves, title: Use of reserves, role: reserves, one-off: [(2.000), ~, ~] }",
    mended:
      "- { id: shared-service, title: Shared service, role: saving, recurring: [(2.000), ~, ~] }"
  ) { subject in
    guard let gap = subject.forecast.gap,
      let remaining = gap.cumulative[.remaining]?.values,
      let structural = gap.cumulative[.structural]?.values
    else { return [] }
    let years = remaining.indices.filter { remaining[$0] <= .zero && structural[$0] > .zero }
    guard let first = years.first else { return [] }
    let amounts = years.map { "\(subject.text(structural[$0])) in \(subject.year($0))" }
    let column = subject.plan.years.planColumns.lowerBound + first
    let sources = subject.oneOffSources(of: first)
    return [
      Finding.Place(
        "one-off money meets recurring cost: \(amounts.listed())",
        at: sources.first?.line.details.place(column) ?? subject.plan.range.firstLine,
        notes: sources.dropFirst().map { source in
          Diagnostic.Note(
            "'\(source.title)' is one-off money too", at: source.line.details.place(column))
        })
    ]
  }
}

extension CheckSubject {
  /// The one-off lines that reduce the gap in a year, the largest first.
  fileprivate func oneOffSources(of offset: Int) -> [CheckedLine] {
    let oneOff = Set(index.oneOffLines)
    let found = lines.filter { oneOff.contains($0.row) && level($0, offset) < 0 }
    return found.sorted { (level($0, offset), $0.row) < (level($1, offset), $1.row) }
  }
}
