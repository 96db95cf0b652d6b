/// Computes the cells of a plan, each when it is first asked for.
///
/// A cell whose inputs are not there yet is put back, its inputs computed, and it is tried again, so
/// that no chain of formulas is too long for the stack and a cycle shows as a cell that waits for
/// itself. With `published` cells, references read those in place of the plan's own.
final class Evaluator {
  let index: PlanIndex
  /// Cells that stand in for printed ones, by `key`.
  let published: [Int: Cell]
  /// Cells that stand in for published ones for a trial.
  let replacing: [Int: Cell]
  private(set) var problems: [Diagnostic] = []
  /// The published cells that were read, by `key`.
  var touched: Set<Int> = []
  /// The row whose own formula is being computed, where changes alter what it gives.
  var rowOfEntry: Int?
  /// The rows in which typed money has been moved.
  var moved: [Int: MovingYears] = [:]

  private var own: [Int: Computed] = [:]
  private var series: [SeriesCell: Computed] = [:]
  /// What the formula of a changed row sees of the row itself, by `key`.
  private var carried: [Int: Computed] = [:]
  /// What the cell being tried still waits for.
  private var missing: [Task] = []
  /// The cells being tried, each waiting for the next.
  private var waiting: [Task] = []
  /// Where each of them stands in `waiting`.
  private var position: [Task: Int] = [:]
  private var reportedCycles: Set<Set<PlanIndex.Target>> = []

  init(_ index: PlanIndex, published: [Int: Cell] = [:], replacing: [Int: Cell] = [:]) {
    self.index = index
    self.published = published
    self.replacing = replacing
  }

  /// Which of a row's figures is meant.
  enum Reading: Hashable {
    case printed
    case series(Series)
  }

  struct SeriesCell: Hashable {
    let target: PlanIndex.Target
    let reading: Reading
    let column: Int
  }

  private enum Task: Hashable {
    case own(row: Int, column: Int)
    case carried(row: Int, column: Int)
    case series(SeriesCell)
  }

  var plan: Plan { index.plan }

  /// The position of a cell in one list of all cells.
  func key(_ row: Int, _ column: Int) -> Int { index.key(row, column) }

  var isWaiting: Bool { !missing.isEmpty }

  // MARK: Asking

  /// A row's own figure, in its own basis: typed or computed, never the published one.
  func raw(_ row: Int, _ column: Int) -> Computed {
    if let cell = index.typed(row, column) { return .typed(cell) }
    if row == rowOfEntry { return carried(row, column) }
    if let known = own[key(row, column)] { return known }
    missing.append(.own(row: row, column: column))
    return .blank
  }

  /// A row's figure as its own formula sees it.
  private func carried(_ row: Int, _ column: Int) -> Computed {
    if let known = carried[key(row, column)] { return known }
    missing.append(.carried(row: row, column: column))
    return .blank
  }

  /// A series of a section, a figure or a gap.
  func series(_ cell: SeriesCell) -> Computed {
    if let known = series[cell] { return known }
    missing.append(.series(cell))
    return .blank
  }

  /// Whatever `body` gives, or throws, once all that it waits for is computed.
  func resolvedOrFault<Result>(
    _ body: () throws(Diagnostics) -> Result
  ) throws(Diagnostics) -> Result {
    while true {
      missing = []
      let result: Swift.Result<Result, Diagnostics>
      do throws(Diagnostics) {
        result = .success(try body())
      } catch {
        result = .failure(error)
      }
      if missing.isEmpty { return try result.get() }
      compute(missing)
    }
  }

  /// Like `resolvedOrFault`; where a figure below has no value, throws what was wrong with it.
  func valueOrFault<Result>(
    _ body: () throws(Diagnostics) -> Result
  ) throws(Diagnostics) -> Result {
    do throws(Diagnostics) {
      return try resolvedOrFault(body)
    } catch {
      throw error.all.isEmpty ? Diagnostics(problems) : error
    }
  }

  /// Whatever `body` gives once all that it waits for is computed.
  func resolved<Result>(_ body: () -> Result) -> Result {
    while true {
      missing = []
      let result = body()
      if missing.isEmpty { return result }
      compute(missing)
    }
  }

  // MARK: Computing

