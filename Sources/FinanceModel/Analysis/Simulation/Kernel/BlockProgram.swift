/// Nodes of a graph as steps over a block of draws, in order, each reading registers and writing one.
///
/// A register holds one number for each draw of a block: 64 bits where the node's range fits, else
/// 128. A step is *narrow* where also everything in between fits 64 bits; its loop is then plain
/// integer arithmetic. All else is computed one by one in `FixedPoint`, as the evaluator does it.
struct BlockProgram: Sendable {
  /// How many draws are taken together, so that what they need stays in the fastest cache.
  static let blockSize = 512

  struct Register: Hashable, Sendable {
    let isWide: Bool
    let place: Int
  }

  /// What leads to a register.
  enum Step: Sendable {
    /// The value of a table at the position that a selector holds for the draw.
    case look(LeafTable, selector: Int)
    case calculate(KernelGraph.Operation, [Register], isNarrow: Bool)
    /// A narrow product or share, with its division made ready.
    case divide(Register, other: Register?, factor: Int64, RoundedDivision)
  }

  private(set) var steps: [(step: Step, result: Register)] = []
  /// Where each target ends up, in the order in which they were asked for.
  private(set) var results: [Register] = []
  private(set) var narrowCount = 0
  private(set) var wideCount = 0

  /// The steps for some nodes, where a few are looked up in tables instead of being calculated.
  init(_ graph: KernelGraph, targets: [Int], leaves: [Int: (table: LeafTable, selector: Int)]) {
    let (needed, lastUse) = BlockProgram.order(graph, targets, leaves)
    var places: [Int: Register] = [:]
    var free: [Bool: [Register]] = [:]
    for (moment, node) in needed.enumerated() {
      let operation = graph[node].operation
      let isLeaf = leaves[node] != nil
      let operands = isLeaf ? [] : operation.operands
      let registers = operands.compactMap { places[$0] }
      let isWide = !BlockProgram.isNarrow(graph[node].range)
      let register = free[isWide]?.popLast() ?? added(isWide: isWide)
      places[node] = register
      if let (table, selector) = leaves[node] {
        steps.append((.look(table, selector: selector), register))
      } else {
        let isNarrow = !isWide && BlockProgram.isNarrow(operation, graph)
        steps.append((BlockProgram.step(operation, registers, isNarrow: isNarrow), register))
      }
      for operand in Set(operands) where lastUse[operand] == moment {
        if let place = places[operand] { free[place.isWide, default: []].append(place) }
      }
    }
    results = targets.compactMap { places[$0] }
  }

  private mutating func added(isWide: Bool) -> Register {
    defer { if isWide { wideCount += 1 } else { narrowCount += 1 } }
    return Register(isWide: isWide, place: isWide ? wideCount : narrowCount)
  }

  /// The nodes that lead to the targets, in order, and when each is read last; a target never is.
  private static func order(
    _ graph: KernelGraph, _ targets: [Int],
    _ leaves: [Int: (table: LeafTable, selector: Int)]
  ) -> (nodes: [Int], lastUse: [Int: Int]) {
    var isNeeded: Set<Int> = []
    var stack = targets
    while let node = stack.popLast() {
      guard isNeeded.insert(node).inserted, leaves[node] == nil else { continue }
      stack += graph[node].operation.operands
    }
    let nodes = isNeeded.sorted()
    var lastUse: [Int: Int] = [:]
    for (moment, node) in nodes.enumerated() where leaves[node] == nil {
      for operand in graph[node].operation.operands { lastUse[operand] = moment }
    }
    for target in targets { lastUse[target] = nil }
    return (nodes, lastUse)
  }

  // MARK: What fits 64 bits

  /// Below 2^62, so that a sum of two stays a number.
  private static let limit: Int128 = 1 << 62

  static func isNarrow(_ range: ClosedRange<Int128>) -> Bool {
    -limit < range.lowerBound && range.upperBound < limit
  }

  /// Whether everything that an operation meets on its way fits.
  private static func isNarrow(_ operation: KernelGraph.Operation, _ graph: KernelGraph) -> Bool {
    guard operation.operands.allSatisfy({ isNarrow(graph[$0].range) }) else { return false }
    func size(_ node: Int) -> Int128 {
      max(-graph[node].range.lowerBound, graph[node].range.upperBound)
    }
    // Each of the numbers is below 2^62, or is checked to be, so no product of two overflows here.
    func fits(_ left: Int128, _ right: Int128, _ divisor: Int128) -> Bool {
      left.magnitude < limit.magnitude && right.magnitude < limit.magnitude
        && divisor.magnitude < limit.magnitude
        && left.magnitude * right.magnitude + divisor.magnitude < limit.magnitude
    }
    switch operation {
    case .input: return false
    case .sum(let constant, let terms):
      guard fits(constant.value, 1, 1) else { return false }
      var sum = constant.value.magnitude
      for term in terms {
        guard fits(size(term.node), term.factor, 1) else { return false }
        sum += size(term.node).magnitude * term.factor.magnitude
      }
      return sum < limit.magnitude
    case .product(let one, let other, let divisor):
      return divisor.value > 0 && fits(size(one), size(other), divisor.value)
    case .share(let one, let factor, let divisor):
      return divisor.value > 0 && fits(size(one), factor.value, divisor.value)
    case .quotient(let one, let factor, let divisor):
      return fits(size(one), factor.value, size(divisor))
    case .smaller, .larger, .magnitude, .test, .choice: return true
    }
  }

  private static func step(
    _ operation: KernelGraph.Operation, _ registers: [Register], isNarrow: Bool
  ) -> Step {
    switch operation {
    case .product(_, _, let divisor) where isNarrow:
      .divide(
        registers[0], other: registers[1], factor: 1, RoundedDivision(by: Int64(divisor.value)))
    case .share(_, let factor, let divisor) where isNarrow:
      .divide(
        registers[0], other: nil, factor: Int64(factor.value),
        RoundedDivision(by: Int64(divisor.value)))
    default: .calculate(operation, registers, isNarrow: isNarrow)
    }
  }
}

/// The values of a node, one for each position of a selector.
enum LeafTable: Sendable {
  case narrow([Int64])
  case wide([Int128])

  init(_ values: [Int128], isNarrow: Bool) {
    self = isNarrow ? .narrow(values.map { Int64($0) }) : .wide(values)
  }
}
