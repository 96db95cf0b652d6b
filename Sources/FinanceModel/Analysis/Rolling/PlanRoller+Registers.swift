/// What stays with a plan that moves on by one year, and what belongs to the year that is gone.
extension PlanRoller {
  /// The risks stay as they were assessed.
  mutating func rollRisks(_ entries: inout [Node.Entry]) {
    guard plan.risks != nil, case .mapping(var risks, let range)? = entries["risks"] else { return }
    // The new file may stand in another folder, and holds all that it needs.
    if case .scalar(let table)? = risks["register"], !table.isNull {
      let records = RecordTable(keySet: .risk, problems: Problems()).records(table)
      risks.set("register", .sequence(records.map(\.remade), table.range.start))
    }
    for key in ["contingency", "general-fund"] {
      guard let held = risks[key], !FormulaRoller.parts(in: held, years).isEmpty else { continue }
      leaveOut(
        key, of: &risks, "'\(key)' of the risks, whose formula reads \(years.base) or before")
    }
    entries.set("risks", .mapping(risks, range))
  }

  /// What was achieved in a year goes with that year.
  mutating func rollSavingsDelivery(_ entries: inout [Node.Entry]) {
    guard let delivery = plan.savingsDelivery, delivery.year == years.base else { return }
    leaveOut("savings-delivery", of: &entries, "the delivery of savings of \(delivery.year)")
  }
}
