extension CheckRule {
  static let savingThatCosts = CheckRule(
    "saving-that-costs",
    finds: "a section of savings in which no line ever reduces the gap, or one line alone never "
      + "does, is not worded as a reversal or an outlay, and is not income with its sign turned",
    why: "a figure is read as it is printed and positive adds to the gap, so savings typed as "
      + "positive figures make it larger",
    mending: "put the figures in brackets, or give the section signs: income-positive where the "
      + "table prints savings positive",
    faulty: "- { id: procurement, title: Procurement, recurring: [1.000, 0.500, ~] }",
    mended: "- { id: procurement, title: Procurement, recurring: [(1.000), (0.500), ~] }"
  ) { subject in
    let savings = Dictionary(
      grouping: subject.lines.filter { $0.line.role == .saving }, by: \.line.details.section)
    return subject.plan.sections.compactMap { section in
      let lines = savings[section.id] ?? []
      let amounts = lines.flatMap(\.cumulative)
      if amounts.contains(where: { $0 < 0 }) { return subject.costAmongSavings(lines) }
      guard let first = lines.first(where: { $0.cumulative.contains { $0 > 0 } }),
        !lines.contains(where: { LineWording($0.line.details).isReversal })
      else { return nil }
      return Finding.Place(
        "the savings of '\(section.title ?? section.id.name)' all add to the gap", at: first.range)
    }
  }
}

extension CheckSubject {
  /// The one line that only adds to the gap, where all others only reduce it and nothing says why.
  fileprivate func costAmongSavings(_ lines: [CheckedLine]) -> Finding.Place? {
    let costs = lines.filter { $0.annual.contains { $0 > 0 } }
    guard costs.count == 1, let cost = costs.first, !cost.annual.contains(where: { $0 < 0 })
    else { return nil }
    let wording = LineWording(cost.line.details)
    // What a grant pays for may stand among the savings, as the grant's money with its sign turned.
    let income = self.lines.filter { [.income, .funding].contains($0.line.role) }
    if wording.isReversal || wording.isOutlay
      || income.contains(where: { $0.annual == cost.annual.map { -$0 } })
    {
      return nil
    }
    return Finding.Place(
      "'\(cost.title)' adds to the gap, and every other saving beside it reduces it",
      at: cost.range)
  }
}
