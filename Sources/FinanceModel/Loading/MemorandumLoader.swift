/// Reads `memorandum-accounts` and turns each entry into the rows that it stands for.
struct MemorandumLoader {
  let context: PlanContext

  private var problems: Problems { context.problems }

  /// The accounts of a plan; their assumptions, lines and figures join those that are made already.
  func accounts(_ reader: MappingReader, _ made: inout MadeRows) -> [MemorandumAccount] {
    let items = reader.items("memorandum-accounts")
    guard !items.isEmpty, context.requiresGap(reader, "memorandum-accounts") else { return [] }
    guard context.years.base != nil else {
      problems.add(
        .baseYearMissing, "a memorandum account needs a base year, and the plan has none",
        at: reader.keyRange("memorandum-accounts"), expected: "'base-year' in the plan",
        help: "'opening' is its balance at the end of that year")
      problems.silence(.unknownName, .publishedRow)
      return []
    }
    var found: [MemorandumAccount] = []
    for item in items {
      let count = problems.found.count
      let account = MappingReader(item, .memorandumAccount, problems)
        .flatMap { self.account($0, after: found.map { ($0.id, $0.range) }, &made) }
      if let account { found.append(account) }
      // What is missing with it is no fault of the formulas that name it.
      if problems.found.count > count { problems.silence(.unknownName, .publishedRow) }
    }
    return found
  }

  private func account(
    _ reader: MappingReader, after others: [(Identifier, SourceRange)], _ made: inout MadeRows
  ) -> MemorandumAccount? {
    let count = problems.found.count
    let place = SectionPlace("section", reader, among: made.items)
    let opening = amount("opening", reader)
    let interestInBase = reader.has("base-interest") ? amount("base-interest", reader) : .zero
    checkReserves(reader)
    let ends = reader.filled("override-ends").flatMap(overrideEnds)
    guard let id = reader.identifier("id"), !context.isUnusable(id, reader, among: others) else {
      return nil
    }
    let account = MemorandumAccount(
      id: id, title: reader.text("title") ?? id.name, overrideEnds: ends,
      hasReserves: reader.has("reserves"), source: reader.text("source"),
      range: reader.valueRange("id"))
    let nodes = RowNodes(
      context: context, range: reader.valueRange("id"), source: reader.node("source"))
    let inputs = BorrowingInputs(context: context, reader: reader, rows: nodes)
    let movement = inputs.amounts(
      "in-year-deficit", id: account.id(.inYearDeficit),
      title: "\(account.title): deficit of the year", isPositive: false, &made)
    let rate = inputs.rate(
      id: account.id(.interestRate), title: "\(account.title): rate of interest", needsBase: false,
      &made)
    guard problems.found.count == count, let place, let opening, let interestInBase, let movement,
      let rate
    else { return nil }
    add(
      account, opening: opening, interestInBase: interestInBase, movement: movement.id.name,
      rate: rate, reserves: reader.node("reserves"), to: place, nodes, &made)
    return account
  }

  /// Its balance, the interest on what a year begins with, and the line with that interest.
  private func add(
    _ account: MemorandumAccount, opening: Money, interestInBase: Money, movement: String,
    rate: String, reserves: Node?, to place: SectionPlace, _ nodes: RowNodes, _ made: inout MadeRows
  ) {
    let balance = account.id(.balance)
    let due = account.id(.interestDue)
    var figures = [
      nodes.figure(
        balance, "\(account.title): balance", nodes.formula("previous(\(balance)) + \(movement)"),
        base: nodes.formula(opening.inFormula)),
      nodes.figure(
        due, "\(account.title): interest due", nodes.formula("\(rate) * previous(\(balance))"),
        base: nodes.formula(interestInBase.inFormula)),
    ]
    if let reserves {
      figures.append(
        nodes.figure(account.id(.reserves), "\(account.title): reserves to bear it", reserves))
    }
    let line = nodes.follows(
      due, account.id(.interest), "\(account.title): interest", in: place,
      hasBase: interestInBase != .zero)
    made.add([line], to: place, figures: figures)
  }

  private func amount(_ key: String, _ reader: MappingReader) -> Money? {
    reader.figure(key, unit: context.unit).flatMap {
      if case .money(let money) = $0.quantity { money } else { nil }
    }
  }

  /// Its reserves are figures by year or a formula, and not one figure.
  private func checkReserves(_ reader: MappingReader) {
    guard case .scalar(let scalar)? = reader.node("reserves"), !scalar.isFormula else { return }
    let years = context.years.planColumns.count
    problems.add(
      .wrongType, "'reserves' holds one figure for each year", at: scalar.range,
      expected: "a list of \(years) figures, or a formula in quotes",
      help: "the balance at the end of each year that is there to bear the deficit")
  }

  /// The last year of the override, which is not over before the plan begins.
  private func overrideEnds(_ scalar: Node.Scalar) -> FinancialYear? {
    guard let year = problems.year(scalar) else { return nil }
    if let base = context.years.base, year < base {
      problems.add(
        .yearOutsidePlan, "the override ends with \(year), before the plan", at: scalar.range,
        expected: "the base year \(base) or a later one",
        help: "a balance that is on the general fund already has no place here")
      return nil
    }
    return year
  }
}
