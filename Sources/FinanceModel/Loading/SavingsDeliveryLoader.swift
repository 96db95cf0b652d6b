/// Reads `savings-delivery`: what has been achieved of the savings of a year.
struct SavingsDeliveryLoader {
  let context: PlanContext
  /// Every name of a row.
  private let names: Set<String>
  /// The lines of role saving by their names.
  private let savings: [String: Line]
  private let owners: Set<String>

  init(context: PlanContext, rows: [Row]) {
    self.context = context
    names = Set(rows.compactMap { $0.id?.name })
    let lines = rows.compactMap(\.line).filter { $0.role == .saving }
    savings = Dictionary(lines.map { ($0.id.name, $0) }, uniquingKeysWith: { first, _ in first })
    owners = Set(lines.compactMap { $0.fields[.owner] })
  }

  private var problems: Problems { context.problems }

  func delivery(_ node: Node, at key: SourceRange) -> SavingsDelivery? {
    guard let reader = MappingReader(node, .savingsDelivery, problems) else { return nil }
    let year = year(reader)
    let monitored = reader.entries("savings").compactMap(monitored)
    let budgets = reader.entries("budgets").compactMap(budget)
    guard let year else { return nil }
    return SavingsDelivery(
      year: year, savings: monitored, budgets: budgets, source: reader.text("source"), range: key)
  }

  /// A year of the plan; the first unless said otherwise.
  private func year(_ reader: MappingReader) -> FinancialYear? {
    guard reader.has("year") else { return context.years.years.first }
    return reader.filled("year").flatMap(context.planColumn).map { context.years.columns[$0] }
  }

  private func monitored(_ entry: Node.Entry) -> SavingsDelivery.Monitored? {
    let line = line(entry.key)
    guard let reader = MappingReader(entry.value, .monitoredSaving, problems) else { return nil }
    let achieved = amount(reader, "achieved")
    let pressures = reader.has("pressures") ? amount(reader, "pressures") : .zero
    if let pressures, pressures < .zero {
      problems.add(
        .wrongValue, "a pressure is what costs money", at: reader.valueRange("pressures"),
        expected: "an amount of nil or more",
        help: "what was saved beyond the approved amount belongs under 'achieved'")
    }
    guard let line, let achieved, let pressures else { return nil }
    return SavingsDelivery.Monitored(
      line: line.id, achieved: achieved, pressures: pressures, range: reader.valueRange("achieved"))
  }

  private func line(_ name: Node.Scalar) -> Line? {
    if let line = savings[name.text] { return line }
    let isThere = names.contains(name.text)
    problems.add(
      isThere ? .wrongValue : .unknownName,
      isThere ? "'\(name.text)' is no saving" : "the plan has no line '\(name.text)'",
      at: name.range, expected: "the id of a line of role 'saving'",
      help: NearestName.of(name.text, among: savings.keys.sorted())
        .map { "the nearest is '\($0)'" })
    return nil
  }

  private func budget(_ entry: Node.Entry) -> SavingsDelivery.Budget? {
    if !owners.contains(entry.key.text) {
      problems.add(
        .unknownName, "no saving has the owner '\(entry.key.text)'", at: entry.key.range,
        expected: "the 'owner' of a saving as its line has it",
        help: NearestName.of(entry.key.text, among: owners.sorted()).map {
          "the nearest is '\($0)'"
        })
    }
    guard let scalar = problems.scalar(entry.value, "a budget"),
      let cell = problems.amount(scalar, unit: context.moneyUnit)?.cell
    else { return nil }
    guard let money = cell.money, money > .zero else {
      problems.add(
        .wrongValue, "a budget is an amount above nil", at: scalar.range,
        expected: "a figure such as 12.500")
      return nil
    }
    return SavingsDelivery.Budget(owner: entry.key.text, amount: money)
  }

  private func amount(_ reader: MappingReader, _ key: String) -> Money? {
    guard case .money(let money)? = reader.figure(key, unit: context.moneyUnit)?.quantity else {
      return nil
    }
    return money
  }
}

extension PlanContext {
  /// The plan's unit, or pounds in a plan of percentages or plain numbers.
  fileprivate var moneyUnit: Unit { unit.isMoney ? unit : .pounds }
}
