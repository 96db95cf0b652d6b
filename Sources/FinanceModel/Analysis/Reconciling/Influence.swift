/// How each published cell enters the formula of another: added so many times, or in another way.
///
/// It follows the rules of `Evaluator`, but only reads the formula; what it has not seen of the
/// published cells that an evaluation touches must be taken to enter in another way.
struct Influence {
  /// How many times each input is added, below nil where it is subtracted; by `Evaluator.key`.
  private(set) var times: [Int: Int] = [:]
  /// The inputs that are also multiplied, compared or rounded.
  private(set) var others: Set<Int> = []
  private let evaluator: Evaluator
  /// Keeps a web of rows that are not published from being walked for ever.
  private var steps = 0
  private var depth = 0

  private static let mostSteps = 1_000_000
  private static let mostDepth = 200

  /// `evaluator` holds the published cells; only which they are matters, not what is in them.
  init(on row: Int, _ column: PublishedTable.Column, by evaluator: Evaluator) {
    self.evaluator = evaluator
    switch column {
    case .position(let column): computed(row, column, 1)
    case .total: total(row)
    }
  }

  private var index: PlanIndex { evaluator.index }

  private mutating func total(_ row: Int) {
    switch index.plan.rows[row].details?.inTotal {
    case .sum: for column in index.planColumns { printed(row, column, 1) }
    case .last: printed(row, index.planColumns.upperBound - 1, 1)
    default: break
    }
  }

  // MARK: Rows; `times` is nil where a value is not only added

  private mutating func isPublished(_ row: Int, _ column: Int, _ times: Int?) -> Bool {
    let key = evaluator.key(row, column)
    guard evaluator.published[key] != nil else { return false }
    if let times { self.times[key, default: 0] += times } else { others.insert(key) }
    return true
  }

  private mutating func printed(_ row: Int, _ column: Int, _ times: Int?) {
    if !isPublished(row, column, times) { computed(row, column, times) }
  }

  private mutating func computed(_ row: Int, _ column: Int, _ times: Int?) {
    if printsChange(row, column) { start(row, before: column, times.map { -$0 }) }
    raw(row, column, times)
  }

  private mutating func own(_ row: Int, _ column: Int, _ times: Int?) {
    if printsChange(row, column) || !isPublished(row, column, times) { raw(row, column, times) }
  }

  /// The entry of a row: what rounds or scales it lets nothing pass unchanged.
  private mutating func raw(_ row: Int, _ column: Int, _ times: Int?) {
    guard let details = index.plan.rows[row].details, details.entries.indices.contains(column),
      case .formula(let formula) = details.entries[column]
    else { return }
    let isAdjusted = !(index.plan.rows[row].line?.adjustments ?? []).isEmpty
    formulaParts(
      formula.expression, column, .printed, details.rounding == nil && !isAdjusted ? times : nil)
  }

  private mutating func line(
    _ row: Int, _ reading: Evaluator.Reading, _ column: Int, _ times: Int?
  ) {
    switch reading {
    case .printed: printed(row, column, times)
    case .series(.annual): annual(row, column, times)
    case .series(.cumulative): cumulative(row, column, times)
    case .series(.level):
      guard index.planColumns.contains(column) else { return own(row, column, times) }
      start(row, before: index.planColumns.lowerBound, times)
      cumulative(row, column, times)
    }
  }

  private mutating func annual(_ row: Int, _ column: Int, _ times: Int?) {
    guard index.planColumns.contains(column), let line = index.lines[row] else { return }
    if line.basis == .recurring { return own(row, column, times) }
    if printsChange(row, column), isPublished(row, column, times) { return }
    start(row, before: column, times.map { -$0 })
    own(row, column, times)
  }

  private mutating func cumulative(_ row: Int, _ column: Int, _ times: Int?) {
    guard index.planColumns.contains(column) else { return }
    for year in index.planColumns.lowerBound...column { annual(row, year, times) }
  }

