/// A cell that was computed, and what is known of it.
struct Computed: Hashable, Sendable {
  var cell: Cell
  /// Whether something below it is still to be confirmed.
  var isProvisional = false
  /// Whether it could not be computed; the reason has been reported.
  var isFailed = false

  static let blank = Computed(cell: .blank)
  static let failed = Computed(cell: .blank, isFailed: true)

  /// A cell as it was typed.
  static func typed(_ cell: Cell) -> Computed {
    Computed(cell: cell, isProvisional: cell == .toBeConfirmed)
  }
}

/// A value within a formula.
struct Value: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// From a cell that is not a figure: counts as nothing in a sum.
    case nothing
    /// A bare 0: nil pounds or no number, as its neighbours need.
    case zero
    case quantity(Quantity)
  }

  var kind: Kind
  var isProvisional = false

  static let nothing = Value(kind: .nothing)

  init(kind: Kind, isProvisional: Bool = false) {
    self.kind = kind
    self.isProvisional = isProvisional
  }

  init(_ computed: Computed) {
    kind = computed.cell.figure.map(Kind.quantity) ?? .nothing
    isProvisional = computed.isProvisional
  }

  init(_ quantity: Quantity) {
    self.init(kind: .quantity(quantity))
  }

  var quantity: Quantity? {
    if case .quantity(let quantity) = kind { quantity } else { nil }
  }

  var trillionths: Int128 { quantity?.trillionths ?? 0 }
}
