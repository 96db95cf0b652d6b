/// What one change of a scenario reaches: each line and assumption, before and after it.
public struct ChangeRecord: Sendable {
  public let change: Change
  public let rows: [ChangedRow]
}

/// A line or an assumption that a change reaches, in the figures that it is typed in.
public struct ChangedRow: Sendable {
  public let id: Identifier
  public let title: String
  let unit: Unit
  let decimals: Int
  /// One cell for each plan year; nil for a line that the change inserts.
  public let before: [Cell]?
  /// One cell for each plan year.
  public let after: [Cell]
  /// The years that the change reaches, as positions among the plan's.
  public let years: [Int]
  /// Where the value that it changes was set.
  public let wasSetAt: SourceRange
  /// The changes whose value it replaces.
  public let overlaps: [Overlap]

  /// An earlier change of the same cells, which this one puts out of force.
  public struct Overlap: Sendable {
    public let change: String
    public let place: SourceRange
    /// Positions among the plan's years.
    public let years: [Int]
  }
}

/// Writes down what one change after another reaches.
struct ChangeRecorder {
  private(set) var records: [ChangeRecord] = []
  /// The changes made so far, by where they stand.
  private var made: [SourceRange: String] = [:]

  /// Takes down a change from the plan before it and the plan after it.
  mutating func record(_ change: Change, from before: Evaluator, to after: Evaluator) {
    let comparison = ChangeComparison(change: change, before: before, after: after, made: made)
    records.append(comparison.record)
    made[change.range] = change.name
  }
}

/// Two plans that one change lies between.
private struct ChangeComparison {
  let change: Change
  let before: Evaluator
  let after: Evaluator
  let made: [SourceRange: String]

  var record: ChangeRecord {
    // Rows keep their order, so that an inserted one is the first that differs.
    var old = 0
    let lines = after.plan.rows.indices.compactMap { index -> ChangedRow? in
      let row = after.plan.rows[index]
      guard old < before.plan.rows.count, before.plan.rows[old].id == row.id else {
        return row.line.map { inserted($0, index) }
      }
      old += 1
      return row.line.flatMap { changed($0, old - 1, index) }
    }
    let assumptions = after.plan.assumptions.indices.compactMap(assumption)
    return ChangeRecord(change: change, rows: lines + assumptions)
  }

  private var columns: Range<Int> { after.plan.years.planColumns }

  private func cells(_ evaluator: Evaluator, _ row: Int) -> [Cell] {
    columns.map { column in evaluator.resolved { evaluator.raw(row, column) }.cell }
  }

  private func inserted(_ line: Line, _ row: Int) -> ChangedRow {
    ChangedRow(
      id: line.id, title: line.details.title, unit: line.details.unit,
      decimals: line.details.decimals, before: nil, after: cells(after, row),
      years: Array(0..<columns.count), wasSetAt: line.details.range.firstLine, overlaps: [])
  }

  private func changed(_ line: Line, _ old: Int, _ new: Int) -> ChangedRow? {
    guard let was = before.plan.rows[old].line, let last = line.adjustments.last,
      line.adjustments.count > was.adjustments.count
    else { return nil }
    let reached = columns.filter { last.columns.contains($0) }
    var overlaps: [SourceRange: [Int]] = [:]
    for column in reached where last.replaces {
      for earlier in was.adjustments where earlier.columns.contains(column) {
        overlaps[earlier.range, default: []].append(column - columns.lowerBound)
      }
    }
    return ChangedRow(
      id: line.id, title: line.details.title, unit: line.details.unit,
      decimals: line.details.decimals, before: cells(before, old), after: cells(after, new),
      years: reached.map { $0 - columns.lowerBound },
      wasSetAt: place(was, reached.first ?? columns.lowerBound), overlaps: named(overlaps))
  }

  /// Where the value of a line's cell was set: by the last change of it, or in the plan.
  private func place(_ line: Line, _ column: Int) -> SourceRange {
    if let last = line.adjustments.last(where: { $0.columns.contains(column) }),
      made[last.range] != nil
    {
      return last.range
    }
    switch line.details.entries[column] {
    case .typed(_, let range): return range
    case .formula(let formula): return formula.range
    case .blank: return line.details.range.firstLine
    }
  }

  private func assumption(_ index: Int) -> ChangedRow? {
    let new = after.plan.assumptions[index]
    let old = before.plan.assumptions[index]
    let reached = columns.filter { new.values[$0].range == change.range }
    guard let first = reached.first else { return nil }
    var overlaps: [SourceRange: [Int]] = [:]
    if case .set = change.operation {
      for column in reached where made[old.values[column].range] != nil {
        overlaps[old.values[column].range, default: []].append(column - columns.lowerBound)
      }
    }
    return ChangedRow(
      id: new.id, title: new.title, unit: new.unit, decimals: new.unit.defaultDecimals,
      before: columns.map { old.values[$0].cell }, after: columns.map { new.values[$0].cell },
      years: reached.map { $0 - columns.lowerBound }, wasSetAt: old.values[first].range,
      overlaps: named(overlaps))
  }

  /// Overlaps in the order in which the changes stand.
  private func named(_ found: [SourceRange: [Int]]) -> [ChangedRow.Overlap] {
    found.compactMap { range, years in
      made[range].map { ChangedRow.Overlap(change: $0, place: range, years: years) }
    }
    .sorted {
      ($0.place.file.path, $0.place.bytes.lowerBound)
        < ($1.place.file.path, $1.place.bytes.lowerBound)
    }
  }
}
