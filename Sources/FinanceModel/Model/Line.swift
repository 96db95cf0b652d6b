/// A row with a role, whose figures enter the gap on one of three bases.
public struct Line: Sendable {
  public var details: RowDetails
  public let role: Role
  public let basis: Basis
  /// Whether the base-year figure is only shown, and not the start of the line.
  public let baseIsMemo: Bool
  /// What a register says of it: its owner, service, priority and status.
  public let fields: [LineField: String]
  /// How sure its money is and when it stops.
  public var funding: Funding
  /// Whether it is the gap of earlier years that this plan carries in.
  public let carriesGap: Bool
  /// The full-year effects that its figures are made of; nil where the figures are typed.
  public let phasing: Phasing?
  /// The range in which the share of it that is delivered may lie; nil where it is not known.
  public let deliveryRange: Spread?
  /// Changes to its figures, applied in order after its entries: the share delivered, then a scenario's.
  public var adjustments: [Adjustment]

  /// The name by which formulas and scenarios refer to it.
  public var id: Identifier { details.id }
}

/// A row that a formula computes from other rows; it enters no gap by itself.
public struct Figure: Sendable {
  public var details: RowDetails
  /// The section whose total it is, or nil.
  public let totalOf: Identifier?

  /// The name by which formulas and scenarios refer to it.
  public var id: Identifier { details.id }
}