  private mutating func start(_ row: Int, before column: Int, _ times: Int?) {
    let isMemo =
      column == index.planColumns.lowerBound && index.lines[row]?.baseIsMemo ?? false
    if column > 0, !isMemo { own(row, column - 1, times) }
  }

  private func printsChange(_ row: Int, _ column: Int) -> Bool {
    index.lines[row]?.printsChange ?? false && index.planColumns.contains(column)
  }

  // MARK: Formulas

  private mutating func formulaParts(
    _ expression: Expression, _ column: Int, _ reading: Evaluator.Reading, _ times: Int?
  ) {
    steps += 1
    guard steps < Influence.mostSteps, depth < Influence.mostDepth else { return }
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .money, .number, .zero: break
    case .name(let name): reference(name, column, reading, times)
    case .negative(let inner): formulaParts(inner, column, reading, times.map { -$0 })
    case .sum(let terms):
      for term in terms {
        formulaParts(
          term.expression, column, reading, term.isSubtracted ? times.map { -$0 } : times)
      }
    case .call(.sum, let values):
      for value in values { formulaParts(value, column, reading, times) }
    case .series(let series, let name): reference(name, column, .series(series), times)
    case .base(let name):
      if let base = index.plan.years.baseColumn { reference(name, base, .printed, times) }
    case .previous(let inner, let other):
      if column > 0 {
        formulaParts(inner, column - 1, .printed, times)
      } else if let other {
        formulaParts(other, column, .printed, times)
      }
    case .total(let inner):
      for year in index.planColumns { formulaParts(inner, year, .printed, times) }
    case .at(let inner, .year(let year)):
      if let column = index.plan.years.column(of: year) {
        formulaParts(inner, column, .printed, times)
      }
    default: for part in expression.parts { formulaParts(part, column, reading, nil) }
    }
  }

  private mutating func reference(
    _ name: Identifier, _ column: Int, _ reading: Evaluator.Reading, _ times: Int?
  ) {
    switch index.target(name) {
    case .row(let row):
      if reading == .printed || index.plan.rows[row].line != nil {
        line(row, reading, column, times)
      } else if case .formula(let formula)? = index.plan.rows[row].details?.entries.last {
        formulaParts(formula.expression, column, reading, times)
      }
    case .section(let id):
      for row in index.linesOfSection[id] ?? [] { line(row, reading, column, times) }
    case .gap(let kind): gap(kind, reading, column, times)
    case .assumption, nil: break
    }
  }

  // MARK: Gaps

  private mutating func gap(
    _ kind: GapKind, _ reading: Evaluator.Reading, _ column: Int, _ times: Int?
  ) {
    let first = index.planColumns.lowerBound
    let isAnnual = reading == .printed ? kind != .structural : reading == .series(.annual)
    guard isAnnual ? index.planColumns.contains(column) : column >= first - 1 else { return }
    if !isAnnual { base(kind, times) }
    if column >= first {
      for year in (isAnnual ? column : first)...column { lines(of: kind, .annual, year, times) }
    }
    guard kind == .structural, column >= first else { return }
    oneOffs(column, times.map { -$0 })
    if isAnnual, column > first { oneOffs(column - 1, times) }
  }

  /// What a gap starts from in the base year.
  private mutating func base(_ kind: GapKind, _ times: Int?) {
    guard case .computed = index.plan.gap, let base = index.plan.years.baseColumn,
      index.gapLines.contains(where: { index.lines[$0]?.role == .cost })
    else { return }
    lines(of: kind, .level, base, times)
  }

  private mutating func lines(
    of kind: GapKind, _ series: Series, _ column: Int, _ times: Int?
  ) {
    for row in index.gapLines where evaluator.isCounted(row, in: kind) {
      line(row, .series(series), column, signed(times, row))
    }
  }

  private mutating func oneOffs(_ column: Int, _ times: Int?) {
    for row in index.oneOffLines { line(row, .series(.level), column, signed(times, row)) }
  }

  private func signed(_ times: Int?, _ row: Int) -> Int? {
    index.lines[row]?.isTurned ?? false ? times.map { -$0 } : times
  }
}
