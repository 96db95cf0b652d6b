/// The keys of what a plan holds against its gap: reserves, risks, support, and its net budget.
extension KeySet {
  static let reserve = KeySet(
    "a reserve",
    [
      .required("id", .identifier), .optional("title", .text),
      .required("kind", .choice(Reserve.Kind.self)), .required("opening", .amount),
      .optional("minimum", .oneOf([.choice(["risks"]), .figures])),
      .optional("lines", .list(.identifier)), .optional("contributions", .figures),
      .optional("use", .figures), .optional("meets-gap", .flag), .optional("source", .text),
      .optional("note", .text),
    ])
  static let risks = KeySet(
    "a risk register",
    [
      .optional("contingency", .amount), .optional("general-fund", .amount),
      .optional("source", .text), .required("register", .oneOf([.list(.keys(.risk)), .text])),
    ])
  static let risk = KeySet(
    "a risk",
    [
      .required("id", .identifier), .optional("title", .text), .required("lower", .amount),
      .required("upper", .amount), .required("likelihood", .amount), .optional("owner", .text),
      .optional("mitigation", .text), .optional("source", .text), .optional("note", .text),
    ])
  static let exceptionalSupport = KeySet(
    "exceptional support",
    [
      .required("id", .identifier), .optional("title", .text),
      .required("status", .choice(ExceptionalSupport.Status.self)),
      .required("section", .identifier), .required("amounts", .assumed),
      .optional("earlier", .entries(.amount)), .required("interest", .assumed),
      .required("repay-over", .whole(1...50)), .optional("annuity-rate", .amount),
      .optional("source", .text),
    ])
  static let memorandumAccount = KeySet(
    "a memorandum account",
    [
      .required("id", .identifier), .optional("title", .text), .required("section", .identifier),
      .required("opening", .amount), .required("in-year-deficit", .assumed),
      .required("interest", .assumed), .optional("base-interest", .amount),
      .optional("override-ends", .year), .optional("reserves", .figures),
      .optional("source", .text),
    ])
  static let netBudget = KeySet(
    "a net budget",
    [
      .optional("services", .list(.keys(.budgetedService))), .optional("corporate", .amount),
      .optional("council-tax", .list(.identifier)),
    ])
  static let budgetedService = KeySet(
    "a service of the net budget",
    [.required("service", .text), .optional("title", .text), .optional("base", .amount)])
  static let savingsDelivery = KeySet(
    "the delivery of savings",
    [
      .optional("year", .year), .optional("source", .text),
      .required("savings", .entries(.keys(.monitoredSaving))),
      .optional("budgets", .entries(.amount)),
    ])
  static let monitoredSaving = KeySet(
    "a saving in delivery", [.required("achieved", .amount), .optional("pressures", .amount)])
}
