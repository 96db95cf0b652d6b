import FinanceModel

extension Command {
  static let run = Command(
    name: "run", summary: "How big is the gap?",
    operands: [.question],
    options: [.kind, .alone] + Option.printing,
    details: [
      "Required, planned and remaining gap: what each year adds, and the level in each year. For a "
        + "scenario also the difference from its plan, change by change; with --alone each change "
        + "alone as well, and what they do only together.",
      "Several files apply in order: the first is a plan or a scenario, the others are scenarios "
        + "of the same plan.",
    ],
    example: Example(
      line: "mtfs run Scenarios/wiltshire-2017/staffing-up.yaml",
      prints: """
        ...
        Still to be found: £0.733m in 2017-18, £3.939m a year by 2020-21. Left open, the gap costs £9.524m
        over the plan.

        Budget gap, annual: what each year adds
        £m                        2017-18  2018-19   2019-20   2020-21     Total
        ─────────────────────────────────────────────────────────────────────────
        Required before reserves  14.254    14.254    12.914    14.965    56.387
        Use of reserves           (6.000)    6.000     0.000     0.000     0.000
        Required                   8.254    20.254    12.914    14.965    56.387
        Planned savings           (7.521)  (19.198)  (11.640)  (14.089)  (52.448)
                                  ───────  ────────  ────────  ────────  ────────
        Remaining                  0.733     1.056     1.274     0.876     3.939
        ...
        Remaining gap, annual, change by change
        £m                                 2017-18  2018-19  2019-20  2020-21  Total
        ────────────────────────────────────────────────────────────────────────────
        The plan as it stands                0.000    0.000    0.000    0.000  0.000
        Staffing pressures a fifth higher    0.733    1.056    1.274    0.876  3.939
                                           ───────  ───────  ───────  ───────  ─────
        With the changes                     0.733    1.056    1.274    0.876  3.939
        ...

        """)
  ) { invocation in
    let question = try Question(contentsOf: invocation.operands)
    let answer = try question.answer()
    let attribution = invocation.arguments.has(.alone) ? answer.attribution() : nil
    try invocation.emit(
      Report.gap(answer, attribution: attribution, style: invocation.style),
      workbook: {
        answer.spreadsheet(
          program: Invocation.program, attribution: attribution, style: invocation.style)
      },
      json: answer.json(attribution: attribution, style: invocation.style))
    return .done
  }
}

extension Option {
  fileprivate static let alone = Option(
    name: "alone", value: .nothing,
    summary: "show also each change of a scenario alone, and their interaction")
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

  /// The question in the first file: a plan, or a scenario with its plan.
  func question() throws -> Question {
    try Question(contentsOf: operands[0])
  }

  /// Prints a report on the plan of a question, headed by the scenarios that changed it.
  func emit(
    _ report: Report, of question: Question, workbook: (() throws -> Spreadsheet)? = nil,
    json: @autoclosure () throws -> JSONValue
  ) throws {
    var report = report
    report.subtitles = question.subtitles + report.subtitles
    try emit(report, workbook: workbook, json: json())
  }
}
