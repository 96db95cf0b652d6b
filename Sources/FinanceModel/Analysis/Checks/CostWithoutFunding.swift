extension CheckRule {
  static let costWithoutFunding = CheckRule(
    "cost-without-funding",
    finds: "the only line with the role `cost` in a plan of changes, with a base-year figure where "
      + "no funding or income has one",
    why: "whole budgets are held against whole funding, so the gap starts from all of that budget",
    mending: "give the line the role pressure or memorandum, or give funding its base-year figures",
    faulty: "- { id: care, title: Care, role: cost, base: 40.000, recurring: [1.000, 1.000, ~] }",
    mended:
      "- { id: care, title: Care, role: pressure, base: 40.000, recurring: [1.000, 1.000, ~] }"
  ) { subject in
    let costs = subject.lines.filter { $0.line.role == .cost }
    let funding = subject.lines.filter { [.funding, .income].contains($0.line.role) }
    guard subject.index.baseGapColumn != nil, costs.count == 1, let cost = costs.first,
      subject.lines.contains(where: { $0.line.role != .cost && $0.line.basis == .recurring }),
      subject.base(cost) != 0, funding.allSatisfy({ subject.base($0) == 0 })
    else { return [] }
    let base = Money(trillionths: subject.base(cost))
    return [
      Finding.Place(
        "the gap starts from the \(subject.text(.money(base), cost.line.details)) of "
          + "'\(cost.title)', and no funding has a base-year figure",
        at: cost.range)
    ]
  }
}