  private func compute(_ tasks: [Task]) {
    var stack = tasks
    while let task = stack.last {
      if isDone(task) {
        stack.removeLast()
        continue
      }
      missing = []
      if waiting.last != task {
        position[task] = waiting.count
        waiting.append(task)
      }
      let result = attempt(task)
      if missing.isEmpty {
        store(task, result)
      } else if let start = missing.compactMap({ position[$0] }).min() {
        reportCycle(Array(waiting[start...]))
        while waiting.count > start { store(waiting[waiting.count - 1], .failed) }
      } else {
        stack += missing
      }
    }
    missing = []
  }

  private func isDone(_ task: Task) -> Bool {
    switch task {
    case .own(let row, let column): own[key(row, column)] != nil
    case .carried(let row, let column): carried[key(row, column)] != nil
    case .series(let cell): series[cell] != nil
    }
  }

  /// Keeps the result of the last of the waiting cells, which then waits no more.
  private func store(_ task: Task, _ result: Computed) {
    switch task {
    case .own(let row, let column): own[key(row, column)] = result
    case .carried(let row, let column): carried[key(row, column)] = result
    case .series(let cell): series[cell] = result
    }
    waiting.removeLast()
    position[task] = nil
  }

  private func attempt(_ task: Task) -> Computed {
    switch task {
    case .own(let row, let column): return computeOwn(row, column)
    case .carried(let row, let column): return computeCarried(row, column)
    case .series(let cell): return computeSeries(cell)
    }
  }

  /// Runs `body` for one cell. Its fault is reported, but in a column before the plan it is a blank:
  /// figures compute there where their inputs have figures.
  func reporting(column: Int?, _ body: () throws(Diagnostics) -> Computed) -> Computed {
    do {
      return try body()
    } catch {
      if isWaiting { return .blank }
      if let column, column < index.planColumns.lowerBound { return .blank }
      problems += error.all
      return .failed
    }
  }

  /// Reports once that a total, a series or a gap is beyond what a figure may be.
  func reportTooLarge() {
    guard !isWaiting, !problems.contains(where: { $0.code == .figureTooLarge }) else { return }
    problems.append(
      Diagnostic(
        .figureTooLarge, "a total, a series or a gap is 1,000,000,000,000,000 or more",
        at: plan.range.firstLine, label: "expected figures that add up to less",
        help: "check the units of the largest figures"))
  }

  // MARK: Cycles

  /// How many rows of a cycle are shown; all are named.
  private static let mostNotes = 20

  private func reportCycle(_ tasks: [Task]) {
    var places: [(target: PlanIndex.Target, column: Int)] = []
    for task in tasks {
      let place =
        switch task {
        case .own(let row, let column), .carried(let row, let column):
          (target: PlanIndex.Target.row(row), column: column)
        case .series(let cell): (target: cell.target, column: cell.column)
        }
      if places.last.map({ $0 == place }) != true { places.append(place) }
    }
    guard let first = places.first, reportedCycles.insert(Set(places.map(\.target))).inserted else {
      return
    }
    let names = places.map { "'\(name($0.target))' (\(plan.name(ofColumn: $0.column)))" }
    let chain = (names + [names[0]]).joined(separator: " needs ")
    let range = range(first.target, first.column)
    problems.append(
      Diagnostic(
        .cycle, places.count == 1 ? "\(names[0]) needs itself" : "a cycle: \(chain)",
        at: range, label: "expected a formula that can be computed before its row is needed",
        help: "refer to the year before with previous(...), or break the chain in one of its rows",
        notes: places.dropFirst().prefix(Evaluator.mostNotes).map { place in
          Diagnostic.Note(
            "'\(name(place.target))' is made here", at: self.range(place.target, place.column))
        }))
  }

  private func name(_ target: PlanIndex.Target) -> String {
    switch target {
    case .row(let row): plan.rows[row].id?.name ?? ""
    case .section(let id): id.name
    case .assumption(let assumption): plan.assumptions[assumption].id.name
    case .gap(let kind): kind.rawValue
    }
  }

  private func range(_ target: PlanIndex.Target, _ column: Int) -> SourceRange {
    switch target {
    case .row(let row):
      if case .formula(let formula)? = plan.rows[row].details?.entries[column] {
        return formula.range
      }
      return plan.rows[row].range
    case .section(let id): return plan.sections.first { $0.id == id }?.range ?? plan.range
    case .assumption(let assumption): return plan.assumptions[assumption].range
    case .gap: return plan.range
    }
  }
}
