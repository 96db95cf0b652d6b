/// Exceptional support, memorandum accounts and the net budget of a plan moved on by one year.
extension PlanRoller {
  mutating func rollSupport(_ entries: inout [Node.Entry]) {
    each("exceptional-support", &entries) { roller, block, position in
      guard position < roller.plan.exceptionalSupport.count else { return }
      roller.roll(roller.plan.exceptionalSupport[position], &block)
    }
    each("memorandum-accounts", &entries) { roller, block, position in
      guard position < roller.plan.memorandumAccounts.count else { return }
      roller.roll(roller.plan.memorandumAccounts[position], &block)
    }
  }

  private mutating func each(
    _ key: String, _ entries: inout [Node.Entry],
    _ roll: (inout PlanRoller, inout [Node.Entry], Int) -> Void
  ) {
    guard case .sequence(let items, let range)? = entries[key] else { return }
    let moved = items.enumerated().map { position, item in
      guard case .mapping(var block, let place) = item else { return item }
      roll(&self, &block, position)
      return FormulaRoller.replacing(edits.amounts, in: .mapping(block, place), years)
    }
    entries.set(key, .sequence(moved, range))
  }

  // MARK: Support

  /// The year that leaves the plan's columns joins the earlier ones; support is never repeated.
  private mutating func roll(_ support: ExceptionalSupport, _ block: inout [Node.Entry]) {
    var isStated = true
    rollValues("amounts", id: support.id(.amount), title: "\(support.title): amount", &block) {
      isStated = $0["extends"] != nil
      if !isStated { $0.set("extends", .made("0", at: support.range)) }
    }
    if let last = rows.log.assumed.indices.last, !isStated {
      rows.log.assumed[last].rule = .notRepeated
    }
    rollValues(
      "interest", id: support.id(.interestRate), title: "\(support.title): rate of interest", &block
    ) { _ in }
    guard let leaving = years.old.history.first else { return }
    var earlier: [Node.Entry] = []
    if case .mapping(let given, _)? = block["earlier"] { earlier = given }
    if let amount = cell(support.id(.drawn), 0)?.money, amount != .zero {
      let text = Cell.money(amount).typed(in: plan.unit, decimals: plan.decimals)
      earlier.append(
        Node.Entry(
          key: .made(leaving.description, at: support.range), value: .made(text, at: support.range))
      )
    }
    // What is repaid before the new base year has nothing more to add.
    earlier.removeAll { entry in
      guard let year = try? FinancialYear(entry.key.text) else { return false }
      return year.start + support.schedule.years < years.base.start
    }
    block.remove("earlier")
    if !earlier.isEmpty { block.set("earlier", .mapping(earlier, support.range.start)) }
  }

  // MARK: Accounts

  private mutating func roll(_ account: MemorandumAccount, _ block: inout [Node.Entry]) {
    let first = plan.years.planColumns.lowerBound
    for (key, part) in [
      ("opening", MemorandumAccount.Part.balance), ("base-interest", .interestDue),
    ] {
      guard let cell = cell(account.id(part), first) else { continue }
      block.set(
        key, .made(cell.typed(in: plan.unit, decimals: plan.decimals), at: account.range))
    }
    rollValues(
      "in-year-deficit", id: account.id(.inYearDeficit),
      title: "\(account.title): deficit of the year",
      &block
    ) { _ in }
    rollValues(
      "interest", id: account.id(.interestRate), title: "\(account.title): rate of interest", &block
    ) { _ in }
    if let reserves = block["reserves"] {
      block.set("reserves", figures(reserves, of: account.id(.reserves)))
    }
    if let end = account.overrideEnds, end < years.base {
      block.remove("override-ends")
      leaveOut("the end of the override of '\(account.title)', which is over")
    }
  }

  // MARK: The net budget

  /// Base budgets become what they have reached in the new base year.
  mutating func rollNetBudget(_ entries: inout [Node.Entry]) {
    guard let budget = plan.netBudget, case .mapping(var block, let range)? = entries["net-budget"],
      let answer = try? evaluator.forecast().netBudgetAnswer()
    else { return }
    func reached(_ item: BudgetItem) -> Node {
      .made(
        Cell.money(item.budget[1]).typed(in: plan.unit, decimals: plan.decimals), at: budget.range)
    }
    if budget.corporate != nil { block.set("corporate", reached(answer.corporate)) }
    if case .sequence(let items, let place)? = block["services"] {
      let moved = zip(items, answer.services).map { item, service -> Node in
        guard case .mapping(var own, let range) = item, own["base"] != nil else { return item }
        own.set("base", reached(service))
        return .mapping(own, range)
      }
      block.set("services", .sequence(moved, place))
    }
    entries.set("net-budget", .mapping(block, range))
  }

  // MARK: Values

  /// Rolls values that are typed in the place of an assumption's id, as one is rolled.
  private mutating func rollValues(
    _ key: String, id: String, title: String, _ block: inout [Node.Entry],
    _ change: (inout [Node.Entry]) -> Void
  ) {
    guard let node = block[key], !isName(node), !node.isFormula else { return }
    var stated: [Node.Entry] = []
    if case .mapping(let given, _) = node, given["values"] != nil {
      stated = given
    } else {
      stated.set("values", node)
    }
    if stated["title"] == nil { stated.set("title", .made(title, at: node.range)) }
    change(&stated)
    block.set(key, assumption(.mapping(stated, node.range), id: id))
  }

  private func cell(_ id: String, _ column: Int) -> Cell? {
    plan.rows.firstIndex { $0.id?.name == id }.map { row in
      evaluator.resolved { evaluator.raw(row, column) }.cell
    }
  }
}
