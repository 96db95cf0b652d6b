import FinanceModel

extension Command {
  static let movement = Command(
    name: "movement", summary: "What changed between two versions of a plan?",
    operands: [
      Operand(name: "OLD", summary: "the plan or scenario that it moves from"),
      Operand(name: "NEW", summary: "a later version of it, or a scenario; '-' is standard input"),
    ],
    options: [.kind] + Option.printing,
    details: [
      "The remaining gap of OLD, a row for each line that was added, removed, changed or re-profiled, "
        + "and the remaining gap of NEW, over the years of NEW. It closes exactly in every year, or the "
        + "command fails.",
      "The status is 1 when the gap that NEW carries in is not the gap that OLD leaves.",
    ],
    example: Example(
      line: "mtfs movement Scenarios/east-sussex-2026/approved-2025.yaml "
        + "Scenarios/east-sussex-2026/updated-2026.yaml --kind annual --width 80",
      prints: """
        ...
        £m                                   Ref  2026-27   2027-28   2028-29     Total
        ────────────────────────────────────────────────────────────────────────────────
        Remaining gap, Plan approved in Fe…        25.916    18.731     0.000    44.647
        CARRY FORWARD OF 2025/26 DEFICIT           11.449                        11.449
                                                  ────────  ────────  ────────  ────────
        After the gap carried forward              37.365    18.731     0.000    56.096

        Normal Updates:
        Council Tax                          A    (14.231)  (14.322)  (29.436)  (57.989)
        Removal of previous Business Rates…  B    103.709     2.195             105.904
        NEW Baseline Funding from 2026/27…        (87.614)   (2.009)   (1.808)  (91.431)
        ...
        Savings                              R     (3.051)   (0.464)   (0.008)   (3.523)
                                                  ────────  ────────  ────────  ────────
        Remaining gap, Plan after the upda…        55.631    18.542    36.893   111.066

        - A: More council tax than the approved plan has.
        ...

        """)
  ) { invocation in
    let old = try Question(contentsOf: invocation.operands[0])
    let movement = try old.movement(to: try Question(contentsOf: invocation.operands[1]))
    try invocation.emit(
      Report.movement(movement, style: invocation.style),
      json: movement.json(style: invocation.style))
    return movement.wrongCarriedGap == nil ? .done : .finding
  }
}
