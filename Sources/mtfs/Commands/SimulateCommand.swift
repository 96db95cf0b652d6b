import FinanceModel

extension Command {
  static let simulate = Command(
    name: "simulate", summary: "How likely is each gap, and what contingency would cover it?",
    operands: [
      .file,
      Operand(
        name: "COUNTS", summary: "with --merge: the counts of every part of one run",
        isOptional: true, repeats: true),
    ],
    options: [
      .draws, .seed, .fromDraw, .drawn, .confidence, .explainDraw, .counts, .merge, .threads, .kind,
    ] + Option.printing,
    details: [
      "Draws a value of every assumption and of every share of savings that has a range, computes "
        + "the plan with them, and counts: percentiles and the mean of the remaining gap, the chance "
        + "that each year balances, and the contingency that covers the gap with a stated chance.",
      "The same seed gives the same bytes on any machine and for any number of threads. Draws are "
        + "numbered from 0. A run may be made in parts: each with --from-draw and --counts, all "
        + "together with --merge, which prints what the one run would have printed, and with --draws "
        + "refuses parts that are not all of so many draws.",
    ],
    example: Example(
      line: "mtfs simulate Scenarios/wiltshire-2017/driven.yaml --draws 500 --seed 7 --width 100",
      prints: """
        ...
        Chance that no year is left with a gap: 0.00%. The remaining gap of 2020-21 is £12.272m on average,
        and in at least nine draws of ten from £4.593m to £20.144m.
        ...
        Remaining gap, cumulative: the level in each year
        £m                          2017-18  2018-19  2019-20  2020-21
        ──────────────────────────────────────────────────────────────
        P5                            1.242    2.908    3.911    4.593
        P10                           1.549    3.579    5.095    6.582
        P50                           2.808    6.529    9.160   11.973
        P90                           4.342   10.484   14.636   19.153
        P95                           4.744   11.568   15.511   20.144
        Mean                          2.887    6.922    9.472   12.272
        Standard error of the mean    0.048    0.119    0.162    0.212
        As planned                    0.000    0.000    0.000    0.000
        ...
        Contingency that covers the cumulative remaining gap with a stated chance
        £m   2017-18  2018-19  2019-20  2020-21
        ───────────────────────────────────────
        80%    3.792    9.331   12.585   16.304
        90%    4.342   10.484   14.636   19.153
        95%    4.744   11.568   15.511   20.144
        ...

        """)
  ) { invocation in
    try invocation.checkSimulation()
    if invocation.arguments.has(.merge) { return try invocation.merged() }
    let question = try invocation.simulation()
    if let draw = invocation.arguments.number(.explainDraw) {
      let explained = try invocation.explained(UInt64(draw), of: question)
      try invocation.emit(
        Report.explainedDraw(explained, style: invocation.style), of: question.question,
        json: explained.json(style: invocation.style))
      return .done
    }
    try invocation.checkCounts()
    let threads = invocation.arguments.number(.threads) ?? System.processors
    let progress = Progress(of: UInt64(question.terms.draws.count), on: invocation.console.errors)
    let simulation = try progress.watching {
      try question.answer(
        threads: threads, keepingCounts: invocation.arguments.has(.counts)
      ) { progress.show($0) }
    }
    guard let simulation else { Interruption.end() }
    try invocation.emit(simulation, countsIn: invocation.arguments.value(.counts))
    return .done
  }
}

extension Option {
  fileprivate static let draws = Option(
    name: "draws", value: .number(1...Int(SimulationQuestion.Terms.allDraws.count), name: "N"),
    summary: "how many draws are made, or all parts have; from 10,000 on good to a point")
  fileprivate static let seed = Option(
    name: "seed", value: .number(0...Int.max, name: "S"),
    summary: "the number from which all chance comes: the same gives the same result")
  fileprivate static let fromDraw = Option(
    name: "from-draw",
    value: .number(0...Int(SimulationQuestion.Terms.allDraws.count) - 1, name: "K"),
    summary: "the number of the first draw; 0 unless said otherwise")
  fileprivate static let drawn = Option(
    name: "of", value: .text(name: "NAMES"),
    summary: "draw only these, with commas: assumptions, savings, or status:amber")
  fileprivate static let confidence = Option(
    name: "confidence", value: .text(name: "LIST"),
    summary: "the chances that a contingency is wanted for, with commas; 80%,90%,95%")
  fileprivate static let explainDraw = Option(
    name: "explain-draw",
    value: .number(0...Int(SimulationQuestion.Terms.allDraws.count) - 1, name: "D"),
    summary: "show what this draw drew, and the plan's gap with it")
  fileprivate static let counts = Option(
    name: "counts", value: .text(name: "FILE"),
    summary: "also write what was counted to FILE, to be merged with other parts")
  fileprivate static let merge = Option(
    name: "merge", value: .nothing, summary: "add up the counts of all parts, and draw nothing")
  fileprivate static let threads = Option(
    name: "threads", value: .number(1...1024, name: "N"),
    summary: "how many threads compute; as many as there are processors unless said otherwise")
}

