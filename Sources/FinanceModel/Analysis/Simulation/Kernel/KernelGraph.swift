/// The arithmetic of a plan as a graph of whole numbers, each known to lie in a range.
///
/// A node is made once for each operation, and reads nodes made before it, so that their order is an
/// order of calculation. Figures are sums of nodes in trillionths (`NodeSum`); the nodes themselves
/// count in whatever power of ten suits them, so that a figure of £m with three decimals is a small
/// number of thousands of pounds.
struct KernelGraph {
  /// What a node is made of: nodes by their positions, and constants, which are whole numbers of any
  /// unit and lie in two words as `Trillionths` do.
  enum Operation: Hashable {
    /// The value of an input at the point that was drawn.
    case input(Int)
    /// A constant, and nodes times whole numbers.
    case sum(constant: Trillionths, terms: [NodeSum.Term])
    /// left × right ÷ a constant, rounded once.
    case product(Int, Int, divisor: Trillionths)
    /// The node × a constant ÷ a constant, rounded once.
    case share(Int, factor: Trillionths, divisor: Trillionths)
    /// The node × a constant ÷ another node, rounded once; nil where that is nil.
    case quotient(Int, factor: Trillionths, divisor: Int)
    case smaller(Int, Int)
    case larger(Int, Int)
    case magnitude(Int)
    /// 1 where the node compares so with nil, else 0.
    case test(Int, Condition.Comparison)
    /// `then` where the first node is not nil.
    case choice(Int, then: Int, otherwise: Int)
  }

  struct Node {
    let operation: Operation
    /// The bounds that no draw can leave.
    let range: ClosedRange<Int128>
    /// The inputs that it depends on, ascending.
    let inputs: [Int]
  }

  private(set) var nodes: [Node] = []
  private var known: [Operation: Int] = [:]

  subscript(node: Int) -> Node { nodes[node] }

  /// The node of an operation, made where it is not there yet.
  mutating func node(
    _ operation: Operation, in range: ClosedRange<Int128>, inputs: [Int]
  ) -> Int {
    if let node = known[operation] { return node }
    nodes.append(Node(operation: operation, range: range, inputs: inputs))
    known[operation] = nodes.count - 1
    return nodes.count - 1
  }

  /// Like the other, with the inputs of the nodes that the operation reads.
  mutating func node(_ operation: Operation, in range: ClosedRange<Int128>) -> Int {
    if let node = known[operation] { return node }
    return node(operation, in: range, inputs: inputs(of: operation.operands))
  }

  private func inputs(of operands: [Int]) -> [Int] {
    guard let first = operands.first.map({ nodes[$0].inputs }) else { return [] }
    if operands.dropFirst().allSatisfy({ nodes[$0].inputs == first }) { return first }
    return operands.reduce(into: Set<Int>()) { $0.formUnion(nodes[$1].inputs) }.sorted()
  }
}

extension KernelGraph.Operation {
  /// The nodes that it reads.
  var operands: [Int] {
    switch self {
    case .input: []
    case .sum(_, let terms): terms.map(\.node)
    case .product(let left, let right, _), .smaller(let left, let right),
      .larger(let left, let right):
      [left, right]
    case .share(let node, _, _), .magnitude(let node), .test(let node, _): [node]
    case .quotient(let node, _, let divisor): [node, divisor]
    case .choice(let test, let then, let otherwise): [test, then, otherwise]
    }
  }
}
