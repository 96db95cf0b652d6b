/// Reads a plan, computes all of it, and lays its file out.
enum PlanTarget {
  static let path = "./plan.yaml"

  static func hold(_ bytes: [UInt8]) {
    let file = SourceFile(path: path, bytes: bytes)
    let outcome = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let plan = try Plan(file)
      return try answer(plan) + proof(plan)
    }
    FormatProperty.hold(file)
    guard case .answer = outcome, let formatted = try? FormattedFile(file) else { return }
    let laidOut = SourceFile(path: path, text: formatted.text)
    let (before, after) = (
      Outcome { () throws(Diagnostics) in try answer(try Plan(file)) },
      Outcome { () throws(Diagnostics) in try answer(try Plan(laidOut)) }
    )
    require(before == after, "a plan that is laid out anew has the same figures")
  }

  /// The table and the gap of a plan.
  private static func answer(_ plan: Plan) throws(Diagnostics) -> String {
    let answer = try Question(base: plan).answer()
    return shown(.table(answer.result)) + shown(.gap(answer))
  }

  /// What the plan is held against, by its published tables and by the rules.
  private static func proof(_ plan: Plan) throws(Diagnostics) -> String {
    shown(.reconciliation(try plan.reconciled())) + shown(.check(try CheckResult(plan)))
  }
}

/// What `mtfs format` promises of every file that it takes.
enum FormatProperty {
  static func hold(_ file: SourceFile) {
    if let node = try? NodeParser.parse(file) { holdWriting(file, node) }
    guard let formatted = try? FormattedFile(file) else { return }
    do throws(Diagnostics) {
      let again = try FormattedFile(SourceFile(path: file.path, text: formatted.text))
      require(again.text == formatted.text, "what is laid out stays as it is")
      require(again.isFormatted, "what is laid out counts as laid out")
    } catch {
      require(false, "what is laid out can be read: \(DiagnosticRenderer().text(error))")
    }
  }
}
