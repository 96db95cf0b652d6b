/// What some inputs reach through formulas: their own assumptions and lines, and all that reads them.
///
/// It takes names and not years, so it may name a cell that no draw changes; that one then comes out
/// as a constant.
struct ReachedNames {
  private var rows: Set<Int> = []
  private var sections: Set<Identifier> = []
  private var reachesGap = false

  init(_ index: PlanIndex, _ inputs: [SampledInput]) {
    var readers: [Identifier: [Int]] = [:]
    for (row, own) in index.plan.rows.enumerated() {
      for name in own.formulas.reduce(
        into: Set<Identifier>(), { $0.formUnion($1.expression.names) })
      {
        readers[name, default: []].append(row)
      }
    }
    var next: [Int] = []
    for input in inputs {
      switch input.target {
      case .assumption(let id, _): next += readers[id] ?? []
      case .delivery(let lines):
        for case .row(let row)? in lines.map(index.target) { next.append(row) }
      }
    }
    while let row = next.popLast() {
      guard rows.insert(row).inserted, let details = index.plan.rows[row].details else { continue }
      next += readers[details.id] ?? []
      guard let line = index.plan.rows[row].line else { continue }
      if let section = details.section, sections.insert(section).inserted {
        next += readers[section] ?? []
      }
      if line.role != .memorandum, !reachesGap {
        reachesGap = true
        for kind in GapKind.allCases {
          next += Identifier(kind.rawValue).flatMap { readers[$0] } ?? []
        }
      }
    }
  }

  /// Whether a draw may change it; of an assumption only its value in a year says.
  func holds(_ target: PlanIndex.Target) -> Bool {
    switch target {
    case .row(let row): rows.contains(row)
    case .section(let id): sections.contains(id)
    case .assumption: false
    case .gap: reachesGap
    }
  }
}
