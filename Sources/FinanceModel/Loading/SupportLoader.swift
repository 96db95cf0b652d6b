/// Reads `exceptional-support` and turns each entry into the rows that it stands for.
struct SupportLoader {
  let context: PlanContext

  private var problems: Problems { context.problems }

  /// The support of a plan; its assumptions, lines and figures join those that are made already.
  func support(_ reader: MappingReader, _ made: inout MadeRows) -> [ExceptionalSupport] {
    let items = reader.items("exceptional-support")
    guard !items.isEmpty, context.requiresGap(reader, "exceptional-support") else { return [] }
    var found: [ExceptionalSupport] = []
    for item in items {
      let count = problems.found.count
      let support = MappingReader(item, .exceptionalSupport, problems)
        .flatMap { self.support($0, after: found.map { ($0.id, $0.range) }, &made) }
      if let support { found.append(support) }
      // What is missing with it is no fault of the formulas that name it.
      if problems.found.count > count { problems.silence(.unknownName, .publishedRow) }
    }
    return found
  }

  private func support(
    _ reader: MappingReader, after others: [(Identifier, SourceRange)], _ made: inout MadeRows
  ) -> ExceptionalSupport? {
    let count = problems.found.count
    let title = reader.text("title")
    let status = reader.choice("status", ExceptionalSupport.Status.self)
    let years = reader.integer("repay-over", in: 1...RepaymentSchedule.mostYears)
    let annuity = reader.scalar("annuity-rate").flatMap(annuityRate)
    let place = SectionPlace("section", reader, among: made.items)
    let earlier = earlier(reader)
    guard let id = reader.identifier("id"),
      !context.isUnusable(id, reader, among: others)
    else { return nil }
    let support = ExceptionalSupport(
      id: id, title: title ?? id.name, status: status ?? .requested,
      schedule: RepaymentSchedule(
        years: years ?? 1, annuityRate: annuity,
        rounding: context.rounding == .printed
          ? Rounding(decimals: context.decimals, unit: context.unit) : nil),
      earlier: earlier, source: reader.text("source"), range: reader.valueRange("id"))
    let nodes = RowNodes(
      context: context, range: reader.valueRange("id"), source: reader.node("source"))
    let inputs = BorrowingInputs(context: context, reader: reader, rows: nodes)
    let amounts = inputs.amounts(
      "amounts", id: support.id(.amount), title: "\(support.title): amount", isPositive: true,
      &made)
    let rate = inputs.rate(
      id: support.id(.interestRate), title: "\(support.title): rate of interest",
      needsBase: !earlier.isEmpty, &made)
    guard problems.found.count == count, let place, let amounts, let rate else { return nil }
    let rows = SupportRows(
      support: support, amounts: amounts, rate: rate, place: place, nodes: nodes, context: context)
    made.add(rows.lines, to: place, figures: rows.figures)
    return support
  }

  /// The rate by which an annuity's repayments grow.
  private func annuityRate(_ scalar: Node.Scalar) -> Rate? {
    guard let rate = problems.percentage(scalar, "'annuity-rate'") else { return nil }
    if rate > .zero, rate <= .one { return rate }
    problems.add(
      .wrongValue, "'annuity-rate' is the rate by which repayments grow", at: scalar.range,
      expected: "a percentage above 0% and at most 100%",
      help: "leave it out for equal instalments")
    return nil
  }

  /// The amounts of years before the plan's own columns.
  private func earlier(_ reader: MappingReader) -> [ExceptionalSupport.Earlier] {
    guard let first = context.years.columns.first, reader.has("earlier") else { return [] }
    if context.years.base == nil {
      problems.add(
        .baseYearMissing, "'earlier' needs a base year, and the plan has none",
        at: reader.keyRange("earlier"), expected: "'base-year' in the plan",
        help: "the base budget has the interest and the repayment of earlier support")
      return []
    }
    return reader.entries("earlier").compactMap { entry in
      guard let year = problems.year(entry.key) else { return nil }
      if year >= first {
        problems.add(
          .yearOutsidePlan, "\(year) is not before the plan", at: entry.key.range,
          expected: "a year before \(first)",
          help: "the amount of the base year is 'base' under 'amounts'")
        return nil
      }
      guard let scalar = problems.scalar(entry.value, "an amount"),
        let amount = problems.amount(scalar, unit: context.unit)
      else { return nil }
      if let money = amount.cell.money, money >= .zero {
        return ExceptionalSupport.Earlier(year: year, amount: money)
      }
      problems.add(
        .wrongValue, "the support of an earlier year is a positive amount", at: scalar.range,
        expected: "an amount of nil or more")
      return nil
    }
  }
}

extension PlanContext {
  /// Whether the plan has a gap for what stands at a key to enter; a diagnostic where it has none.
  func requiresGap(_ reader: MappingReader, _ key: String) -> Bool {
    if hasGap { return true }
    problems.add(
      .conflictingKeys, "'gap: none' and '\(key)' exclude each other", at: reader.keyRange(key),
      expected: "a plan with a gap")
    problems.silence(.unknownName, .publishedRow)
    return false
  }

  /// Whether an id cannot be used, with a diagnostic: it is taken, or too long for its rows.
  func isUnusable(
    _ id: Identifier, _ reader: MappingReader, among others: [(Identifier, SourceRange)]
  ) -> Bool {
    let most = Identifier.longest - MemorandumAccount.longestSuffix
    if id.name.utf8.count > most {
      problems.add(
        .badIdentifier, "'\(id)' is too long: the ids of its rows begin with it",
        at: reader.valueRange("id"), expected: "at most \(most) characters")
      return true
    }
    guard let other = others.first(where: { $0.0 == id }) else { return false }
    problems.add(
      .duplicateIdentifier, "the id '\(id)' is used twice", at: reader.valueRange("id"),
      expected: "an id of its own",
      notes: [Diagnostic.Note("'\(id)' is first used here", at: other.1)])
    return true
  }
}
