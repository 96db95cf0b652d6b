/// Works out nodes for every combination of a few inputs, by the program that draws would run.
struct Tabulator {
  let graph: KernelGraph
  /// The points of each input, in trillionths.
  let points: [[Int128]]
  private let inputNodes: [(node: Int, input: Int)]

  init(_ graph: KernelGraph, points: [[Int128]]) {
    self.graph = graph
    self.points = points
    inputNodes = graph.nodes.indices.compactMap { node in
      if case .input(let input) = graph[node].operation { (node, input) } else { nil }
    }
  }

  /// Runs the nodes over the combinations, a block at a time.
  private func each(
    _ nodes: [Int], over group: InputGroup,
    _ body: (Range<Int>, BlockMachine, [BlockProgram.Register]) -> Void
  ) {
    var leaves: [Int: (table: LeafTable, selector: Int)] = [:]
    for (node, input) in inputNodes {
      if let place = group.inputs.firstIndex(of: input) {
        leaves[node] = (leaf(node, input), place)
      }
    }
    let program = BlockProgram(graph, targets: nodes, leaves: leaves)
    let machine = BlockMachine(program)
    let selectors = group.inputs.map { _ in
      UnsafeMutablePointer<Int32>.allocate(capacity: BlockProgram.blockSize)
    }
    defer { for selector in selectors { selector.deallocate() } }
    let sizes = points.map(\.count)
    for first in stride(from: 0, to: group.count, by: BlockProgram.blockSize) {
      let block = first..<min(first + BlockProgram.blockSize, group.count)
      for combination in block {
        for (selector, position) in zip(selectors, group.positions(combination, sizes: sizes)) {
          selector[combination - first] = Int32(position)
        }
      }
      machine.run(block.count, selectors)
      body(block, machine, program.results)
    }
  }

  /// The points of an input, in the unit of its node.
  private func leaf(_ node: Int, _ input: Int) -> LeafTable {
    let unit = NodeSum.unit(of: points[input].map { NodeSum($0) })
    return LeafTable(
      points[input].map { $0 / unit }, isNarrow: BlockProgram.isNarrow(graph[node].range))
  }

  /// Sums of terms, one for each figure, for every combination, in a unit; nil beyond 64 bits.
  func folded(
    _ figures: [[NodeSum.Term]], over group: InputGroup, unit: Int128
  ) -> [Int64]? {
    let nodes = Set(figures.joined().map(\.node)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(nodes, nodes.indices))
    var entries = Array(repeating: Int64(0), count: group.count * figures.count)
    var fits = true
    each(nodes, over: group) { block, machine, registers in
      for (figure, terms) in figures.enumerated() {
        let parts = terms.compactMap { term in
          places[term.node].map { (register: registers[$0], factor: term.factor) }
        }
        for combination in block where !parts.isEmpty {
          let sum = parts.reduce(Int128(0)) {
            $0 + machine.value($1.register, combination - block.lowerBound) * $1.factor
          }
          // So that no sum of entries, and no difference, leaves 64 bits.
          if abs(sum / unit) >= 1 << 52 { fits = false }
          entries[combination * figures.count + figure] = Int64(truncatingIfNeeded: sum / unit)
        }
      }
    }
    return fits ? entries : nil
  }

  /// What a program for some nodes looks up: its inputs, and parts that few combinations decide.
  ///
  /// `selectors` gains the groups that are needed.
  func leaves(
    of targets: [Int], selectors: inout [InputGroup], limit: Int
  ) -> [Int: (table: LeafTable, selector: Int)] {
    let sizes = points.map(\.count)
    var chosen: [InputGroup: [Int]] = [:]
    var seen: Set<Int> = []
    var stack = targets
    while let node = stack.popLast() {
      guard seen.insert(node).inserted else { continue }
      if graph[node].inputs.isEmpty { continue }
      var most = limit
      if case .input(let input) = graph[node].operation { most = sizes[input] }
      if let group = InputGroup(graph[node].inputs, sizes: sizes, limit: most) {
        chosen[group, default: []].append(node)
      } else {
        stack += graph[node].operation.operands
      }
    }
    var leaves: [Int: (table: LeafTable, selector: Int)] = [:]
    for (group, nodes) in chosen.sorted(by: {
      $0.key.inputs.lexicographicallyPrecedes($1.key.inputs)
    }) {
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
