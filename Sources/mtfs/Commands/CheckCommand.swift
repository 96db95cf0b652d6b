import FinanceModel

extension Command {
  static let check = Command(
    name: "check", summary: "Is the file sound?",
    operands: [.question],
    options: [.strict, .formatWithoutChart, .output, .force, .color, .help],
    details: [
      "Named rules look for what reads and computes but cannot be meant: one-off money that never "
        + "unwinds, a total that leaves out a row, a claim that does not hold. Each finding has its "
        + "place, why it matters and how to mend it. A file in which they find nothing prints nothing.",
      "A plan is checked by its rows, a scenario by its changes and by what it inserts. The status is "
        + "1 when a finding is an error, and with --strict also when one is a warning.",
    ],
    example: Example(
      line: "mtfs check Scenarios/wiltshire-2017/plan.yaml",
      prints: """
        ...
        82 |       - { id: rural-reserves, title: Use of Rural Reserves, role: reserves, one-off: [(6.000), ~, ~, ~] }
           |                                                                                       ^^^^^^^
        ...
        why: the cost is there again next year and the money is not, so the same sum has to be found a second time
        ...
        """)
  ) { invocation in
    let result = try CheckResult(contentsOf: invocation.operands)
    switch invocation.arguments.format {
    case .text: try invocation.emit(invocation.text(result))
    case .markdown where result.findings.isEmpty: try invocation.emit("")
    default: try invocation.emit(Report.check(result), json: result.json)
    }
    let isStrict = invocation.arguments.has(.strict)
    return result.hasErrors || (isStrict && !result.findings.isEmpty) ? .finding : .done
  }
}

extension Option {
  fileprivate static let strict = Option(
    name: "strict", value: .nothing, summary: "end with status 1 for a warning as well")
}

extension Invocation {
  /// The findings in the shape of diagnostics.
  fileprivate func text(_ result: CheckResult) -> String {
    let isColored = arguments.output == nil && console.output.isTerminal
    let renderer = DiagnosticRenderer(usesColor: arguments.color.usesColor(onTerminal: isColored))
    return result.findings.map(renderer.text).joined(separator: "\n")
  }
}
