import FinanceModel

extension Command {
  static let sensitivity = Command(
    name: "sensitivity", summary: "What does each assumption cost?",
    operands: [
      .file,
      Operand(
        name: "NAME", summary: "one assumption or line; every assumption where it is left out",
        isOptional: true, takes: .name),
    ],
    options: [.shifts, .values, .kind] + Option.printing,
    details: [
      "What becomes of the remaining gap when one thing moves and all else stays: the whole plan is "
        + "computed anew for every move. Every assumption moves to the ends of its range, or where it "
        + "has none a point up and down; what is no percentage moves by 1% of itself.",
      "A shift moves every year of the plan: by points of a percentage ('1' and '1%' are one point), "
        + "else by an amount in the unit of NAME, or by a percentage of what is there. A value is set "
        + "in every year.",
    ],
    example: Example(
      line: "mtfs sensitivity Scenarios/wiltshire-2017/driven.yaml tax-base-growth "
        + "--kind cumulative",
      prints: """
        ...
        - Growth of the council tax base: 1 point more saves £2.374m in 2018-19 and £7.334m a year by
          2020-21.

        Remaining gap, cumulative, difference from the plan: the level in each year
                      2      1
                 points  point       as  1 point  2 points
        £m         less   less  planned    more      more
        ──────────────────────────────────────────────────
        2017-18   0.000  0.000    0.000   0.000     0.000
        2018-19   4.748  2.374    0.000  (2.374)   (4.749)
        2019-20   9.450  4.748    0.000  (4.794)   (9.636)
        2020-21  14.247  7.193    0.000  (7.334)  (14.811)

        """)
  ) { invocation in
    let arguments = invocation.arguments
    let question = try SensitivityQuestion(invocation.question())
    let name = invocation.operands.dropFirst().first
    let lever = try name.map { name throws(UsageError) in try question.plan.lever(typed: name) }
    let sensitivity = try question.answer(of: lever, arguments)
    try invocation.emit(
      Report.sensitivity(sensitivity, ofOne: lever != nil, style: invocation.style),
      of: question.question, json: sensitivity.json(style: invocation.style))
    return .done
  }
}

extension Option {
  fileprivate static let shifts = Option(
    name: "shifts", value: .text(name: "LIST"),
    summary: "by how much to move, with commas: -2,-1,1,2 or -£100k,£100k or 5%")
  fileprivate static let values = Option(
    name: "values", value: .text(name: "LIST"),
    summary: "what NAME is set to instead, with commas: 1%,2%,3%")
}

extension SensitivityQuestion {
  fileprivate func answer(
    of lever: Lever?, _ arguments: Arguments
  ) throws(UsageError) -> Sensitivity {
    if let values = arguments.value(.values) {
      if arguments.has(.shifts) {
        throw UsageError("--shifts and --values exclude each other", help: "keep one of them")
      }
      guard let lever, lever.assumption != nil else {
        throw UsageError(
          "--values needs one assumption to give them to",
          help: lever == nil ? "type its id after FILE" : "a line is moved with --shifts")
      }
      return answer(of: lever, try lever.operations(values, .values))
    }
    guard let shifts = arguments.value(.shifts) else {
      return lever.map { answer(of: $0) } ?? answer()
    }
    if let lever { return answer(of: lever, try lever.operations(shifts, .shifts)) }
    return try answer { lever throws(UsageError) in try lever.operations(shifts, .shifts) }
  }
}

extension Lever {
  /// The most moves of one lever, so that a table can be read.
  private static let mostMoves = 40

  /// The moves that an option lists. Throws `UsageError` for one that is none of this lever.
  fileprivate func operations(
    _ list: String, _ option: Option
  ) throws(UsageError) -> [LeverMove.Operation] {
    var operations: [LeverMove.Operation] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = item.trimmingPrefix { $0 == " " }
      do throws(AmountFault) {
        operations.append(
          option == .values ? try value(String(text)) : try shift(String(text)))
      } catch {
        throw UsageError(
          "'\(item)' in --\(option.name) cannot move '\(id)': expected \(error.expected)",
          help: error.help)
      }
    }
    guard operations.count <= Lever.mostMoves else {
      throw UsageError(
        "--\(option.name) lists \(operations.count) moves",
        help: "list at most \(Lever.mostMoves)")
    }
    return operations
  }
}

extension Plan {
  /// The assumption or line that was typed. Throws `UsageError` with the nearest where there is none.
  func lever(typed text: String) throws(UsageError) -> Lever {
    if let lever = Identifier(text).flatMap(lever) { return lever }
    let known = assumptions.map(\.id.name) + rows.compactMap { $0.line?.id.name }
    throw UsageError(
      "there is no assumption or line '\(text)'",
      help: NearestName.of(text, among: known).map { "the nearest is '\($0)'" }
        ?? "'mtfs sensitivity FILE' names the assumptions that move the gap")
  }
}
