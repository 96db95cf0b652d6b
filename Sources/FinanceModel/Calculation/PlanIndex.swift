/// Where each name of a plan leads, worked out once.
struct PlanIndex: Sendable {
  let plan: Plan
  let columnCount: Int
  let planColumns: Range<Int>
  private let targets: [Identifier: Target]
  /// The positions of the lines of each section, in order.
  let linesOfSection: [Identifier: [Int]]
  /// The positions of all lines that enter the gap.
  let gapLines: [Int]
  /// Those of them whose money is for one year only.
  let oneOffLines: [Int]
  /// For each row, whether its figures are turned where they enter the gap.
  let isTurned: [Bool]
  /// For each row, whether it is a one-off in a section that prints changes.
  let printsChangeOfOneOff: [Bool]

  /// What a name stands for.
  enum Target: Hashable, Sendable {
    case row(Int)
    case section(Identifier)
    case assumption(Int)
    case gap(GapKind)
  }

  init(_ plan: Plan) {
    self.plan = plan
    columnCount = plan.years.columnCount
    planColumns = plan.years.planColumns
    var targets: [Identifier: Target] = [:]
    var lines: [Identifier: [Int]] = [:]
    let sections = Dictionary(
      plan.sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for kind in GapKind.allCases {
      if let id = Identifier(kind.rawValue) { targets[id] = .gap(kind) }
    }
    for section in plan.sections {
      targets[section.id] = .section(section.id)
      lines[section.id] = []
    }
    for (index, assumption) in plan.assumptions.enumerated() {
      targets[assumption.id] = .assumption(index)
    }
    for (index, row) in plan.rows.enumerated() {
      guard let details = row.details else { continue }
      targets[details.id] = .row(index)
      if let section = details.section, row.line != nil { lines[section]?.append(index) }
    }
    self.targets = targets
    linesOfSection = lines
    let gapLines = plan.rows.indices.filter { index in
      plan.rows[index].line.map { $0.role != .memorandum } ?? false
    }
    self.gapLines = gapLines
    oneOffLines = gapLines.filter { index in
      plan.rows[index].line.map { $0.basis == .oneOff || $0.role == .reserves } ?? false
    }
    let rowSections = plan.rows.map { row in row.details?.section.flatMap { sections[$0] } }
    isTurned = rowSections.map { $0?.signs == .incomePositive }
    printsChangeOfOneOff = zip(plan.rows, rowSections).map { row, section in
      row.line?.basis == .oneOff && section?.shows != .levels
    }
  }

  func target(_ name: Identifier) -> Target? { targets[name] }
}
