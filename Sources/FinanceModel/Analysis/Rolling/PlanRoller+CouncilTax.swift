/// The council tax of a plan moved on by one year: its Band D and tax base are those reached.
extension PlanRoller {
  mutating func rollCouncilTax(_ entries: inout [Node.Entry]) {
    guard let tax = plan.councilTax, case .mapping(var block, let range)? = entries["council-tax"]
    else { return }
    let base = tax.collectionRate == nil ? CouncilTax.Figure.base : .baseBeforeCollection
    reach("tax-base", base.rawValue, &block)
    reach("band-d", CouncilTax.Figure.bandD.rawValue, &block)
    if tax.hasAdultSocialCare {
      reach("adult-social-care", CouncilTax.Figure.bandDAdultSocialCare.rawValue, &block)
    }
    for key in CouncilTaxInputs.Key.allCases {
      guard let node = block[key.rawValue], !isName(node) else { continue }
      var stated: [Node.Entry] = []
      if case .mapping(let given, _) = node, given["values"] != nil {
        stated = given
      } else {
        stated.set("values", node)
      }
      if stated["title"] == nil { stated.set("title", .made(key.own.title, at: node.range)) }
      // The balance of a collection fund is for its year only, and never repeated.
      if key == .collectionFund, stated["extends"] == nil {
        stated.set("extends", .made("0", at: node.range))
      }
      block.set(key.rawValue, assumption(.mapping(stated, node.range), id: key.rawValue))
    }
    // The new file may stand in another folder, and holds all that it needs.
    if block["referendum-principles"] != nil {
      block.remove("referendum-principles")
      leaveOut("the file of referendum principles, to be named again")
    }
    entries.set("council-tax", .mapping(block, range))
  }

  /// Whether the values are those of an assumption, which is rolled as one.
  func isName(_ node: Node) -> Bool {
    node.text.flatMap { Identifier($0) }.map { id in plan.assumptions.contains { $0.id == id } }
      ?? false
  }

  /// What a figure has reached in the new base year.
  func reach(_ key: String, _ figure: String, _ block: inout [Node.Entry]) {
    let row = plan.rows.firstIndex { $0.id?.name == figure }
    guard let row, let details = plan.rows[row].details else { return }
    let cell = evaluator.resolved { evaluator.raw(row, evaluator.index.planColumns.lowerBound) }
      .cell
    let place = block[key]?.range ?? node.range
    block.set(key, .made(cell.typed(in: details.unit, decimals: details.decimals), at: place))
  }
}
