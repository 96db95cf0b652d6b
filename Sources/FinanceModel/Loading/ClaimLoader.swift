/// Reads the claims, figures stated in prose, and the identities that a table ought to satisfy.
struct ClaimLoader {
  let context: PlanContext

  /// The figures of each sentence, its own one first.
  func claims(_ items: [Node]) -> [Claim] {
    items.flatMap { item -> [Claim] in
      guard let reader = MappingReader(item, .claim, context.problems) else { return [] }
      let formula = reader.formula("equals")
      let claim = self.claim(
        reader, formula, says: reader.text("says") ?? "", source: reader.text("source"))
      let further = reader.items("figures").compactMap { self.further($0, of: claim, formula) }
      return [claim].compactMap { $0 } + further
    }
  }

  private func claim(
    _ reader: MappingReader, _ formula: Formula?, says: String, source: String?,
    sentenceOf first: Identifier? = nil
  ) -> Claim? {
    guard let id = reader.identifier("id"), let text = reader.text("value"), let formula else {
      return nil
    }
    let unit = unit(reader, text)
    guard let stated = reader.figure("value", unit: unit) else { return nil }
    return Claim(
      id: id, says: says, stated: stated.quantity, text: text, place: stated.place, unit: unit,
      formula: formula, noted: reader.node("noted").flatMap { noted($0, unit: unit) },
      source: source, sentenceOf: first, range: reader.keyRange("id"))
  }

  private func unit(_ reader: MappingReader, _ text: String) -> Unit {
    if let unit = reader.has("unit") ? reader.unit("unit") : nil { return unit }
    if text.hasSuffix("%") { return .percent }
    return context.unit.isMoney ? context.unit : text.contains("£") ? .pounds : .number
  }

  /// A further figure of the sentence: of a formula of its own, or the share that the first one is.
  private func further(_ item: Node, of claim: Claim?, _ whole: Formula?) -> Claim? {
    guard let reader = MappingReader(item, .claimFigure, context.problems) else { return nil }
    if reader.has("equals"), reader.has("of") {
      context.problems.add(
        .conflictingKeys, "'equals' and 'of' exclude each other", at: reader.keyRange("of"),
        expected: "one of them")
      return nil
    }
    if !reader.has("equals") {
      reader.require(["of"], help: "'of' takes what the claim's first figure is a share of")
    }
    let own = reader.has("equals") ? reader.formula("equals") : nil
    let base = reader.has("of") ? reader.formula("of") : nil
    let share = base.flatMap { base in
      whole.map { whole in
        Formula(
          text: "(\(whole.text)) / (\(base.text))",
          expression: Expression(
            kind: .product(
              whole.expression, [.init(isDivisor: true, expression: base.expression)]),
            range: base.range), range: base.range)
      }
    }
    guard let claim else { return nil }
    return self.claim(
      reader, own ?? share, says: claim.says, source: claim.source, sentenceOf: claim.id)
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
