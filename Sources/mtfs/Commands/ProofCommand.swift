import FinanceModel

extension Command {
  static let proof = Command(
    name: "proof", summary: "Do the figures in a report's text still hold?",
    operands: [
      .file,
      Operand(
        name: "REPORT",
        summary: "text, Markdown, HTML or a Word document (.docx); '-' is standard input",
        takes: .file),
    ],
    options: [.readAs, .inPart] + [.formatWithoutChart, .output, .force, .width, .color, .help],
    details: [
      "Each claim of the plan, a sentence with a figure and the formula that it must equal, is found "
        + "in the report by its words, however the sentence is set, and each figure of it is held "
        + "against the plan to the last place as stated: £45m holds for £45.448m.",
      "A figure that fails is shown with what is wrong: the value, the unit, the year, or what a "
        + "percentage is of. Money and percentages that no claim covers are counted and listed.",
      "The status is 1 when a claim fails, is not found, or fits sentences that differ. With "
        + "--in-part a claim that is not found is no finding.",
    ],
    example: Example(
      line: "mtfs proof Scenarios/wiltshire-2017/plan.yaml "
        + "Scenarios/wiltshire-2017/cabinet-report.md --width 100",
      prints: """
        ...
        9 claims: 8 held, 1 noted. The report states 15 figures, of which no claim covers 1.

        Claims
                                                                   The report     The plan
        Claim                                      Verdict  Wrong  says           has       Line
        ─────────────────────────────────────────────────────────────────────────────────────────
        £45m of savings, without fees and charges  held            £45m           £45.448m  16:34
        £45m of savings, as the whole plan         noted    value  £45m           £52.448m  17:1
        £5m of digital savings to 2020-21          held            £5,000,000     £4.707m   19:32
        ...

        """)
  ) { invocation in
    let (file, report) = (invocation.operands[0], invocation.operands[1])
    if file == "-", report == "-" {
      throw UsageError("FILE and REPORT are both '-'", help: "name one of them")
    }
    let question = try invocation.question()
    let proof = try question.plan().proof(
      of: report, format: invocation.arguments.value(.readAs))
    try invocation.emit(Report.proof(proof), of: question, json: proof.json)
    return proof.hasFindings(inPart: invocation.arguments.has(.inPart)) ? .finding : .done
  }
}

extension Option {
  fileprivate static let readAs = Option(
    name: "read-as", value: .choice(["text", "markdown", "html", "word"]),
    summary: "what the report is written in; its name and first bytes tell unless said otherwise")
  fileprivate static let inPart = Option(
    name: "in-part", value: .nothing,
    summary: "the report states some of the claims only: one that is not found is no finding")
}
