/// The keys of a scenario file.
extension KeySet {
  static let scenario = KeySet(
    "a scenario",
    [
      .required("scenario", .identifier), .optional("title", .text), .required("based-on", .text),
      .optional("why", .text), .optional("assumptions", .entries(.keys(.assumption))),
      .optional("changes", .list(.keys(.change))),
    ])
  static let change = KeySet(
    "a change",
    [
      .optional("name", .text), .optional("line", .identifier),
      .optional("lines", .oneOf([.list(.identifier), .keys(.selector)])),
      .optional("assumption", .identifier), .optional("insert", .oneOrMore(.keys(.inserted))),
      .optional("remove", .oneOf([.identifier, .list(.identifier), .keys(.selector)])),
      .optional("set", .figures), .optional("add", .figures), .optional("scale", .text),
      .optional("shift", .text), .optional("slip", .text), .optional("by", .text),
      .optional("deliver", .oneOf([.choice(["by-status"]), .text])), .optional("profile", .figures),
      .optional("in", .oneOrMore(.year)), .optional("from", .year), .optional("to", .year),
      .optional("funding", .fundingByYear), .optional("ends", .year),
    ])
  static let selector = KeySet(
    "a selection of lines",
    [
      .optional("section", .identifier), .optional("role", .choice(Role.self)),
      .optional("owner", .oneOrMore(.text)), .optional("service", .oneOrMore(.text)),
      .optional("priority", .oneOrMore(.text)), .optional("status", .oneOrMore(.text)),
      .optional("except", .oneOrMore(.identifier)),
    ])
}
