/// Reads the years of a plan: `base-year` or `base-years`, then `years`.
enum YearsLoader {
  static func years(_ plan: MappingReader) -> PlanYears? {
    let problems = plan.problems
    if plan.has("base-year"), plan.has("base-years") {
      problems.add(
        .conflictingKeys, "'base-year' and 'base-years' exclude each other",
        at: plan.keyRange("base-years"), expected: "one of them")
    }
    let history =
      plan.has("base-years")
      ? sequence(plan.items("base-years"), problems)
      : sequence(plan.node("base-year").map { [$0] } ?? [], problems)
    let items = plan.items("years")
    guard let history, let years = sequence(items, problems), let first = years.first else {
      if plan.has("years"), items.isEmpty {
        problems.add(
          .yearSequence, "a plan needs at least one year", at: plan.keyRange("years"),
          expected: "a list such as [2017-18, 2018-19]")
      }
      return nil
    }
    if let base = history.last, base.next != first {
      problems.add(
        .yearSequence, "the first year \(first) does not follow the base year \(base)",
        at: items[0].range, expected: base.next.map { "\($0)" })
      return nil
    }
    return PlanYears(history: history, years: years)
  }

  /// Years that follow each other without a gap; nil when one is wrong.
  private static func sequence(_ nodes: [Node], _ problems: Problems) -> [FinancialYear]? {
    var years: [FinancialYear] = []
    var isSound = true
    for node in nodes {
      guard let scalar = problems.scalar(node, "a year"), let year = problems.year(scalar) else {
        isSound = false
        continue
      }
      if isSound, let last = years.last, last.next != year {
        problems.add(
          .yearSequence, "\(year) does not follow \(last)", at: scalar.range,
          expected: last.next.map { "\($0)" }, help: "list every year of the plan, in order")
        isSound = false
      }
      years.append(year)
    }
    return isSound ? years : nil
  }
}
