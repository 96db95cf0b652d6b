/// The range in which a value may lie, and how likely each part of it is.
///
/// What is drawn from it is always a point of a grid: a value typed, or a multiple of the last place.
public struct Spread: Hashable, Sendable {
  public let distribution: Distribution
  public let low: Quantity
  /// The likeliest value, or the mean before the bounds cut; nil where none is stated.
  public let central: Quantity?
  public let high: Quantity
  /// The standard deviation of a normal distribution, before the bounds cut.
  public let deviation: Quantity?
  /// The values that are drawn as they were typed, ascending; empty where a grid is.
  public let values: [WeightedValue]
  /// The grid that the values of a continuous distribution lie on.
  public let grid: Rounding
  /// Whether each year has a draw of its own.
  public let isEachYear: Bool
  public let source: String?
  /// Where it stands.
  public let range: SourceRange

  /// How likely the parts of a range are.
  public enum Distribution: String, CaseIterable, Hashable, Sendable {
    /// Every value from low to high alike.
    case uniform
    /// Rising from low to central, falling from there to high.
    case triangular
    /// The bell around central, cut at low and high.
    case normal
    /// Low, central or high.
    case threePoint = "three-point"
    /// One of some values, each with its chance.
    case discrete

    /// Whether its values are laid on a grid.
    public var isContinuous: Bool { self != .threePoint && self != .discrete }
  }

  /// The most steps of the grid that a range may have.
  static let mostSteps: Int128 = 100_000
}

/// A value, and how many parts of all the chances it has.
public struct WeightedValue: Hashable, Sendable {
  public let value: Quantity
  /// Parts of the sum of all: trillionths of the whole where chances were typed.
  let weight: Int64

  init(_ value: Quantity, weight: Int64) {
    self.value = value
    self.weight = weight
  }
}
