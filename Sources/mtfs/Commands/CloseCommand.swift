import FinanceModel

extension Command {
  static let close = Command(
    name: "close", summary: "What value of one lever closes the gap?",
    operands: [.file],
    options: [.lever, .year, .everyYear, .from, .low, .high, .step, .kind] + Option.printingTables,
    details: [
      "The lever is an assumption, moved in points of a percentage or in its unit; a saving, of which "
        + "an amount more is found in each year; or a line of role reserves, from which an amount is "
        + "drawn once. The answer is the fewest steps at which the remaining gap is nil or has just "
        + "passed it, found by running the whole plan, and printed as a scenario.",
      "The status is 1 when the limits are met first, and what is left is said.",
    ],
    example: Example(
      line: "mtfs close Scenarios/wiltshire-2017/harder-times.yaml --lever tax-base-growth "
        + "--high 4% --kind cumulative",
      prints: """
        ...
        Closed: Growth of the council tax base, 1.9 points more in each year from 2018-19, takes the
        remaining gap of 2020-21, cumulative, from £13.350m to (£0.572m). One step of 0.1 points less would
        leave £0.174m.
        ...
        Remaining gap, cumulative: the level in each year
        £m               2017-18  2018-19  2019-20  2020-21
        ────────────────────────────────────────────────────
        As planned         2.049   7.110   10.314    13.350
        The change         0.000  (4.512)  (9.106)  (13.922)
                         ───────  ───────  ───────  ────────
        With the change    2.049   2.598    1.208    (0.572)
        ...
          - { assumption: tax-base-growth, shift: 1.9 points, in: [2018-19, 2019-20, 2020-21] }

        """)
  ) { invocation in
    let arguments = invocation.arguments
    guard let name = arguments.value(.lever) else {
      throw UsageError(
        "close needs --lever, what is to move", help: "type mtfs close FILE --lever NAME")
    }
    let question = try invocation.question()
    let closing = try ClosingQuestion(question, lever: name, arguments).answer()
    try invocation.emit(
      Report.closing(closing, style: invocation.style), of: question,
      json: closing.json(style: invocation.style))
    return closing.closes ? .done : .finding
  }
}

extension Option {
  fileprivate static let lever = Option(
    name: "lever", value: .text(name: "NAME"),
    summary: "what moves: an assumption, a saving or a line of role reserves")
  fileprivate static let year = Option(
    name: "year", value: .text(name: "YEAR"),
    summary: "the year whose cumulative gap is closed; the last unless said otherwise")
  fileprivate static let everyYear = Option(
    name: "every-year", value: .nothing,
    summary: "close the gap of each year in turn, with a value for each")
  fileprivate static let from = Option(
    name: "from", value: .text(name: "YEAR"),
    summary: "the first year in which the lever moves; the plan's first unless said otherwise")
  fileprivate static let low = Option(
    name: "low", value: .text(name: "AMOUNT"),
    summary: "the smallest value of an assumption, or amount of a line")
  fileprivate static let high = Option(
    name: "high", value: .text(name: "AMOUNT"),
    summary: "the largest value or amount; of a draw all that may be drawn, which has to be said")
  fileprivate static let step = Option(
    name: "step", value: .text(name: "AMOUNT"),
    summary: "the step: 0.1 points of a percentage, or a line's last place, unless said otherwise")
}

extension ClosingQuestion {
  /// The question as it was typed. Throws `UsageError` for what the lever cannot be asked.
  fileprivate init(_ question: Question, lever name: String, _ arguments: Arguments) throws {
    let plan = try question.plan()
    do {
      let lever = try ClosingLever(plan.lever(typed: name), in: plan)
      var terms = Terms()
      if arguments.has(.year), arguments.has(.everyYear) {
        throw UsageError("--year and --every-year exclude each other", help: "keep one of them")
      }
      terms.closesEveryYear = arguments.has(.everyYear)
      terms.year = try arguments.financialYear(.year)
      terms.from = try arguments.financialYear(.from)
      terms.low = try arguments.amount(.low, lever.limit)
      terms.high = try arguments.amount(.high, lever.limit)
      terms.step = try arguments.amount(.step, lever.amount)
      self = try ClosingQuestion(question, plan: plan, lever: lever, terms: terms)
    } catch let fault as ClosingFault {
      throw UsageError(fault.message, help: fault.help)
    }
  }
}

extension Arguments {
  fileprivate func financialYear(_ option: Option) throws(UsageError) -> FinancialYear? {
    guard let text = value(option) else { return nil }
    if let year = try? FinancialYear(text) { return year }
    throw UsageError(
      "'\(text)' in --\(option.name) is no financial year", help: "type one such as 2018-19")
  }

  fileprivate func amount(
    _ option: Option, _ read: (String) throws(AmountFault) -> Quantity
  ) throws(UsageError) -> Quantity? {
    guard let text = value(option) else { return nil }
    do throws(AmountFault) {
      return try read(text)
    } catch {
      throw UsageError(
        "'\(text)' in --\(option.name) cannot be read: expected \(error.expected)",
        help: error.help)
    }
  }
}
