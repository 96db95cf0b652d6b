extension CheckRule {
  static let savingThatCosts = CheckRule(
    "saving-that-costs",
    finds: "a section of savings in which no line ever reduces the gap",
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
      let isReversal = lines.contains { LineWording($0.line.details).isReversal }
      guard let first = lines.first(where: { $0.cumulative.contains { $0 > 0 } }),
        !amounts.contains(where: { $0 < 0 }), !isReversal
      else { return nil }
      return Finding.Place(
        "the savings of '\(section.title ?? section.id.name)' all add to the gap", at: first.range)
    }
  }
}
