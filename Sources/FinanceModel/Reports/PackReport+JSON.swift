extension PackReport {
  /// Each part is the result of the command of that name, in the unit and decimals of its tables.
  var json: JSONValue {
    let style = pack.layout.style(of:)
    let savings = pack.savings.flatMap { try? $0.json(style: style(.savings)) }
    let answers = pack.scenarios.map { $0.json(style: style(.scenarios)) }
    let members: [(String, JSONValue)] = [
      ("schema", 1),
      ("report", about),
      ("plan", plan.json(style(.gap))),
      ("run", pack.answer.json(style: style(.gap))),
      ("table", pack.answer.result.tableJSON(style: style(.table))),
      ("compare", pack.comparison?.json(style: style(.comparison)) ?? .null),
      ("scenarios", .array(answers)),
      ("savings", savings ?? .null),
      ("reserves", pack.reserves?.json(style: style(.reserves)) ?? .null),
      ("risks", pack.risks?.json(style: style(.risks)) ?? .null),
      ("funding", pack.funding?.json(style: style(.funding)) ?? .null),
      ("assumptions", AssumptionReport(plan: plan).json),
      ("reconcile", pack.reconciliation?.json ?? .null),
    ]
    return .object(members)
  }

  private var about: JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    let parts = sections.map(\.part.rawValue)
    let members: [(String, JSONValue)] = [
      ("title", .string(title)),
      ("status", .string(pack.layout.status.rawValue)), ("program", .string(pack.program)),
      ("source", .optional(plan.source)), ("provisional", texts(pack.provisional)),
      ("fingerprint", .string(pack.fingerprint)), ("inputs", .array(pack.inputs.map(\.json))),
      // Scenarios have a heading each, and are one part.
      (
        "parts",
        texts(parts.indices.filter { $0 == 0 || parts[$0] != parts[$0 - 1] }.map { parts[$0] })
      ),
      ("files", texts(PackFile.names(of: sections).map(\.name))),
      ("notes", texts(pack.layout.notes)),
    ]
    return .object(members)
  }
}

extension PackInput {
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(name)), ("kind", .string(kind.rawValue)), ("bytes", .integer(size)),
      ("sha256", .string(digest)),
    ])
  }
}
