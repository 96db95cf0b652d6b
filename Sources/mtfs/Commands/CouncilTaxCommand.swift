import FinanceModel

extension Command {
  static let councilTax = Command(
    name: "council-tax", summary: "What does council tax bring, and what would need a referendum?",
    operands: [.file],
    options: Option.printingTables,
    details: [
      "Band D in pounds and pence, the tax base, the increases and the yield by year, the change of "
        + "the yield split exactly, what 1% brings, and what a freeze in each year forgoes in that "
        + "year and every later one. The plan states its council tax under 'council-tax'.",
      "Each increase is held against the referendum principle for its year and class of authority, "
        + "in the file that the plan names. The status is 1 when one is excessive.",
    ],
    example: Example(
      line: "mtfs council-tax Scenarios/council-tax/plan.yaml --width 100",
      prints: """
        ...
        What a freeze forgoes, in its year and each later one
        £m                      2023-24  2024-25  2025-26  2026-27   Total
        ──────────────────────────────────────────────────────────────────
        No increase in 2023-24   13.043   13.816   14.512   15.094  56.465
        No increase in 2024-25            13.816   14.512   15.094  43.422
        No increase in 2025-26                     11.715   12.185  23.900
        No increase in 2026-27                               9.219   9.219

        Referendum check: increases in Band D
                              Most     Not    Yield
        £m       Increase  allowed    used  forgone  Verdict  Principle
        ──────────────────────────────────────────────────────────────────────────────────────────────────
        2023-24    £70.71   £70.84   £0.13    0.024  below    3.00% and 2.00% for adult social care, draft
        2024-25    £74.23   £74.38   £0.15    0.028  below    3.00% and 2.00% for adult social care, final
        2025-26    £62.32   £78.09  £15.77    2.964  below    3.00% and 2.00% for adult social care, final
        2026-27    £48.56                            unknown  none known

        ...
        """)
  ) { invocation in
    let question = try invocation.question()
    let answer = try question.plan().forecast().councilTaxAnswer()
    let style = invocation.style
    try invocation.emit(
      Report.councilTax(answer, style: style), of: question, json: answer.json(style: style))
    return answer.hasFindings ? .finding : .done
  }
}
