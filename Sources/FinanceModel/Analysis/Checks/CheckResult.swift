/// What the rules found in one or more files.
public struct CheckResult: Sendable {
  /// In the order of the files, and by place within each.
  public let findings: [Finding]

  /// Whether a rule of severity error found something.
  public var hasErrors: Bool { findings.contains { $0.rule.severity == .error } }

  /// Checks plans and scenarios. Throws `Diagnostics` with all that is wrong in any of the files.
  ///
  /// A plan is checked when it is given itself, and not once more for each scenario of it.
  public init(contentsOf paths: [String]) throws(Diagnostics) {
    var findings: [Finding] = []
    var faults: [Diagnostic] = []
    var seen: Set<String> = []
    for path in paths where seen.insert(path).inserted {
      do {
        findings += try CheckResult.findings(try Question(contentsOf: path))
      } catch {
        faults += error.all
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    self.findings = CheckResult.sorted(findings)
  }

  /// Checks a plan that is already loaded. Throws `Diagnostics` when it does not compute.
  public init(_ plan: Plan) throws(Diagnostics) {
    findings = CheckResult.sorted(try CheckResult.findings(Question(base: plan)))
  }

  private static func findings(_ question: Question) throws(Diagnostics) -> [Finding] {
    guard let scenario = question.scenarios.last else {
      return findings(try CheckSubject(question.base), .plan)
    }
    // Of the plan's rows only those that stand in the scenario's own file: what it inserts. Such a
    // line can be in no published table.
    let inserted = findings(try CheckSubject(try question.plan()), .plan).filter {
      $0.range.file == scenario.range.file && $0.rule.id != CheckRule.publishedRowUnmatched.id
    }
    return findings(try CheckSubject(question), .scenario) + inserted
  }

  private static func findings(_ subject: CheckSubject, _ kind: CheckRule.Kind) -> [Finding] {
    CheckRule.all.filter { $0.reads == kind }.flatMap { rule in
      rule.find(subject).map { Finding(rule, $0) }
    }
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    var order: [String: Int] = [:]
    for finding in findings where order[finding.range.file.path] == nil {
      order[finding.range.file.path] = order.count
    }
    return findings.enumerated().map { index, finding in
      (
        file: order[finding.range.file.path] ?? 0, start: finding.range.bytes.lowerBound,
        index: index, finding: finding
      )
    }.sorted { ($0.file, $0.start, $0.index) < ($1.file, $1.start, $1.index) }.map(\.finding)
  }
}
