extension ReportPack {
  /// What `report.json` holds; `docs/json.md` describes it.
  ///
  /// Each part is the result of the command of that name, in the unit and decimals of its tables.
  public var json: JSONValue {
    let report = PackReport(pack: self)
    func style(_ part: ReportLayout.Part) -> ReportStyle { report.style(of: part) }
    let savings = self.savings.flatMap { try? $0.json(style: style(.savings)) }
    let answers = scenarios.map { $0.json(style: style(.scenarios)) }
    let members: [(String, JSONValue)] = [
      ("schema", 1),
      ("report", about(report.sections)),
      ("plan", plan.json(style(.gap))),
      ("run", answer.json(style: style(.gap))),
      ("table", answer.result.tableJSON(style: style(.table))),
      ("compare", comparison?.json(style: style(.comparison)) ?? .null),
      ("scenarios", .array(answers)),
      ("savings", savings ?? .null),
      ("reserves", reserves?.json(style: style(.reserves)) ?? .null),
      ("risks", risks?.json(style: style(.risks)) ?? .null),
      ("funding", funding?.json(style: style(.funding)) ?? .null),
      ("assumptions", AssumptionReport(plan: plan).json),
      ("reconcile", reconciliation?.json ?? .null),
    ]
    return .object(members)
  }

  private func about(_ sections: [PackReport.Section]) -> JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    let parts = sections.map(\.part.rawValue)
    let members: [(String, JSONValue)] = [
      ("title", .string(layout.title ?? plan.heading)),
      ("status", .string(layout.status.rawValue)), ("program", .string(program)),
      ("source", .optional(plan.source)), ("provisional", texts(provisional)),
      ("fingerprint", .string(fingerprint)), ("inputs", .array(inputs.map(\.json))),
      // Scenarios have a heading each, and are one part.
      (
        "parts",
        texts(parts.indices.filter { $0 == 0 || parts[$0] != parts[$0 - 1] }.map { parts[$0] })
      ),
      ("files", texts(PackFile.names(of: sections).map(\.name))), ("notes", texts(layout.notes)),
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
