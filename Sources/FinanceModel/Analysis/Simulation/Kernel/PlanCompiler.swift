/// Follows the evaluator through a plan once for all draws, and leaves what differs between them as a graph.
///
/// What no input reaches is asked of the evaluator itself and is a constant. A cell whose inputs are
/// not there yet is put back, its input compiled, and it is tried again, as in `Evaluator`.
final class PlanCompiler {
  /// The plan with every input at its first point.
  let index: PlanIndex
  let evaluator: Evaluator
  let inputs: [SampledInput]
  /// One for each input.
  let points: [InputPoints]
  var graph = KernelGraph()
  /// The rows, sections, assumptions and gaps that an input reaches.
  let reached: ReachedNames
  /// The row whose own formula is being compiled, where changes alter what it gives.
  var rowOfEntry: Int?
  /// The input of an assumption's value, by assumption and column.
  private(set) var drawnValues: [[Int]: Int] = [:]
  /// The inputs of the shares delivered of a row, in the order in which they are its last changes.
  private(set) var drawnShares: [Int: [Int]] = [:]

  private var own: [Int: Symbol] = [:]
  private var carried: [Int: Symbol] = [:]
  private var series: [Evaluator.SeriesCell: Symbol] = [:]

  enum Task: Hashable {
    case own(row: Int, column: Int)
    case carried(row: Int, column: Int)
    case series(Evaluator.SeriesCell)
  }

  init(_ plan: Plan, _ inputs: [SampledInput]) {
    self.inputs = inputs
    points = inputs.map { InputPoints($0.points.map(\.trillionths)) }
    index = PlanIndex(plan.drawn(inputs, at: inputs.map { _ in 0 }))
    evaluator = Evaluator(index)
    reached = ReachedNames(index, inputs)
    for (position, input) in inputs.enumerated() {
      switch input.target {
      case .assumption(let id, let columns):
        guard case .assumption(let assumption)? = index.target(id) else { continue }
        for column in columns { drawnValues[[assumption, column]] = position }
      case .delivery(let lines):
        for id in Set(lines) {
          guard case .row(let row)? = index.target(id) else { continue }
          drawnShares[row, default: []].append(position)
        }
      }
    }
  }

  var plan: Plan { index.plan }

  // MARK: Asking

  /// A row's own figure, in its own basis.
  func raw(_ row: Int, _ column: Int) throws(KernelStop) -> Symbol {
    if let cell = index.typed(row, column) { return Symbol(.typed(cell)) }
    if row == rowOfEntry {
      if let known = carried[index.key(row, column)] { return known }
      throw .waits(.carried(row: row, column: column))
    }
    if let known = own[index.key(row, column)] { return known }
    throw .waits(.own(row: row, column: column))
  }

  /// A series of a section, a figure or a gap.
  func series(_ cell: Evaluator.SeriesCell) throws(KernelStop) -> Symbol {
    if !reached.holds(cell.target) { return try constant { $0.series(cell) } }
    if let known = series[cell] { return known }
    throw .waits(.series(cell))
  }

  /// What the evaluator gives where no input reaches.
  func constant(_ body: (Evaluator) -> Computed) throws(KernelStop) -> Symbol {
    let computed = evaluator.resolved { body(evaluator) }
    if computed.isFailed { throw .fault("a figure has no value") }
    return Symbol(computed)
  }

  /// Whatever `body` gives once all that it waits for is compiled.
  func resolved<Result>(
    _ body: () throws(KernelStop) -> Result
  ) throws(KernelStop) -> Result {
    while true {
      do throws(KernelStop) {
        return try body()
      } catch {
        guard case .waits(let task) = error else { throw error }
        try compile(task)
      }
    }
  }

  // MARK: Compiling

  private func compile(_ first: Task) throws(KernelStop) {
    var stack = [first]
    var waiting: Set<Task> = [first]
    while let task = stack.last {
      do throws(KernelStop) {
        rowOfEntry = nil
        store(task, try attempt(task))
        waiting.remove(task)
        stack.removeLast()
      } catch {
        guard case .waits(let next) = error else { throw error }
        if !waiting.insert(next).inserted { throw .unheld("its figures wait for each other") }
        stack.append(next)
      }
    }
    rowOfEntry = nil
  }

  private func attempt(_ task: Task) throws(KernelStop) -> Symbol {
    switch task {
    case .own(let row, let column):
      if !reached.holds(.row(row)) { return try constant { $0.raw(row, column) } }
      return try reporting(column) { () throws(KernelStop) in try computeOwn(row, column) }
    case .carried(let row, let column):
      return try reporting(column) { () throws(KernelStop) in try computeCarried(row, column) }
    case .series(let cell): return try computeSeries(cell)
    }
  }

  private func store(_ task: Task, _ symbol: Symbol) {
    switch task {
    case .own(let row, let column): own[index.key(row, column)] = symbol
    case .carried(let row, let column): carried[index.key(row, column)] = symbol
    case .series(let cell): series[cell] = symbol
    }
  }

  /// Runs `body` for one cell; in a column before the plan a fault is a blank.
  func reporting(
    _ column: Int, _ body: () throws(KernelStop) -> Symbol
  ) throws(KernelStop) -> Symbol {
    let isBefore = column < index.planColumns.lowerBound
    do throws(KernelStop) {
      let symbol = try body()
      if isBefore, symbol.fault != nil {
        throw .unheld("a figure before the plan has a value in some draws only")
      }
      return symbol
    } catch {
      if isBefore, case .fault = error { return .nothing }
      throw error
    }
  }
}