extension Invocation {
  /// Throws `UsageError` for options that do not go together, or are missing.
  fileprivate func checkSimulation() throws(UsageError) {
    let isMerge = arguments.has(.merge)
    let making: [Option] = [.seed, .explainDraw, .counts, .threads]
    if isMerge, let other = making.first(where: { arguments.has($0) }) {
      throw UsageError(
        "--merge and --\(other.name) exclude each other", help: "the counts say what was drawn")
    }
    if isMerge, operands.count < 2 {
      throw UsageError(
        "--merge needs the counts of a run", help: "type mtfs simulate FILE --merge COUNTS...")
    }
    if isMerge, arguments.has(.fromDraw), !arguments.has(.draws) {
      throw UsageError(
        "--merge with --from-draw needs --draws", help: "it is the number of draws in all parts")
    }
    if isMerge { return }
    if operands.count > 1 {
      throw UsageError(
        "simulate has no use for '\(operands[1])'", help: "counts are added up with --merge")
    }
    if let path = arguments.value(.counts), path == "-" || path == arguments.output {
      throw UsageError("--counts needs a file of its own", help: "type --counts part-1.counts")
    }
    guard arguments.has(.seed) || arguments.has(.draws) || arguments.has(.explainDraw) else {
      throw UsageError(
        "simulate needs --draws, how many draws are made, and --seed, from which all chance comes",
        help: "type --draws 10000 --seed 1; with the same seed anybody has the same draws again")
    }
    guard arguments.has(.seed) else {
      throw UsageError(
        "simulate needs --seed, the number from which all chance comes",
        help: "with it anybody can have the same draws again; any number will do: --seed 1")
    }
    if arguments.has(.explainDraw) {
      if arguments.has(.counts) {
        throw UsageError("--explain-draw and --counts exclude each other", help: "keep one of them")
      }
    } else if !arguments.has(.draws) {
      throw UsageError(
        "simulate needs --draws, how many draws are made", help: "type --draws 10000")
    }
    let all = SimulationQuestion.Terms.allDraws.upperBound
    if UInt64(first) + UInt64(arguments.number(.draws) ?? 1) > all {
      throw UsageError(
        "the draws go beyond number \(all - 1), the last there is",
        help: "make fewer with --draws, or begin earlier with --from-draw")
    }
    guard let draw = arguments.number(.explainDraw), arguments.has(.draws) else { return }
    let last = first + (arguments.number(.draws) ?? 1) - 1
    guard (first...last).contains(draw) else {
      throw UsageError(
        "draw \(draw) is not among those of the run, \(first) to \(last)",
        help: "leave out --draws and --from-draw: a draw can be asked for alone")
    }
  }

  /// Throws `OutputFault` before anything is drawn where the file of counts is there already.
  fileprivate func checkCounts() throws(OutputFault) {
    guard let path = arguments.value(.counts) else { return }
    try OutputFile(path: path, replaces: arguments.replacesOutput).checkInput()
    guard !arguments.replacesOutput,
      System.status(of: path)?.isRegularFile == true
    else { return }
    throw OutputFile(path: path, replaces: false).fault(
      "is already there", help: "add --force to replace it")
  }

  private var first: Int { arguments.number(.fromDraw) ?? 0 }

  /// What is asked. Throws `Diagnostics` where the plan has no such range, `UsageError` for a list.
  fileprivate func simulation(
    seed: UInt64? = nil, draws: Range<UInt64>? = nil
  ) throws -> SimulationQuestion {
    let start = UInt64(first)
    let terms = SimulationQuestion.Terms(
      draws: draws ?? start..<(start + UInt64(arguments.number(.draws) ?? 1)),
      seed: seed ?? UInt64(arguments.number(.seed) ?? 0), confidences: try confidences())
    let names = arguments.value(.drawn)?.split(separator: ",").map { $0.trimmed } ?? []
    return try SimulationQuestion(question(), of: names, terms)
  }

  private func confidences() throws(UsageError) -> [Rate] {
    guard let list = arguments.value(.confidence) else {
      return SimulationQuestion.Terms.usualConfidences
    }
    var found: [Rate] = []
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = item.trimmed
      guard let rate = try? Rate(text.hasSuffix("%") ? text : text + "%"), .zero < rate, rate < .one
      else {
        throw UsageError(
          "'\(item)' in --confidence is no chance", help: "type percentages such as 80%,90%,99.5%")
      }
      if !found.contains(rate) { found.append(rate) }
    }
    return found.sorted()
  }

  /// One draw alone; where it gives no gap, what it drew stands before the error.
  fileprivate func explained(
    _ draw: UInt64, of question: SimulationQuestion
  ) throws(Diagnostics) -> ExplainedDraw {
    do throws(Diagnostics) {
      return try question.explained(draw)
    } catch {
      let values = Report.drawnValues(of: question, draw, style: style)
      console.report(values.rendered(as: .text) + "\n")
      throw error
    }
  }

  // MARK: Parts

  /// Adds up the counts of every part, and prints what one run would have printed.
  fileprivate func merged() throws -> ExitStatus {
    var question = try simulation(seed: 0, draws: 0..<1)
    let years = question.plan.years.years
    let files = try operands.dropFirst().map { try SimulationFile(contentsOf: $0, years: years) }
    let whole = arguments.number(.draws).map { UInt64(first)..<UInt64(first + $0) }
    let all = try files.merged(for: question, draws: whole)
    question.terms.seed = all.seed
    question.terms.draws = all.counts.draws
    try emit(question.simulation(of: all.counts), countsIn: nil)
    return .done
  }

  /// Prints the result, and writes the counts beside it where a file is asked for.
  fileprivate func emit(_ simulation: Simulation, countsIn path: String?) throws {
    let question = simulation.question
    if let path {
      let text = try SimulationFile(simulation).text(years: simulation.plan.years.years)
      let output = OutputFile(path: path, replaces: arguments.replacesOutput)
      try output.write(Array(text.utf8))
    }
    try emit(
      Report.simulation(simulation, style: style), of: question.question,
      json: simulation.json(style: style))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
  }
}
