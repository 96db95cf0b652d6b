/// What is asked of a simulation: of which plan, what is drawn, and how often.
///
/// ```swift
/// let terms = SimulationQuestion.Terms(draws: 0..<10_000, seed: 7)
/// let question = try SimulationQuestion(Question(contentsOf: "plan.yaml"), terms)
/// let simulation = try question.answer()
/// ```
public struct SimulationQuestion: Sendable {
  /// Which draws are made, and for what chances amounts are asked.
  public struct Terms: Hashable, Sendable {
    /// The numbers of the draws, counted from 0.
    public var draws: Range<UInt64>
    /// What all random numbers begin from: the same seed gives the same draws.
    public var seed: UInt64
    /// The chances with which a contingency has to be enough.
    public var confidences: [Rate]

    public init(
      draws: Range<UInt64>, seed: UInt64, confidences: [Rate] = Terms.usualConfidences
    ) {
      self.draws = draws
      self.seed = seed
      self.confidences = confidences
    }

    /// 80%, 90% and 95%.
    public static let usualConfidences = [80, 90, 95].map(Rate.percent)
    /// The draws that can be asked for, in one run or in all parts of one.
    public static let allDraws = 0..<Moments.mostDraws
  }

  public let question: Question
  /// The plan with the scenarios of the question applied.
  public let plan: Plan
  /// The gap of the plan as it stands.
  public let planned: GapStatement
  public let inputs: [SampledInput]
  public var terms: Terms

  /// What the percentiles are printed for.
  static let percentiles = [5, 10, 50, 90, 95].map(Rate.percent)

  /// Draws all that has a range, or only what `names` names.
  ///
  /// Throws `Diagnostics` for a plan without a gap or without a range, and for a name that has none.
  public init(
    _ question: Question, of names: [String] = [], _ terms: Terms
  ) throws(Diagnostics) {
    self.question = question
    self.terms = terms
    plan = try question.plan()
    planned = try plan.gapThatMoves()
    let all = plan.sampledInputs
    guard names.isEmpty else {
      inputs = try plan.inputs(all, named: names)
      return
    }
    inputs = all
    if !all.isEmpty { return }
    throw Diagnostics(
      Diagnostic(
        .wrongValue, "the plan has no range to draw from", at: plan.range.firstLine,
        label: "expected an assumption with a range that has a value in some year",
        help: plan.changedRanges.isEmpty
          ? "write range: { low: 1%, central: 2%, high: 4% } in an assumption, or delivery-range "
            + "in a saving"
          : "the scenario states all that has one: what it sets or delivers is not drawn; shift an "
            + "assumption to draw it from a range that moves along"))
  }

  /// The ranks, counted from the smallest, that some answer is read at.
  var ranks: [UInt64] {
    let count = UInt64(terms.draws.count)
    return Set((SimulationQuestion.percentiles + terms.confidences).map { $0.rank(among: count) })
      .sorted()
  }
}

extension Plan {
  /// The inputs that names ask for: an assumption, a line, `status:amber`, or the key of an input.
  fileprivate func inputs(
    _ all: [SampledInput], named names: [String]
  ) throws(Diagnostics) -> [SampledInput] {
    var faults: [Diagnostic] = []
    var chosen: Set<String> = []
    for name in names {
      let found = all.filter { $0.isNamed(name) }
      if found.isEmpty { faults.append(withoutRange(name)) }
      chosen.formUnion(found.map(\.key))
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return all.filter { chosen.contains($0.key) }
  }

  private func withoutRange(_ name: String) -> Diagnostic {
    let help = "write range: { low: 1%, central: 2%, high: 4% } in it"
    if let assumption = assumptions.first(where: { $0.id.name == name }) {
      let hasRange = assumption.spread != nil
      let isStated = hasRange && years.planColumns.contains { assumption.values[$0].isStated }
      return Diagnostic(
        .wrongValue,
        isStated
          ? "the scenario states the assumption '\(name)', which is then not drawn"
          : "the assumption '\(name)' has no \(hasRange ? "value in any year" : "range to draw from")",
        at: assumption.range, label: "expected an assumption with \(hasRange ? "one" : "a range")",
        help: isStated ? "shift it, and its range moves along" : hasRange ? nil : help)
    }
    if let line = rows.lazy.compactMap(\.line).first(where: { $0.id.name == name }) {
      if line.deliveryRange != nil {
        return Diagnostic(
          .wrongValue,
          "the scenario states the share delivered of '\(name)', which is then not drawn",
          at: line.details.idRange, label: "expected a saving that the scenario does not deliver")
      }
      return Diagnostic(
        .wrongValue, "the line '\(name)' has no range to draw from", at: line.details.idRange,
        label: "expected a saving with 'delivery-range'",
        help: "write delivery-range: { low: 60%, central: 90%, high: 100% } in it")
    }
    let known = sampledInputs.map(\.key)
    if let status = statusDelivery.first(where: { "status:\($0.status)" == name }) {
      return Diagnostic(
        .wrongValue, "there is nothing to draw of the status '\(status.status)'",
        at: status.spread?.range,
        help: status.spread == nil
          ? "its share, \(Quantity.number(status.share).typed(in: .percent))%, has no range: write "
            + "\(status.status): { share: 60%, range: { low: 40%, central: 70%, high: 95% } }"
          : "no saving has it, or the scenario states the share of each that does")
    }
    return Diagnostic(
      .unknownName, "there is nothing to draw that is called '\(name)'", at: nil,
      help: NearestName.of(name, among: known).map { "the nearest is '\($0)'" }
        ?? "what is drawn: " + known.joined(separator: ", "))
  }
}

extension SampledInput {
  /// Whether a name means it: its key, or that without the year or without `delivery:`.
  fileprivate func isNamed(_ name: String) -> Bool {
    switch target {
    case .assumption(let id, _): name == id.name || name == key
    case .delivery: name == key || "delivery:\(name)" == key
    }
  }
}

extension Rate {
  /// A whole percentage.
  static func percent(_ number: Int) -> Rate {
    Rate(trillionths: Unit.percent.trillionths * Int128(number))
  }

  /// The nearest rank of a percentile: the smallest with at least this share of all at or below it.
  func rank(among count: UInt64) -> UInt64 {
    let product = trillionths * Int128(count)
    return max(1, min(count, UInt64((product + FixedPoint.one - 1) / FixedPoint.one)))
  }
}
