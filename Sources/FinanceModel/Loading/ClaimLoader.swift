/// Reads the claims: figures stated in prose, and what they must equal.
struct ClaimLoader {
  let context: PlanContext

  func claims(_ items: [Node]) -> [Claim] {
    items.compactMap { item in
      guard let reader = MappingReader(item, .claim, context.problems),
        let id = reader.identifier("id"), let text = reader.text("value"),
        let formula = reader.formula("equals")
      else { return nil }
      let unit: Unit =
        text.hasSuffix("%") ? .percent : context.unit.isMoney ? context.unit : .number
      guard let stated = reader.figure("value", unit: unit) else { return nil }
      return Claim(
        id: id, says: reader.text("says") ?? "", stated: stated.quantity, text: text,
        place: stated.place, unit: unit, formula: formula,
        noted: reader.node("noted").flatMap { noted($0, unit: unit) },
        source: reader.text("source"), range: reader.keyRange("id"))
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
