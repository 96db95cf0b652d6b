/// A value of the evaluator over all draws at once: its kind is the same in each, its amount is a sum.
///
/// It stands to `Value` and `Computed` as a formula stands to a figure, and follows the same rules.
struct Symbol {
  enum Kind {
    /// From a cell that is not a figure: counts as nothing in a sum.
    case nothing
    /// A bare 0: nil pounds or no number, as its neighbours need.
    case zero
    case quantity(NodeSum, isMoney: Bool)
  }

  var kind: Kind
  var isProvisional = false
  /// Whether in some draws it is nothing, and not a figure of nil.
  var mayBeNothing = false
  /// A figure that is 1 in the draws in which it has no value, and 0 in all others; nil where it
  /// always has one.
  var fault: NodeSum?

  static let nothing = Symbol(kind: .nothing)

  init(kind: Kind, isProvisional: Bool = false) {
    self.kind = kind
    self.isProvisional = isProvisional
  }

  init(_ computed: Computed) {
    kind = computed.cell.figure.map { Symbol.kind(of: $0) } ?? .nothing
    isProvisional = computed.isProvisional
  }

  init(_ quantity: Quantity) {
    self.init(kind: Symbol.kind(of: quantity))
  }

  private static func kind(of quantity: Quantity) -> Kind {
    .quantity(NodeSum(quantity.trillionths), isMoney: quantity.isMoney)
  }

  /// The amount and whether it is money; nil for the two that are not figures.
  var quantity: (sum: NodeSum, isMoney: Bool)? {
    if case .quantity(let sum, let isMoney) = kind { (sum, isMoney) } else { nil }
  }

  /// What it counts as in a sum.
  var sum: NodeSum { quantity?.sum ?? NodeSum(0) }

  var isNothing: Bool {
    if case .nothing = kind { true } else { false }
  }

  var isZero: Bool {
    if case .zero = kind { true } else { false }
  }

  /// Whether it is nothing in at least one draw.
  var canBeNothing: Bool { isNothing || mayBeNothing }

  /// The same value with another amount.
  func with(_ sum: NodeSum) -> Symbol {
    guard case .quantity(_, let isMoney) = kind else { return self }
    var symbol = self
    symbol.kind = .quantity(sum, isMoney: isMoney)
    return symbol
  }

  static prefix func - (symbol: Symbol) -> Symbol {
    symbol.with(-symbol.sum)
  }
}
