/// The keys that one kind of mapping accepts; `docs/file-format.md` has an entry for each.
struct KeySet {
  /// With its article, as errors name it: `a plan`.
  let name: String
  let keys: [Key]
  /// The names of the keys, sorted.
  let names: [String]
  /// Those that it does not share with the kind that it is a form of.
  let ownKeys: [Key]

  struct Key {
    let name: String
    let isRequired: Bool

    static func required(_ name: String) -> Key { Key(name: name, isRequired: true) }
    static func optional(_ name: String) -> Key { Key(name: name, isRequired: false) }
  }

  init(_ name: String, required: [String], optional: [String], and shared: [Key] = []) {
    self.name = name
    ownKeys = required.map(Key.required) + optional.map(Key.optional)
    keys = shared + ownKeys
    names = keys.map(\.name).sorted()
  }

  static let plan = KeySet(
    "a plan", required: ["plan", "title", "unit"],
    optional: [
      "authority", "assumptions", "base-gap", "base-year", "base-years", "checks", "claims",
      "council-tax",
      "decimals", "delivery-by-status", "exceptional-support", "gap", "groups",
      "memorandum-accounts", "net-budget", "published", "reserves", "risks", "rounding",
      "savings-delivery", "sections", "source", "tables",
      "total-column", "years",
    ])
  static let assumption = KeySet(
    "an assumption", required: ["values"],
    optional: ["base", "extends", "range", "source", "title", "unit"])
  static let spread = KeySet(
    "a range", required: [],
    optional: [
      "central", "chances", "deviation", "distribution", "each-year", "high", "low", "source",
      "step",
      "values",
    ])
  static let statusShare = KeySet("the share of a status", required: ["share"], optional: ["range"])
  static let section = KeySet(
    "a section", required: ["id", "lines"],
    optional: [
      "basis", "delivery", "in-total", "role", "shows", "signs", "source", "title", "total",
    ])
  static let total = KeySet(
    "a total", required: ["id"], optional: ["base", "in-total", "note", "print", "text", "title"])
  static let heading = KeySet("a heading", required: ["heading"], optional: [])
  static let line = KeySet(
    "a line", required: ["id"],
    optional: [
      "base", "base-memo", "carried-gap", "decimals", "delivery", "delivery-range", "ends",
      "full-year", "funding",
      "in-total", "level", "note", "one-off", "owner", "print", "priority", "recurring", "role",
      "rolled-into", "rounding", "service", "source", "starts", "status", "text", "then", "title",
      "unit",
    ])
  static let inserted = KeySet(
    "an inserted line", required: [], optional: ["after", "section"], and: line.keys)
  static let figure = KeySet(
    "a figure", required: ["id", "figure"],
    optional: [
      "base", "decimals", "in-total", "note", "print", "rounding", "source", "text", "then",
      "title", "unit",
    ])
  static let totalColumn = KeySet("a total column", required: ["id"], optional: ["title"])
  static let table = KeySet(
    "a table", required: ["id", "columns", "rows"],
    optional: ["decimals", "note", "source", "title", "unit"])
  static let column = KeySet(
    "a column", required: ["id"], optional: ["decimals", "formula", "title", "unit"])
  static let tableRow = KeySet(
    "a row of a table", required: ["id"],
    optional: [
      "decimals", "except", "figure", "note", "print", "rounding", "source", "text", "title",
      "unit", "values",
    ])
  static let identity = KeySet(
    "an identity", required: ["id", "holds"], optional: ["in", "says"])
  static let published = KeySet(
    "a published table", required: ["table"],
    optional: ["column", "decimals", "heading", "noted", "of", "row", "skip", "unit"])
  static let noted = KeySet(
    "a noted difference", required: ["row", "column", "difference", "because"], optional: [])
  static let claim = KeySet(
    "a claim", required: ["id", "says", "value", "equals"], optional: ["noted", "source", "unit"])
  static let claimNoted = KeySet(
    "a noted difference of a claim", required: ["difference", "because"], optional: [])
  static let scenario = KeySet(
    "a scenario", required: ["scenario", "based-on"],
    optional: ["assumptions", "changes", "title", "why"])
  static let grouping = KeySet("a grouping", required: ["titles"], optional: ["source"])
  static let councilTax = KeySet(
    "council tax", required: ["band-d", "core-increase", "lines", "section", "tax-base"],
    optional: [
      "adult-social-care", "adult-social-care-increase", "authority-class", "collection-fund",
      "collection-rate", "referendum-principles", "source", "tax-base-growth",
    ])
  static let councilTaxLines = KeySet(
    "the set of lines of council tax", required: ["base-growth", "core-increase"],
    optional: ["adult-social-care-increase", "collection-fund"])
  static let councilTaxLine = KeySet(
    "a line of council tax", required: ["id"], optional: ["note", "priority", "source", "title"])
  static let exceptionalSupport = KeySet(
    "exceptional support",
    required: ["amounts", "id", "interest", "repay-over", "section", "status"],
    optional: ["annuity-rate", "earlier", "source", "title"])
  static let memorandumAccount = KeySet(
    "a memorandum account", required: ["id", "in-year-deficit", "interest", "opening", "section"],
    optional: ["base-interest", "override-ends", "reserves", "source", "title"])
  static let netBudget = KeySet(
    "a net budget", required: [], optional: ["corporate", "council-tax", "services"])
  static let budgetedService = KeySet(
    "a service of the net budget", required: ["service"], optional: ["base", "title"])
  static let reserve = KeySet(
    "a reserve", required: ["id", "kind", "opening"],
    optional: [
      "contributions", "lines", "meets-gap", "minimum", "note", "source", "title", "use",
    ])
  static let risks = KeySet(
    "a risk register", required: ["register"],
    optional: ["contingency", "general-fund", "source"])
  static let risk = KeySet(
    "a risk", required: ["id", "likelihood", "lower", "upper"],
    optional: ["mitigation", "note", "owner", "source", "title"])
  static let savingsDelivery = KeySet(
    "the delivery of savings", required: ["savings"], optional: ["budgets", "source", "year"])
  static let monitoredSaving = KeySet(
    "a saving in delivery", required: ["achieved"], optional: ["pressures"])
  static let change = KeySet(
    "a change", required: [],
    optional: [
      "add", "assumption", "by", "deliver", "ends", "from", "funding", "in", "insert", "line",
      "lines",
      "name", "profile", "remove", "scale", "set", "shift", "slip", "to",
    ])
  static let selector = KeySet(
    "a selection of lines", required: [],
    optional: ["except", "owner", "priority", "role", "section", "service", "status"])

  static let all = [
    plan, assumption, spread, grouping, statusShare, section, total, heading, line, figure,
    totalColumn, table,
    column,
    tableRow, identity, published, noted, claim, claimNoted, scenario, change, selector, inserted,
    councilTax, councilTaxLines, councilTaxLine, risks, risk, savingsDelivery, monitoredSaving,
    reserve, exceptionalSupport, memorandumAccount, netBudget, budgetedService,
  ]
}
