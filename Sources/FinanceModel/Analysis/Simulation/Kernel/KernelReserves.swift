/// What the kernel needs of a plan's reserves to say for how long they last in a draw.
enum KernelReserves: Sendable {
  case none
  /// One reserve meets every gap, and what is planned of it is the same in every draw, by year.
  case one(planned: [Trillionths])
  /// The balances planned are further figures of a draw, reserve by reserve, each by year.
  case several(count: Int, order: [Int])

  /// How many reserves have figures of their own in a draw.
  var figureCount: Int {
    if case .several(let count, _) = self { count } else { 0 }
  }

  /// For how many years they last where `figures` start with the annual gaps; nil for none.
  func yearsLasted(_ figures: [Int128], gaps: [Int128]) -> Int? {
    let planned: [[Money]]
    let order: [Int]
    switch self {
    case .none: return nil
    case .one(let balances):
      planned = [balances.map { Money(trillionths: $0.value) }]
      order = [0]
    case .several(let count, let found):
      planned = (1...count).map { reserve in
        gaps.indices.map { Money(trillionths: figures[reserve * gaps.count + $0]) }
      }
      order = found
    }
    let draws = ReserveDraws(
      planned: planned, gaps: gaps.map { Money(trillionths: $0) }, order: order)
    let breach = draws.firstBreach(below: planned.map { $0.map { _ in .zero } })
    return breach?.year ?? gaps.count
  }
}

extension PlanCompiler {
  /// What the reserves are planned to hold at the end of each year, as their rows print it.
  func plannedReserves() throws(KernelStop) -> (
    reserves: KernelReserves, balances: [NodeSum], fault: NodeSum?
  ) {
    let reserves = plan.reserves
    if reserves.isEmpty { return (.none, [], nil) }
    var balances: [NodeSum] = []
    var fault: NodeSum?
    for reserve in reserves {
      guard case .row(let row)? = index.target(reserve.id) else { throw .fault("a row is missing") }
      for column in index.planColumns {
        let symbol = try resolved { () throws(KernelStop) in try printed(row, column) }
        balances.append(symbol.sum)
        fault = either(fault, symbol.fault)
      }
    }
    let order = reserves.indices.filter { reserves[$0].meetsGap }
    if reserves.count == 1, order == [0], balances.allSatisfy(\.isConstant) {
      return (.one(planned: balances.map { Trillionths($0.constant) }), [], fault)
    }
    return (.several(count: reserves.count, order: order), balances, fault)
  }
}
