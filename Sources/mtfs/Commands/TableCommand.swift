import FinanceModel

extension Command {
  static let table = Command(
    name: "table", summary: "What does the whole table say?",
    operands: [.file],
    options: Option.printing,
    details: [
      "Every heading, line, total and figure in printed order, with the blanks and dashes that were "
        + "published. For a scenario, the table with its changes made."
    ],
    example: Example(line: "", prints: "")
  ) { invocation in
    let forecast = try invocation.plan().forecast()
    try invocation.emit(
      Report.table(forecast, style: invocation.style),
      json: forecast.tableJSON(style: invocation.style))
    return .done
  }
}
