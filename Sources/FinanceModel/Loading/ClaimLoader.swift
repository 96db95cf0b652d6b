/// Reads the claims, figures stated in prose, and the identities that a table ought to satisfy.
struct ClaimLoader {
  let context: PlanContext

  func claims(_ items: [Node]) -> [Claim] {
    items.compactMap { item in
      guard let reader = MappingReader(item, .claim, context.problems),
        let id = reader.identifier("id"), let text = reader.text("value"),
        let formula = reader.formula("equals")
      else { return nil }
      let unit: Unit =
        if let unit = reader.has("unit") ? reader.unit("unit") : nil {
          unit
        } else if text
          .hasSuffix("%")
        { .percent } else if context.unit.isMoney { context.unit } else {
          text.contains("£") ? .pounds : .number
        }
      guard let stated = reader.figure("value", unit: unit) else { return nil }
      return Claim(
        id: id, says: reader.text("says") ?? "", stated: stated.quantity, text: text,
        place: stated.place, unit: unit, formula: formula,
        noted: reader.node("noted").flatMap { noted($0, unit: unit) },
        source: reader.text("source"), range: reader.keyRange("id"))
    }
  }

  func identities(_ items: [Node]) -> [TableIdentity] {
    items.compactMap { item in
      guard let reader = MappingReader(item, .identity, context.problems),
        let id = reader.identifier("id"), let scalar = reader.scalar("holds")
      else { return nil }
      let condition = context.problems.collecting { () throws(Diagnostics) in
        try FormulaParser.condition(scalar)
      }
      guard let condition else { return nil }
      let years = reader.has("in") ? reader.items("in") : nil
      let named = years?.compactMap { node in
        context.problems.scalar(node, "a year").flatMap(context.column)
      }
      return TableIdentity(
        id: id, says: reader.text("says") ?? scalar.text, condition: condition, text: scalar.text,
        columns: condition.needsYear ? named ?? Array(context.years.planColumns) : nil,
        range: scalar.range)
    }
  }

  private func noted(_ node: Node, unit: Unit) -> Claim.Noted? {
    guard let reader = MappingReader(node, .claimNoted, context.problems),
      let difference = reader.figure("difference", unit: unit)?.quantity,
      let reason = reader.text("because")
    else { return nil }
    return Claim.Noted(difference: difference, reason: reason)
  }
}
