/// What can be moved to see what becomes of the gap: an assumption or a line.
public enum Lever: Sendable {
  case assumption(Assumption)
  case line(Line)

  /// The name by which files refer to it.
  public var id: Identifier {
    switch self {
    case .assumption(let assumption): assumption.id
    case .line(let line): line.id
    }
  }

  /// The words by which tables name it.
  public var title: String {
    switch self {
    case .assumption(let assumption): assumption.title
    case .line(let line): line.details.title
    }
  }

  /// What its own values count.
  public var unit: Unit {
    switch self {
    case .assumption(let assumption): assumption.unit
    case .line(let line): line.details.unit
    }
  }

  /// Whether it is moved by points: an assumption that is a percentage.
  public var movesByPoints: Bool { assumption?.unit == .percent }

  /// The assumption; nil for a line.
  public var assumption: Assumption? {
    if case .assumption(let assumption) = self { assumption } else { nil }
  }

  /// The line; nil for an assumption.
  public var line: Line? {
    if case .line(let line) = self { line } else { nil }
  }
}

extension Plan {
  /// The assumption or line with an id; nil where there is neither.
  public func lever(_ id: Identifier) -> Lever? {
    if let assumption = assumptions.first(where: { $0.id == id }) { return .assumption(assumption) }
    return rows.lazy.compactMap(\.line).first { $0.id == id }.map(Lever.line)
  }

  /// The values of an assumption in the plan's years, with the years that have one.
  func values(of assumption: Assumption) -> [(year: FinancialYear, value: Quantity)] {
    years.planColumns.compactMap { column in
      assumption.values[column].cell.figure.map { (years.columns[column], $0) }
    }
  }

  /// The plan with changes made, each typed as in the list of a scenario. Throws `Diagnostics`.
  ///
  /// They are read as a scenario's file would be, so that what is tried here is what a file gives.
  func applying(changes: [String]) throws(Diagnostics) -> Plan {
    if changes.isEmpty { return self }
    let list = changes.map { "  - \($0)\n" }.joined()
    let text = "scenario: tried\nbased-on: plan.yaml\nchanges:\n\(list)"
    return try applying(Scenario(SourceFile(path: "the change tried", text: text)))
  }
}

extension Plan {
  /// The gap as it stands. Throws `Diagnostics` where there is none, or a figure has no value.
  func gapThatMoves() throws(Diagnostics) -> GapStatement {
    if let gap = try gapStatement() { return gap }
    throw Diagnostics(
      Diagnostic(
        .wrongValue, "the plan has no gap that could move: it only lists its rows",
        at: range.firstLine, label: "expected a plan without 'gap: none'"))
  }
}
