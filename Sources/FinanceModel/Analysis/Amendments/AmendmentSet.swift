/// Two or more amendments made together, in the order given.
public struct AmendmentSet: Sendable {
  /// The positions of its amendments.
  public let members: [Int]
  public let outcome: Outcome

  /// What comes of making them together.
  public enum Outcome: Sendable {
    case made(Made)
    /// They exclude each other, though each fits the budget alone.
    case refused(Diagnostics)
  }

  /// What a set does, and how far that is more than its amendments do one by one.
  public struct Made: Hashable, Sendable {
    public let effect: AmendmentEffect
    /// The effect less that of each amendment alone: nil where they leave each other as they are.
    public let interaction: AmendmentEffect
  }

  /// What the set does; nil where it cannot be made.
  public var made: Made? {
    if case .made(let made) = outcome { made } else { nil }
  }

  /// Whether another set holds all of its amendments, and more.
  func isPart(of other: AmendmentSet) -> Bool {
    Set(members).isStrictSubset(of: other.members)
  }

  /// Which sets are made of so many amendments: every one of up to four, then pairs and the whole.
  static func positions(of count: Int) -> [[Int]] {
    guard count > 1 else { return [] }
    let all = Array(0..<count)
    if count > mostInEverySet {
      return all.flatMap { first in all[(first + 1)...].map { [first, $0] } } + [all]
    }
    let sets = (0..<(1 << count)).map { bits in all.filter { bits >> $0 & 1 == 1 } }
    return sets.filter { $0.count > 1 }.sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
  }

  /// The most amendments of which every set is made.
  private static let mostInEverySet = 4
}
