/// The risks of a plan stay as they were assessed when it moves on by one year.
extension PlanRoller {
  mutating func rollRisks(_ entries: inout [Node.Entry]) {
    guard plan.risks != nil, case .mapping(var risks, let range)? = entries["risks"] else { return }
    // The new file may stand in another folder, and holds all that it needs.
    if case .scalar(let table)? = risks["register"], !table.isNull {
      let records = RecordTable(keySet: .risk, problems: Problems()).records(table)
      risks.set("register", .sequence(records.map(\.remade), table.range.start))
    }
    for key in ["contingency", "general-fund"] {
      guard let held = risks[key], !FormulaRoller.parts(in: held, years).isEmpty else { continue }
      risks.remove(key)
      leaveOut("'\(key)' of the risks, whose formula reads \(years.base) or before")
    }
    entries.set("risks", .mapping(risks, range))
  }
}
