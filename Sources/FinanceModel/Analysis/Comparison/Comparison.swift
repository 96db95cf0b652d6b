/// Plans and scenarios over the same years side by side; the first is what the others differ from.
///
/// ```swift
/// let comparison = try Comparison(contentsOf: ["low.yaml", "high.yaml"])
/// let page = Report.comparison(comparison).rendered(as: .text)
/// ```
///
/// Each question stands by itself: its scenarios apply to its own plan, and never to another's.
public struct Comparison: Sendable {
  /// One of the questions that are compared, with its answer.
  public struct Alternative: Sendable {
    /// What its rows are called; no other alternative has the same.
    public let title: String
    public let question: Question
    public let forecast: Forecast
    public let gap: GapStatement
    /// How its remaining gap differs from the reference's.
    public let difference: GapDifference
  }

  /// The alternatives in the order in which they were asked for, the reference first.
  public let alternatives: [Alternative]
  /// The lines that are not the same in all of them, in the order of the plan.
  public let lines: [ComparedLine]

  /// Answers the questions. Where they are all asked of one plan that is none of them, it goes first.
  ///
  /// Throws `Diagnostics` when a plan has no gap, or other years than the first.
  public init(_ asked: [Question]) throws(Diagnostics) {
    var questions = asked
    if let base = questions.commonPlan, questions.allSatisfy({ !$0.scenarios.isEmpty }) {
      questions.insert(Question(base: base), at: 0)
    }
    try questions.requireComparison()
    try self.init(
      questions,
      questions.map { question throws(Diagnostics) in try question.plan().forecast() })
  }

  /// Sets answers side by side, the reference first. Throws as the questions would.
  init(of answers: [Answer]) throws(Diagnostics) {
    let questions = answers.map(\.question)
    try questions.requireComparison()
    self.init(questions, answers.map(\.result))
  }

  private init(_ questions: [Question], _ forecasts: [Forecast]) {
    var alternatives: [Alternative] = []
    for (title, (question, forecast)) in zip(questions.titles, zip(questions, forecasts)) {
      guard let gap = forecast.gap,
        let difference = GapDifference(from: alternatives.first?.gap ?? gap, to: gap)
      else { continue }
      alternatives.append(
        Alternative(
          title: title, question: question, forecast: forecast, gap: gap, difference: difference))
    }
    self.alternatives = alternatives
    lines = ComparedLine.differing(among: alternatives.map(\.forecast))
  }

  /// Reads the questions, each from a file of its own; a file that is named again counts once.
  public init(contentsOf paths: [String]) throws(Diagnostics) {
    var seen: Set<String> = []
    var questions: [Question] = []
    var reader = QuestionReader()
    for path in paths where seen.insert(SourceFile.identity(of: path)).inserted {
      questions.append(try reader.question(path))
    }
    try self.init(questions)
  }

  /// What the others differ from.
  public var reference: Alternative { alternatives[0] }

  /// The line in the first alternative that has it.
  func details(_ line: ComparedLine) -> (details: RowDetails, plan: Plan)? {
    for (alternative, row) in zip(alternatives, line.rows) {
      let plan = alternative.forecast.plan
      if let row, let details = plan.rows[row].details { return (details, plan) }
    }
    return nil
  }
}

extension Question {
  /// The file that asks it: of its last scenario, or of its plan.
  public var file: String { (scenarios.last?.range ?? base.range).file.path }
}

extension [Question] {
  /// The plan that all of them are asked of; nil where there are several.
  fileprivate var commonPlan: Plan? {
    let plans = Set(map { SourceFile.identity(of: $0.base.range.file.path) })
    return plans.count == 1 ? first?.base : nil
  }

  /// One title for each: its last scenario's or its plan's, after its file where two are alike.
  fileprivate var titles: [String] {
    let isOnePlan = commonPlan != nil
    let titles = map { question in
      question.scenarios.last?.title
        ?? (isOnePlan ? "The plan as it stands" : question.base.title)
    }
    return indices.map { number in
      let alike = indices.filter { titles[$0] == titles[number] }.map { self[$0].file }
      return alike.count == 1
        ? titles[number] : "\(self[number].file.ending(unlike: alike)): \(titles[number])"
    }
  }

  /// Throws what keeps them from being compared.
  fileprivate func requireComparison() throws(Diagnostics) {
    guard let reference = first?.base else { throw Diagnostics([]) }
    let problems = flatMap { question in
      [question.base.faultOfGap, question.base.faultOfYears(beside: reference)].compactMap { $0 }
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }
}

extension Plan {
  fileprivate var faultOfGap: Diagnostic? {
    guard gap == .none else { return nil }
    return Diagnostic(
      .wrongValue, "the plan has no gap to compare: it only lists its rows", at: place(of: "gap"),
      label: "expected a plan without 'gap: none'", help: "'mtfs table' shows its rows")
  }

  fileprivate func faultOfYears(beside reference: Plan) -> Diagnostic? {
    let expected = reference.years.years
    guard years.years != expected, let first = expected.first, let last = expected.last else {
      return nil
    }
    return Diagnostic(
      .yearOutsidePlan, "the plan is not of the same years as the one it is compared with",
      at: place(of: "years"), label: "expected \(first) to \(last)",
      help: "compare plans of the same years; 'mtfs movement' goes from one plan to the next",
      notes: [Diagnostic.Note("they are compared with these", at: reference.place(of: "years"))])
  }

  /// Where a key of its file has its value.
  private func place(of key: String) -> SourceRange {
    guard case .mapping(let entries, _)? = try? NodeParser.parse(range.file) else {
      return range.firstLine
    }
    return entries.first { $0.key.text == key }?.value.range ?? range.firstLine
  }
}

extension String {
  /// The end of a path, as many of its names as no other of some paths ends in.
  func ending(unlike paths: [String]) -> String {
    let names = split(separator: "/")
    let endings = (1...max(names.count, 1)).map { names.suffix($0).joined(separator: "/") }
    return endings.first { ending in
      paths.count { $0 == ending || $0.hasSuffix("/" + ending) } == 1
    } ?? self
  }
}
