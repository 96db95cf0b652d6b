/// The keys of sections, of their rows, and of tables whose columns are not years.
extension KeySet {
  static let section = KeySet(
    "a section",
    [
      .required("id", .identifier), .optional("title", .text),
      .optional("role", .choice(Role.self)),
      .optional("signs", .choice(Section.Signs.self)), .optional("basis", .choice(Basis.self)),
      .optional("shows", .choice(Section.Shows.self)), .optional("delivery", .text),
      .optional("in-total", .inTotal), .optional("source", .text),
      .required("lines", .oneOf([.list(.row), .text])), .optional("total", .keys(.total)),
    ])
  static let total = KeySet(
    "a total",
    [
      .required("id", .identifier), .optional("title", .text), .optional("print", .flag),
      .optional("base", .oneOrMore(.amount)), .optional("in-total", .inTotal),
      .optional("text", .entries(.text)), .optional("note", .text),
    ])
  static let heading = KeySet("a heading", [.required("heading", .text)])
  static let line = KeySet(
    "a line",
    [
      .required("id", .identifier), .optional("title", .text),
      .optional("role", .choice(Role.self)),
      .optional("owner", .text), .optional("service", .text), .optional("priority", .text),
      .optional("status", .text), .optional("carried-gap", .flag), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("rounding", .choice(LineRounding.self)),
      .optional("print", .flag), .optional("base", .oneOrMore(.amount)),
      .optional("base-memo", .flag), .optional("recurring", .figures),
      .optional("one-off", .figures), .optional("level", .figures),
      .optional("full-year", .figures), .optional("starts", .text), .optional("then", .formula),
      .optional("delivery", .text), .optional("delivery-range", .keys(.spread)),
      .optional("funding", .fundingByYear), .optional("ends", .year),
      .optional("rolled-into", .identifier), .optional("in-total", .inTotal),
      .optional("text", .entries(.text)), .optional("source", .text), .optional("note", .text),
    ])
  static let inserted = KeySet(
    "an inserted line", [.optional("after", .identifier), .optional("section", .identifier)],
    after: "title", of: .line)
  static let figure = KeySet(
    "a figure",
    [
      .required("id", .identifier), .optional("title", .text), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("rounding", .choice(LineRounding.self)),
      .optional("print", .flag), .required("figure", .figures), .optional("then", .formula),
      .optional("base", .oneOrMore(.amount)), .optional("in-total", .inTotal),
      .optional("text", .entries(.text)), .optional("source", .text), .optional("note", .text),
    ])
  static let table = KeySet(
    "a table",
    [
      .required("id", .identifier), .optional("title", .text), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("source", .text), .optional("note", .text),
      .required("columns", .list(.keys(.column))),
      .required("rows", .list(.oneOf([.keys(.heading), .keys(.tableRow)]))),
    ])
  static let column = KeySet(
    "a column",
    [
      .required("id", .identifier), .optional("title", .text), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("formula", .formula),
    ])
  static let tableRow = KeySet(
    "a row of a table",
    [
      .required("id", .identifier), .optional("title", .text), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("rounding", .choice(LineRounding.self)),
      .optional("print", .flag), .optional("values", .list(.amount)),
      .optional("figure", .formula), .optional("except", .list(.identifier)),
      .optional("text", .entries(.text)), .optional("source", .text), .optional("note", .text),
    ])
}
