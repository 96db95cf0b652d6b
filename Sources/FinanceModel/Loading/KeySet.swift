/// The keys that one kind of mapping accepts; `docs/file-format.md` has an entry for each.
struct KeySet {
  /// With its article, as errors name it: `a plan`.
  let name: String
  /// In the order in which `mtfs format` puts them.
  let keys: [Key]
  /// The names of the keys, sorted.
  let names: [String]
  /// Those that it does not share with the kind that it is a form of.
  let ownKeys: [Key]

  struct Key {
    let name: String
    let isRequired: Bool
    let form: KeyForm

    static func required(_ name: String, _ form: KeyForm) -> Key {
      Key(name: name, isRequired: true, form: form)
    }

    static func optional(_ name: String, _ form: KeyForm) -> Key {
      Key(name: name, isRequired: false, form: form)
    }
  }

  init(_ name: String, _ keys: [Key]) {
    self.name = name
    self.keys = keys
    ownKeys = keys
    names = keys.map(\.name).sorted()
  }

  /// A form of another kind, with keys of its own after one of the shared ones.
  init(_ name: String, _ ownKeys: [Key], after key: String, of shared: KeySet) {
    self.name = name
    self.ownKeys = ownKeys
    keys = shared.keys.flatMap { $0.name == key ? [$0] + ownKeys : [$0] }
    names = keys.map(\.name).sorted()
  }

  subscript(key: String) -> Key? { keys.first { $0.name == key } }

  static let all = [
    plan, assumption, spread, grouping, statusShare, section, total, heading, line, figure,
    totalColumn, table, column, tableRow, identity, published, noted, claim, claimFigure,
    claimNoted, scenario, change, selector, inserted, councilTax, councilTaxLines, councilTaxLine,
    risks, risk, reserve, exceptionalSupport, memorandumAccount, netBudget, budgetedService,
    savingsDelivery, monitoredSaving, layout, layoutPart,
  ]
}
