/// A change moved to a budget: a scenario that must net to nil in every year, each money by itself.
public struct Amendment: Sendable {
  public let scenario: Scenario
  /// What it makes of the budget, in order: the scenarios that it is based on, then its own.
  public let steps: [Scenario]
}

/// A budget and the amendments moved to it, in the order given.
///
/// ```swift
/// let question = try AmendmentQuestion(budget: "plan.yaml", amendments: ["more-for-highways.yaml"])
/// let answer = try question.answer()
/// ```
public struct AmendmentQuestion: Sendable {
  /// A plan, or a scenario that stands for the budget.
  public let budget: Question
  public let amendments: [Amendment]

  public init(budget: Question, amendments: [Amendment]) {
    self.budget = budget
    self.amendments = amendments
  }

  /// Reads a budget and its amendments. Throws `Diagnostics` with what is wrong in any of them.
  public init(budget path: String, amendments paths: [String]) throws(Diagnostics) {
    let budget = try Question(contentsOf: path)
    guard budget.base.gap != .none else {
      throw Diagnostics(
        Diagnostic(
          .wrongValue, "the plan has no gap, so that no amendment of it can balance",
          at: budget.base.range.firstLine, label: "expected a plan with a gap",
          help: "leave out 'gap: none'"))
    }
    var amendments: [Amendment] = []
    var faults: [Diagnostic] = []
    var given: Set<[String]> = []
    for path in paths {
      do throws(Diagnostics) {
        let amendment = try Amendment(contentsOf: path, to: budget)
        if !given.insert(amendment.steps.map(\.file)).inserted { throw amendment.isGivenTwice }
        amendments.append(amendment)
      } catch {
        faults += error.all
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults.eachOnce) }
    self.init(budget: budget, amendments: amendments)
  }

  /// The budget with some of the amendments, given as positions; what two are based on is made once.
  func plan(with positions: [Int]) throws(Diagnostics) -> Plan {
    var made: Set<String> = []
    let steps = positions.flatMap { amendments[$0].steps }
      .filter { made.insert($0.file).inserted }
    return try Question(base: budget.base, scenarios: budget.scenarios + steps).plan()
  }
}

/// A scenario that two or more amendments make of the budget: together it is made once.
public struct SharedStep: Sendable {
  public let scenario: Scenario
  /// The positions of the amendments.
  public let amendments: [Int]
  /// The position of the amendment that it is itself; nil where it is only what they are based on.
  public let own: Int?
}

extension AmendmentQuestion {
  /// What two or more amendments are based on, in the order in which it is first made.
  public var sharedSteps: [SharedStep] {
    var seen: Set<String> = []
    return amendments.flatMap(\.steps).filter { seen.insert($0.file).inserted }.compactMap { step in
      let makers = amendments.indices.filter { position in
        amendments[position].steps.contains { $0.file == step.file }
      }
      let own = makers.first { amendments[$0].scenario.file == step.file }
      return makers.count > 1 ? SharedStep(scenario: step, amendments: makers, own: own) : nil
    }
  }
}

extension [Diagnostic] {
  /// Each fault once, also where two amendments are based on the file that it is in.
  var eachOnce: [Diagnostic] {
    var seen: Set<[String]> = []
    return filter { fault in
      let place = fault.range.map { [$0.file.path, "\($0.bytes)"] } ?? []
      return seen.insert([fault.code.rawValue, fault.message] + place).inserted
    }
  }
}

extension Amendment {
  /// Reads a scenario whose `based-on` leads to a budget. Throws `Diagnostics`.
  fileprivate init(contentsOf path: String, to budget: Question) throws(Diagnostics) {
    let chain = try Question(contentsOf: path)
    guard let scenario = chain.scenarios.last else {
      throw Diagnostics(
        Diagnostic(
          .wrongType, "the file holds a plan", at: chain.base.range.firstLine,
          label: "expected a scenario", help: "an amendment says what it changes in the budget"))
    }
    guard chain.files.starts(with: budget.files) else {
      throw Diagnostics(Amendment.otherPlan(scenario, of: chain, than: budget))
    }
    let steps = Array(chain.scenarios.dropFirst(budget.scenarios.count))
    guard !steps.isEmpty else {
      throw Diagnostics(
        Diagnostic(
          .otherPlan, "the amendment is the budget itself", at: scenario.range.firstLine,
          label: "expected a scenario based on it"))
    }
    self.init(scenario: scenario, steps: steps)
  }

  private static func otherPlan(
    _ scenario: Scenario, of chain: Question, than budget: Question
  ) -> Diagnostic {
    let wanted = budget.file
    let notes = chain.scenarios.dropLast().map { step in
      Diagnostic.Note("'\(step.id)' is based on another in its turn", at: step.basedOnRange)
    }
    return Diagnostic(
      .otherPlan, "the amendment is not based on the budget that it is put to",
      at: scenario.basedOnRange, label: "expected '\(wanted)', or a scenario of it",
      help: "put it to '\(chain.base.range.file.path)', or base it on '\(wanted)'", notes: notes)
  }

  fileprivate var isGivenTwice: Diagnostics {
    Diagnostics(
      Diagnostic(
        .duplicateIdentifier, "the amendment '\(scenario.id)' is given twice",
        at: scenario.range.firstLine, label: "expected each amendment once"))
  }
}

extension Question {
  /// One name for each file of the chain, the plan's first.
  fileprivate var files: [String] {
    [SourceFile.identity(of: base.range.file.path)] + scenarios.map(\.file)
  }
}

extension Scenario {
  /// The file it stands in, however its path is spelt.
  fileprivate var file: String { SourceFile.identity(of: range.file.path) }
}
