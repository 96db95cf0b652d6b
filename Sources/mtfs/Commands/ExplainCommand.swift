import FinanceModel

extension Command {
  static let explain = Command(
    name: "explain", summary: "Where does this figure come from?",
    operands: [
      .file,
      Operand(
        name: "NAME",
        summary: "the id of a row, section or assumption, or a gap: required, remaining ...",
        takes: .name),
      Operand(
        name: "YEAR", summary: "such as 2018-19, or a table's column; all where it is left out",
        isOptional: true, takes: .name),
    ],
    options: [
      .kind, .uses,
      .formatWithoutChart, .output, .force, .width, .color, .help,
    ],
    details: [
      "A tree from the figure down to the cells that were typed, each with its file and line."
    ],
    example: Example(
      line: "mtfs explain Scenarios/wiltshire-2017/driven.yaml asc-additional-grant 2018-19",
      prints: """
        ...
        What makes ASC Additional Grant

        ASC Additional Grant, 2018-19         £5.143m   changed  Scenarios/wiltshire-2017/driven.yaml:148
        ├─ before the changes, 2018-19        £5.143m   = -asc-grant  Scenarios/wiltshire-2017/driven.yaml:148
        ├─ delivery, 2018-19                  £5.143m   times 100.00%  Scenarios/wiltshire-2017/driven.yaml:148
        └─ Adult Social Care Grant, 2018-19  (£5.143m)  Scenarios/wiltshire-2017/driven.yaml:86

        """)
  ) { invocation in
    let question = try invocation.question()
    let plan = try question.plan()
    let name = try plan.name(invocation.operands[1])
    if invocation.arguments.has(.uses) {
      let uses = plan.uses(of: name)
      try invocation.emit(
        Report.uses(uses, of: name, plan: plan), of: question, json: plan.json(uses, of: name))
      return .done
    }
    let columns = try plan.columns(invocation.operands.dropFirst(2).first)
    let derivations = try plan.derivations(of: name, in: columns, effect: invocation.style.effect)
    try invocation.emit(
      Report.explanation(derivations, plan: plan), of: question, json: plan.json(derivations))
    return .done
  }
}

extension Option {
  fileprivate static let uses = Option(
    name: "uses", value: .nothing, summary: "show what the figure feeds instead")
}

extension Plan {
  /// The id that was typed. Throws `UsageError` with the nearest where there is none.
  fileprivate func name(_ text: String) throws(UsageError) -> Identifier {
    let gaps = gap == .none ? [] : GapKind.allCases.map(\.rawValue)
    let known =
      rows.compactMap { $0.id?.name } + sections.map(\.id.name) + assumptions.map(\.id.name) + gaps
    if known.contains(text), let name = Identifier(text) { return name }
    throw UsageError(
      "there is no row, section or assumption '\(text)'",
      help: NearestName.of(text, among: known).map { "the nearest is '\($0)'" }
        ?? "'mtfs run FILE --format json' lists the ids")
  }

  /// The year or column that was typed, or all of them. Throws `UsageError`.
  fileprivate func columns(_ text: String?) throws(UsageError) -> [Expression.Column] {
    let names = tables.flatMap { $0.columns.map(\.id) }
    guard let text else {
      return years.years.map(Expression.Column.year) + names.map(Expression.Column.named)
    }
    if let year = try? FinancialYear(text), years.columns.contains(year) { return [.year(year)] }
    if let name = names.first(where: { $0.name == text }) { return [.named(name)] }
    let known = years.columns.map(\.description) + names.map(\.name)
    throw UsageError(
      "'\(text)' is no year or column of the plan", help: "it has " + known.joined(separator: ", "))
  }
}
