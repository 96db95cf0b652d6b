/// The keys of a plan file and of what stands beside its sections.
extension KeySet {
  static let plan = KeySet(
    "a plan",
    [
      .required("plan", .identifier), .required("title", .text), .optional("authority", .text),
      .required("unit", .unit), .optional("decimals", .decimals),
      .optional("rounding", .choice(LineRounding.self)), .optional("gap", .choice(["none"])),
      .optional("base-gap", .amount), .optional("base-year", .year),
      .optional("base-years", .list(.year)), .optional("years", .list(.year)),
      .optional("total-column", .keys(.totalColumn)), .optional("source", .text),
      .optional("assumptions", .entries(.keys(.assumption))),
      .optional("council-tax", .keys(.councilTax)),
      .optional("exceptional-support", .list(.keys(.exceptionalSupport))),
      .optional("memorandum-accounts", .list(.keys(.memorandumAccount))),
      .optional("net-budget", .keys(.netBudget)), .optional("reserves", .list(.keys(.reserve))),
      .optional("sections", .list(.oneOf([.keys(.section), .row]))),
      .optional("tables", .list(.keys(.table))), .optional("risks", .keys(.risks)),
      .optional("published", .list(.keys(.published))),
      .optional("checks", .list(.keys(.identity))), .optional("claims", .list(.keys(.claim))),
      .optional("groups", .entries(.keys(.grouping))),
      .optional(
        "delivery-by-status", .entries(.oneOf([.amount, .keys(.statusShare)]))),
      .optional("savings-delivery", .keys(.savingsDelivery)),
    ])
  static let assumption = KeySet(
    "an assumption",
    [
      .optional("title", .text), .optional("unit", .unit),
      .optional("base", .oneOrMore(.amount)), .required("values", .figures),
      .optional("source", .text), .optional("range", .keys(.spread)),
      .optional("extends", .oneOf([.choice(["last", "blank"]), .amount])),
    ])
  static let spread = KeySet(
    "a range",
    [
      .optional("distribution", .choice(Spread.Distribution.self)), .optional("low", .amount),
      .optional("central", .amount), .optional("high", .amount),
      .optional("deviation", .amount), .optional("values", .list(.amount)),
      .optional("chances", .list(.amount)), .optional("step", .amount),
      .optional("each-year", .flag), .optional("source", .text),
    ])
  static let statusShare = KeySet(
    "the share of a status",
    [.required("share", .amount), .optional("range", .keys(.spread))])
  static let totalColumn = KeySet(
    "a total column", [.required("id", .identifier), .optional("title", .text)])
  static let grouping = KeySet(
    "a grouping", [.optional("source", .text), .required("titles", .entries(.text))])
  static let councilTax = KeySet(
    "council tax",
    [
      .optional("authority-class", .choice(AuthorityClass.self)),
      .required("section", .identifier), .required("band-d", .amount),
      .optional("adult-social-care", .amount), .required("tax-base", .amount),
      .optional("collection-rate", .assumed), .optional("tax-base-growth", .assumed),
      .required("core-increase", .assumed), .optional("adult-social-care-increase", .assumed),
      .optional("collection-fund", .assumed), .optional("referendum-principles", .text),
      .optional("source", .text), .required("lines", .keys(.councilTaxLines)),
    ])
  static let councilTaxLines = KeySet(
    "the set of lines of council tax",
    [
      .required("core-increase", .keys(.councilTaxLine)),
      .optional("adult-social-care-increase", .keys(.councilTaxLine)),
      .required("base-growth", .keys(.councilTaxLine)),
      .optional("collection-fund", .keys(.councilTaxLine)),
    ])
  static let councilTaxLine = KeySet(
    "a line of council tax",
    [
      .required("id", .identifier), .optional("title", .text), .optional("priority", .text),
      .optional("source", .text), .optional("note", .text),
    ])
}
