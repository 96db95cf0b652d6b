import FinanceModel

extension Command {
  static let reserves = Command(
    name: "reserves", summary: "Do the reserves last?",
    operands: [.file],
    options: [.order, .withoutGap, .replenishBy] + Option.printing,
    details: [
      "Opening balance, contributions, planned use, the remaining gap met, closing balance and "
        + "minimum of every reserve by year. The plan states its reserves under 'reserves'. A "
        + "remaining gap is met from those that say so, each year at its whole cumulative amount.",
      "The status is 1 when a balance falls below nil or below its minimum, and when one-off money "
        + "meets a recurring gap. --replenish-by says what has to be contributed each year.",
    ],
    example: Example(
      line: "mtfs reserves Scenarios/reserves/plan.yaml --width 100",
      prints: """
        ...
        - The reserves last to 2026-27. None falls below its minimum.
        ...
        General fund
        £000                       2023-24  2024-25  2025-26  2026-27
        ─────────────────────────────────────────────────────────────
        Opening balance              2,600    2,700    2,800    2,900
        Contributions                  100      100      100      100
        Planned use                      0        0        0        0
        Remaining gap met                0        0        0        0
                                   ───────  ───────  ───────  ───────
        Closing balance              2,700    2,800    2,900    3,000
        Minimum                      1,600    1,600    1,600    1,600
        Above minimum, or (short)    1,100    1,200    1,300    1,400

        Transformation, earmarked
        £000             2023-24  2024-25  2025-26  2026-27
        ───────────────────────────────────────────────────
        Opening balance     900      500       200      200
        Contributions         0        0         0        0
        Planned use        (400)    (300)        0        0
                         ───────  ───────  ───────  ───────
        Closing balance     500      200       200      200
        ...

        """)
  ) { invocation in
    let arguments = invocation.arguments
    let question = try invocation.question()
    let forecast = try question.plan().forecast()
    // A plan without reserves is at fault before the words that name them.
    _ = try forecast.reserves(ReservesForecast.Terms(leavesOutGap: true))
    let reserves = try forecast.reserves(arguments.terms(forecast.plan))
    let replenishment = try arguments.replenishYear(forecast.plan).map { year in
      try reserves.replenishment(by: year)
    }
    try invocation.emit(
      Report.reserves(
        reserves, replenishment: replenishment, file: replenishment?.file(of: question),
        style: invocation.style),
      of: question, json: reserves.json(replenishment: replenishment, style: invocation.style))
    return reserves.hasFindings ? .finding : .done
  }
}

extension Option {
  fileprivate static let order = Option(
    name: "order", value: .text(name: "ID,ID"),
    summary: "the reserves that meet the remaining gap, the first drawn on first")
  fileprivate static let withoutGap = Option(
    name: "without-gap", value: .nothing,
    summary: "the balances as planned, with no remaining gap met from them")
  fileprivate static let replenishBy = Option(
    name: "replenish-by", value: .text(name: "YEAR"),
    summary: "the contribution in each year that brings every reserve to its minimum by YEAR")
}

extension Arguments {
  fileprivate func terms(_ plan: Plan) throws(UsageError) -> ReservesForecast.Terms {
    var terms = ReservesForecast.Terms(leavesOutGap: has(.withoutGap))
    guard let text = value(.order) else { return terms }
    if terms.leavesOutGap {
      throw UsageError("--order and --without-gap exclude each other", help: "keep one of them")
    }
    var order: [Identifier] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.filter { $0 != " " }
      guard let reserve = plan.reserves.first(where: { $0.id.name == name }) else {
        let names = plan.reserves.map(\.id.name)
        throw UsageError(
          "'\(name)' in --order is no reserve of the plan",
          help: NearestName.of(name, among: names).map { "the nearest is '\($0)'" }
            ?? "the reserves are " + names.alternatives)
      }
      if order.contains(reserve.id) {
        throw UsageError("'\(name)' stands twice in --order", help: "name each reserve once")
      }
      order.append(reserve.id)
    }
    terms.order = order
    return terms
  }

  fileprivate func replenishYear(_ plan: Plan) throws(UsageError) -> FinancialYear? {
    guard let text = value(.replenishBy) else { return nil }
    guard let year = try? FinancialYear(text) else {
      throw UsageError(
        "'\(text)' in --replenish-by is no financial year", help: "type one such as 2018-19")
    }
    if plan.years.years.contains(year) { return year }
    let years = plan.years.years.map(\.description)
    throw UsageError(
      "\(year) in --replenish-by is not a year of the plan",
      help: "its years are \(years.first ?? "") to \(years.last ?? "")")
  }
}
