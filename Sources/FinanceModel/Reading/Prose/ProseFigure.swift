/// A figure in a sentence: what it counts, how much, and to which place.
struct ProseFigure: Sendable {
  /// What stands with the digits.
  enum Kind: String, Sendable {
    case money
    case percent
    /// `2 percentage points`, which is no share of anything.
    case points
    /// Digits alone, or with a word such as million: they may count anything.
    case number
  }

  var kind = Kind.number
  /// Whether a minus stands before it.
  var isNegative = false
  /// Whether brackets are closed around it, which may be a minus or only brackets.
  var isBracketed = false
  /// Whether its commas and points are where they belong.
  var isReadable = true
  /// Its digits, with what stands behind them.
  var amount = TypedAmount()
  /// How many groups of three zeros its commas set off at its end: two in `£45,000,000`.
  var zeroGroups = 0

  /// Its value without a sign, and the size of its last place; nil where it is no figure that we hold.
  func reading(in unit: Unit) -> (size: Int128, step: Int128)? {
    guard isReadable else { return nil }
    var amount = amount
    amount.isNegative = false
    let scale =
      kind == .number && amount.suffix == nil ? unit.trillionths : try? amount.scale(in: kindUnit)
    guard let scale, let step = try? amount.step(of: scale),
      let size = try? amount.trillionths(inStepsOf: step)
    else { return nil }
    return (size, max(step, roundPlace(of: size)))
  }

  private var kindUnit: Unit {
    switch kind {
    case .money: .pounds
    case .percent, .points: .percent
    // A million of anything is counted as it is spelt.
    case .number: amount.suffix == .percent ? .percent : .pounds
    }
  }

  /// The last place of whole pounds: their zeros from a million on, and whole thousands, are none.
  private func roundPlace(of size: Int128) -> Int128 {
    guard kind == .money, amount.suffix == nil, amount.decimals == 0, size > 0 else { return 0 }
    let million = Unit.millions.trillionths
    if size >= million {
      var place = million
      while size % place != 0 { place /= 10 }
      return place
    }
    return size % Unit.thousands.trillionths == 0 && zeroGroups > 0 ? Unit.thousands.trillionths : 0
  }
}

/// A year as reports write it: `2017-18`, `2017/2018`, `2017`.
struct ProseYear: Hashable, Sendable {
  let start: Int
  /// Nil for one that stands alone.
  let end: Int?

  var description: String {
    guard let end else { return "\(start)" }
    return end == start + 1
      ? "\(start)-\(end % 100 < 10 ? "0" : "")\(end % 100)" : "\(start)-\(end)"
  }
}
