/// Works out nodes for every combination of a few inputs, by the program that draws would run.
struct Tabulator {
  let graph: KernelGraph
  /// The points of each input.
  let points: [InputPoints]
  private let inputNodes: [(node: Int, input: Int)]

  init(_ graph: KernelGraph, points: [InputPoints]) {
    self.graph = graph
    self.points = points
    inputNodes = graph.nodes.indices.compactMap { node in
      if case .input(let input) = graph[node].operation { (node, input) } else { nil }
    }
  }

  private var sizes: [Int] { points.map(\.values.count) }

  /// Runs the nodes over the combinations, a block at a time.
  private func each(
    _ nodes: [Int], over group: InputGroup,
    _ body: (Range<Int>, BlockMachine, [BlockProgram.Register]) -> Void
  ) {
    var leaves: [Int: (table: LeafTable, selector: Int)] = [:]
    for (node, input) in inputNodes {
      guard let place = group.inputs.firstIndex(of: input) else { continue }
      let isNarrow = BlockProgram.isNarrow(graph[node].range)
      leaves[node] = (LeafTable(points[input].values, isNarrow: isNarrow), place)
    }
    let program = BlockProgram(graph, targets: nodes, leaves: leaves)
    let machine = BlockMachine(program)
    let selectors = group.inputs.map { _ in
      UnsafeMutablePointer<Int32>.allocate(capacity: BlockProgram.blockSize)
    }
    defer { for selector in selectors { selector.deallocate() } }
    for first in stride(from: 0, to: group.count, by: BlockProgram.blockSize) {
      let block = first..<min(first + BlockProgram.blockSize, group.count)
      for (place, selector) in selectors.enumerated() {
        // The position moves on after each `stride` combinations, and begins again after `size`.
        let (stride, size) = (group.strides[place], points[group.inputs[place]].values.count)
        var (position, left) = (first / stride % size, stride - first % stride)
        for draw in 0..<block.count {
          selector[draw] = Int32(position)
          left -= 1
          if left == 0 {
            left = stride
            position = position + 1 == size ? 0 : position + 1
          }
        }
      }
      machine.run(block.count, selectors)
      body(block, machine, program.results)
    }
  }

  /// Sums of terms, one for each figure, for every combination, in a unit; nil where one is too large.
  func folded(
    _ figures: [[NodeSum.Term]], over group: InputGroup, unit: Int128
  ) -> [Int64]? {
    guard figures.allSatisfy({ isSmall($0, unit) }) else { return nil }
    let nodes = Set(figures.joined().map(\.node)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    let parts = figures.enumerated().flatMap { figure, terms in
      terms.compactMap { term in
        places[term.node].map {
          (figure, node: $0, factor: Int64(truncatingIfNeeded: term.factor / unit))
        }
      }
    }
    var entries = Array(repeating: Int64(0), count: group.count * figures.count)
    entries.withUnsafeMutableBufferPointer { entries in
      guard let base = entries.baseAddress else { return }
      each(nodes, over: group) { block, machine, registers in
        for (figure, node, factor) in parts {
          let numbers = machine.numbers(registers[node])
          let own = base + (block.lowerBound * figures.count + figure)
          for draw in 0..<block.count { own[draw &* figures.count] += numbers[draw] &* factor }
        }
      }
    }
    return entries
  }

  /// Whether no sum of a figure's terms, and no sum of a few such, leaves 64 bits.
  private func isSmall(_ terms: [NodeSum.Term], _ unit: Int128) -> Bool {
    let limit = Int128(1) << 52
    var sum: Int128 = 0
    for term in terms {
      let range = graph[term.node].range
      guard BlockProgram.isNarrow(range) else { return false }
      let size = max(-range.lowerBound, range.upperBound)
      let (part, overflow) = size.multipliedReportingOverflow(by: abs(term.factor) / unit)
      if overflow || part > limit { return false }
      sum += part
    }
    return sum <= limit
  }

  /// What a program for some nodes looks up: its inputs, and parts that few combinations decide.
  ///
  /// `selectors` gains the groups that are needed.
  func leaves(
    of targets: [Int], selectors: inout [InputGroup], limit: Int
  ) -> [Int: (table: LeafTable, selector: Int)] {
    var chosen: [InputGroup: [Int]] = [:]
    var seen: Set<Int> = []
    var stack = targets
    let sizes = sizes
    while let node = stack.popLast() {
      guard seen.insert(node).inserted, !graph[node].inputs.isEmpty else { continue }
      var most = limit
      if case .input(let input) = graph[node].operation { most = sizes[input] }
      if let group = InputGroup(graph[node].inputs, sizes: sizes, limit: most) {
        chosen[group, default: []].append(node)
      } else {
        stack += graph[node].operation.operands
      }
    }
    var leaves: [Int: (table: LeafTable, selector: Int)] = [:]
    for group in chosen.keys.sorted(by: { $0.inputs.lexicographicallyPrecedes($1.inputs) }) {
      let nodes = chosen[group] ?? []
      let selector = selectors.firstIndex(of: group) ?? selectors.count
      if selector == selectors.count { selectors.append(group) }
      var values = nodes.map { _ in [Int128]() }
      each(nodes, over: group) { block, machine, registers in
        for (place, register) in registers.enumerated() {
          for draw in 0..<block.count { values[place].append(machine.value(register, draw)) }
        }
      }
      for (node, values) in zip(nodes, values) {
        let isNarrow = BlockProgram.isNarrow(graph[node].range)
        leaves[node] = (LeafTable(values, isNarrow: isNarrow), selector)
      }
    }
    return leaves
  }
}
