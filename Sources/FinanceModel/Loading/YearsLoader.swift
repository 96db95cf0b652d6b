/// Reads the years of a plan: `base-year` or `base-years`, then `years`.
enum YearsLoader {
  /// The plan's years; where they cannot be read, as many others, so that the rest can be checked.
  static func years(_ plan: MappingReader) -> PlanYears {
    let problems = plan.problems
    if plan.has("base-year"), plan.has("base-years") {
      problems.add(
        .conflictingKeys, "'base-year' and 'base-years' exclude each other",
        at: plan.keyRange("base-years"), expected: "one of them")
    }
    let before =
      plan.has("base-years")
      ? plan.items("base-years") : plan.node("base-year").map { [$0] } ?? []
    let history = sequence(before, problems)
    let items = plan.items("years")
    let years = sequence(items, problems)
    if let history, let years, let first = years.first {
      if history.last.map({ $0.next == first }) ?? true {
        return PlanYears(history: history, years: years)
      }
      reportGap(history[history.count - 1], first, at: items[0].range, problems)
    } else if items.isEmpty, plan.has("years"), plan.isListOrEmpty("years") {
      problems.add(
        .yearSequence, "a plan needs at least one year", at: plan.keyRange("years"),
        expected: "a list such as [2017-18, 2018-19]")
    }
    problems.silence(
      .yearMissing, .yearOutsidePlan, .tooFewFigures, .tooManyFigures, .baseMissing,
      .baseYearMissing, .publishedColumn)
    return placeholder(history: before.count, years: max(items.count, 1))
  }

  private static func reportGap(
    _ base: FinancialYear, _ first: FinancialYear, at range: SourceRange, _ problems: Problems
  ) {
    problems.add(
      .yearSequence, "the first year \(first) does not follow the base year \(base)", at: range,
      expected: base.next.map { "\($0)" },
      help: "the base year is the one before the first year of the plan")
  }

  private static func placeholder(history: Int, years: Int) -> PlanYears {
    func following(_ start: Int, _ count: Int) -> [FinancialYear] {
      (start..<start + count).compactMap(FinancialYear.init(start:))
    }
    let first = FinancialYear.starts.lowerBound
    let room = FinancialYear.starts.count / 2
    let before = min(history, room)
    return PlanYears(
      history: following(first, before), years: following(first + before, min(years, room)))
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
