import FinanceModel

extension Command {
  static let roll = Command(
    name: "roll", summary: "What is next year's plan?",
    operands: [Operand(name: "PLAN", summary: "a plan; '-' is standard input")],
    options: [.to, .kind] + Option.printing,
    details: [
      "The first year becomes the base year, a last year is added and names stay. In the years of "
        + "both plans every line adds what it added before. Prints what was assumed for the added "
        + "year, what was left out, and the movement from the old plan to the new one.",
      "--to writes the new plan under the name of the old one, and the movement beside it: both "
        + "files or neither. Files that are there are replaced only with --force.",
    ],
    example: Example(
      line: "mtfs roll Scenarios/wiltshire-2017/plan.yaml --kind annual",
      prints: """
        ...
        The base year moves from 2016-17 to 2017-18, and 2021-22 is added. From 2018-19 to 2020-21 every
        line adds what it added before.

        One-off money
                                         Dropped,   Kept,
                                               of      of
        £m                                2016-17  2017-18
        ──────────────────────────────────────────────────
        Adult Social Care Support Grant            (1.800)
        Use of Rural Reserves                      (6.000)
        ...
        £m                              2018-19  2019-20  2020-21  2021-22  Total
        ─────────────────────────────────────────────────────────────────────────
        Remaining gap, Plan to 2020-21    0.000    0.000    0.000    0.000  0.000
                                        ───────  ───────  ───────  ───────  ─────
        Remaining gap, Plan to 2021-22    0.000    0.000    0.000    0.000  0.000
        ...

        """)
  ) { invocation in
    let folder = invocation.arguments.value(.to)
    if folder != nil, invocation.arguments.output != nil {
      throw UsageError(
        "--to and --output exclude each other", help: "--to writes the report as well, as Markdown")
    }
    let path = invocation.operands[0]
    let rolled = try RollForward(contentsOf: path)
    let report = Report.roll(rolled, style: invocation.style)
    try invocation.emit(report, json: rolled.json(style: invocation.style))
    if let folder {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      try invocation.checkPlaces(of: name, in: folder)
      let output = OutputFolder(path: folder, replaces: invocation.arguments.replacesOutput)
      try output.write(
        [
          (path == "-" ? "plan.yaml" : name, Array(rolled.text.utf8)),
          ("movement.md", Array(report.rendered(as: .markdown).utf8)),
        ], printing: invocation.console)
    }
    return .done
  }
}

extension Invocation {
  /// Throws `UsageError` where the new plan would stand in the place of the old one or of its movement.
  fileprivate func checkPlaces(of name: String, in folder: String) throws(UsageError) {
    if name == "movement.md" {
      throw UsageError(
        "the new plan and its movement would both be 'movement.md'", help: "rename the plan first")
    }
    guard let input = System.status(of: operands[0]),
      let output = System.status(of: "\(folder)/\(name)"),
      input.st_dev == output.st_dev, input.st_ino == output.st_ino
    else { return }
    throw UsageError(
      "'\(folder)' holds the plan that is rolled, and would lose it",
      help: "name another folder, such as --to next-year")
  }
}

extension Option {
  fileprivate static let to = Option(
    name: "to", value: .text(name: "FOLDER"),
    summary: "write the new plan and its movement into FOLDER, which is made if need be")
}
