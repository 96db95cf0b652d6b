import FinanceModel

extension Command {
  static let run = Command(
    name: "run", summary: "How big is the gap?",
    operands: [.question],
    options: [.kind] + Option.printing,
    details: [
      "Required, planned and remaining gap: what each year adds, and the level in each year. For a "
        + "scenario also the difference from its plan, change by change.",
      "Several files apply in order: the first is a plan or a scenario, the others are scenarios "
        + "of the same plan.",
    ],
    example: Example(line: "", prints: "")
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.answer()
    try invocation.emit(
      Report.gap(answer, style: invocation.style), json: answer.json(style: invocation.style))
    return .done
  }
}

extension Command.Operand {
  /// A plan or a scenario.
  static let file = Command.Operand(
    name: "FILE", summary: "a plan or a scenario; '-' is standard input")
  static let question = Command.Operand(
    name: "FILE", summary: "a plan or a scenario; '-' is standard input", repeats: true)
}

extension Invocation {
  /// The unit, the decimals and the kind of gap that the options ask for.
  var style: ReportStyle {
    ReportStyle(
      unit: arguments.unit, decimals: arguments.decimals,
      effect: arguments.kind.map { $0 == .annual ? .annual : .cumulative })
  }

  /// The plan in the first file, with its scenarios applied.
  func plan() throws -> Plan {
    try Question(contentsOf: operands[0]).plan()
  }
}
