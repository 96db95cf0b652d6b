extension Report {
  /// What the rules found, one row for each finding.
  public static func check(_ result: CheckResult) -> Report {
    var report = Report(title: "Check", subtitles: [result.summary])
    if result.findings.isEmpty { return report }
    report.blocks = [
      .table(
        ReportTable(
          caption: "Findings", stub: "Finding", columns: ["Severity", "Rule", "Place"],
          rows: result.findings.map { finding in
            ReportTable.Row(
              .line, finding.message,
              [
                .text(finding.rule.severity.rawValue), .text(finding.rule.id),
                .text(finding.range.place),
              ])
          })),
      .notes(result.rules.map { "\($0.id): \($0.why). To mend it, \($0.mending)." }),
    ]
    return report
  }
}

extension CheckResult {
  /// What `check --format json` holds.
  public var json: JSONValue {
    .object([
      ("schema", 1),
      (
        "findings",
        .array(
          findings.map { finding in
            .object([
              ("rule", .string(finding.rule.id)),
              ("severity", .string(finding.rule.severity.rawValue)),
              ("file", .string(finding.range.file.path)), ("line", .integer(finding.range.line)),
              ("column", .integer(finding.range.column)), ("message", .string(finding.message)),
              ("why", .string(finding.rule.why)), ("help", .string(finding.help)),
            ])
          })
      ),
      (
        "summary",
        .object([("error", .integer(count(.error))), ("warning", .integer(count(.warning)))])
      ),
    ])
  }

  /// `1 error, 2 warnings`.
  fileprivate var summary: String {
    func words(_ severity: Diagnostic.Severity) -> String {
      let count = count(severity)
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(words(.error)), \(words(.warning))"
  }

  /// The rules that found something, in their order.
  fileprivate var rules: [CheckRule] {
    let found = Set(findings.map(\.rule.id))
    return CheckRule.all.filter { found.contains($0.id) }
  }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    findings.count { $0.rule.severity == severity }
  }
}
