/// Everything that a cabinet report needs of a plan and its scenarios, computed together.
///
/// ```swift
/// let pack = try ReportPack([Question(contentsOf: "high.yaml")], program: "mtfs 0.1.0")
/// let page = Report.pack(pack).rendered(as: .html)
/// ```
///
/// Its subject is the plan of the first question. What the plan has nothing for is nil.
public struct ReportPack: Sendable {
  /// What the pack holds, and how it is shown.
  public private(set) var layout: ReportLayout
  /// What computed it, with its version.
  public let program: String
  /// The plan as it stands.
  public let answer: Answer
  /// The scenarios, in the order in which they were asked for.
  public let scenarios: [Answer]
  /// All of them side by side; nil for a plan alone.
  public let comparison: Comparison?
  public let savings: SavingsAnswer?
  public let reserves: ReservesForecast?
  public let risks: RiskAnswer?
  public let funding: FundingOutlook?
  public let reconciliation: Reconciliation?
  /// Every file that was read, each once.
  public let inputs: [PackInput]

  /// The plan that the pack is about.
  public var plan: Plan { answer.result.plan }

  /// Answers the questions. Throws `Diagnostics` with what is wrong in any of them or the layout.
  public init(
    _ questions: [Question], layout: ReportLayout = ReportLayout(), program: String
  ) throws(Diagnostics) {
    try self.init(computing: questions, layout, program)
    let faults = layout.faults(for: plan, parts: available)
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// Answers the questions without a look at what the layout asks for.
  private init(
    computing questions: [Question], _ layout: ReportLayout, _ program: String
  ) throws(Diagnostics) {
    guard let base = questions.first?.base else { throw Diagnostics([]) }
    self.layout = layout
    self.program = program
    // The plan leads, also where only scenarios were named.
    let isNamed = questions.first?.scenarios.isEmpty == true
    let asked = (isNamed ? [] : [Question(base: base)]) + questions
    let (answered, stated) = concurrently(
      { Result { () throws(Diagnostics) in try Question.answers(asked) } },
      { Result { () throws(Diagnostics) in try Stated(by: base) } })
    let answers = try answered.get()
    answer = answers[0]
    scenarios = answers.filter { !$0.question.scenarios.isEmpty }
    comparison = answers.count == 1 ? nil : try Comparison(of: answers)
    let forecast = answer.result
    let terms = ReservesForecast.Terms(leavesOutGap: forecast.gap == nil)
    reserves = base.reserves.isEmpty ? nil : try forecast.reserves(terms)
    let outlook = forecast.fundingOutlook
    funding = outlook.hasStatuses ? outlook : nil
    let facts = try stated.get()
    savings = facts.savings
    risks = facts.risks
    reconciliation = facts.reconciliation
    inputs = PackInput.all(of: questions, layout: layout)
  }

  /// Reads the questions and the layout, each file once. Throws everything that is wrong in them.
  public init(
    contentsOf paths: [String], layout: String? = nil, program: String
  ) throws(Diagnostics) {
    var faults: [Diagnostic] = []
    var questions: [Question] = []
    var reader = QuestionReader()
    var seen: Set<String> = []
    for path in paths where seen.insert(SourceFile.identity(of: path)).inserted {
      do throws(Diagnostics) { questions.append(try reader.question(path)) } catch {
        faults += error.all
      }
    }
    var look = ReportLayout()
    if let layout {
      do throws(Diagnostics) {
        let file = try SourceFile.reading(path: layout)
        let (read, wrong) = try ReportLayoutLoader.reading(try NodeParser.parse(file))
        look = read ?? look
        faults += wrong
      } catch {
        faults += error.all
      }
    }
    do throws(Diagnostics) {
      try self.init(computing: questions, look, program)
      faults += look.faults(for: plan, parts: available)
    } catch {
      throw Diagnostics(faults + error.all)
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// The same pack in another layout, whose years and parts are those of the first.
  public func with(_ layout: ReportLayout) -> ReportPack {
    var pack = self
    pack.layout = layout
    return pack
  }

  /// The parts that there is something for, in their usual order.
  var available: [ReportLayout.Part] {
    ReportLayout.Part.allCases.filter { part in
      switch part {
      case .gap: plan.gap != .none
      case .table: plan.rows.contains(where: \.isPrinted)
      case .comparison: comparison != nil
      case .scenarios: !scenarios.isEmpty
      case .savings: savings != nil
      case .reserves: reserves != nil
      case .risks: risks != nil
      case .funding: funding != nil
      case .assumptions: !plan.assumptions.isEmpty
      case .reconciliation: reconciliation != nil
      case .provenance: true
      }
    }
  }

  /// The parts with something to look at: a cell that is wrong, a reserve that is short.
  public var findings: [ReportLayout.Part] {
    var parts: [ReportLayout.Part] = []
    if savings?.hasFindings == true { parts.append(.savings) }
    if reserves?.hasFindings == true { parts.append(.reserves) }
    if risks?.hasFindings == true { parts.append(.risks) }
    if funding?.hasFindings == true { parts.append(.funding) }
    if reconciliation?.hasFindings == true { parts.append(.reconciliation) }
    return parts
  }

  /// Why nobody ought to sign it as it stands; empty where nothing speaks against it.
  public var objections: [String] {
    var objections: [String] = []
    if reconciliation?.hasFindings == true {
      objections.append("it does not agree with what was published or claimed")
    }
    if layout.status == .final, !provisional.isEmpty {
      objections.append("it is final, and figures are still to be confirmed")
    }
    return objections
  }

  /// The figures that are still to be confirmed: `Support grant in 2018-19 and 2019-20`.
  public var provisional: [String] {
    plan.rows.indices.compactMap { row in
      guard let details = plan.rows[row].details, plan.rows[row].line != nil else { return nil }
      let years = plan.years.columns.indices.filter { column in
        answer.result.printed[row][column].cell == .toBeConfirmed
      }
      return years.isEmpty
        ? nil : "\(details.title) in \(years.map { plan.years.columns[$0].description }.listed())"
    }
  }
}

/// What a plan says of itself, whatever its scenarios do.
private struct Stated: Sendable {
  let savings: SavingsAnswer?
  let risks: RiskAnswer?
  let reconciliation: Reconciliation?

  init(by plan: Plan) throws(Diagnostics) {
    let hasSavings = plan.gap != .none && plan.rows.contains { $0.line?.role == .saving }
    savings = hasSavings ? try plan.savingsAnswer() : nil
    risks = plan.risks == nil ? nil : try plan.riskAnswer()
    let reconciled = try plan.reconciled()
    reconciliation = reconciled.isEmpty ? nil : reconciled
  }
}

extension ReportLayout {
  /// What it asks for that a plan cannot give.
  fileprivate func faults(for plan: Plan, parts: [Part]) -> [Diagnostic] {
    let looks = [look] + (contents ?? []).map(\.look)
    let years = looks.flatMap { $0.years ?? [] }.filter { !plan.years.years.contains($0.year) }
    let outside = years.map { named in
      Diagnostic(
        .yearOutsidePlan, "\(named.year) is not a year of the plan", at: named.range,
        label: plan.years.years.last.map { "expected \(plan.years.years[0]) to \($0)" })
    }
    let missing = (contents ?? []).filter { !parts.contains($0.part) }.map { entry in
      Diagnostic(
        .wrongValue, "there is nothing for the part '\(entry.part.rawValue)'", at: entry.range,
        label: "expected one of " + parts.map { "'\($0.rawValue)'" }.joined(separator: ", "),
        help: entry.part.remedy + ", or take the part out")
    }
    return outside + missing
  }
}

extension ReportLayout.Part {
  /// What gives a pack this part.
  fileprivate var remedy: String {
    switch self {
    case .comparison, .scenarios: "name a scenario beside the plan"
    case .gap: "take 'gap: none' out of the plan"
    case .table: "give the plan a line"
    case .savings: "give the plan a section with 'role: saving'"
    case .reserves, .risks, .assumptions: "state '\(rawValue)' in the plan"
    case .funding: "say 'funding' of a line of the plan"
    case .reconciliation: "name a table under 'published' in the plan"
    case .provenance: "name it once"
    }
  }
}
