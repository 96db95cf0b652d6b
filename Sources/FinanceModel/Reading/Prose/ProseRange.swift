/// Two figures of a text that are the ends of a range: `£45m to £50m`, `between 5% and 7%`, `£45-50m`.
///
/// What stands with one end only, a unit or `million`, belongs to both. `from £2m to £5m` and `by £2m
/// to £5m` say where a figure comes from and where it goes, and are no range.
struct ProseRange {
  private(set) var lower: ProseFigure
  private(set) var upper: ProseFigure
  /// Whether the word before the first figure, `between`, belongs to it.
  private(set) var takesWordBefore = false

  /// The words that may stand between the ends.
  private enum Link { case dash, to, and }

  /// Nil where the two are figures by themselves; `before` has the last words before the first.
  init?(
    _ first: ProseFigure, _ second: ProseFigure, between: ArraySlice<UInt8>,
    before: [ArraySlice<UInt8>]
  ) {
    (lower, upper) = (first, second)
    guard let link = ProseRange.link(between), first.isBracketed == second.isBracketed else {
      return nil
    }
    let words = before.map { String(decoding: $0, as: UTF8.self).lowercased() }
    takesWordBefore = words.last == "between"
    switch link {
    case .and: guard takesWordBefore else { return nil }
    case .to: guard !ProseRange.isMove(words) else { return nil }
    case .dash: break
    }
    guard shareUnit(isLoose: link == .dash || takesWordBefore), isAscending else { return nil }
  }

  /// A dash, `to` or `and`, with words beside it that change no figure.
  private static func link(_ bytes: ArraySlice<UInt8>) -> Link? {
    guard bytes.count < 60, !bytes.contains(Prose.blockEnd) else { return nil }
    let words = String(decoding: bytes, as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first,
      words.dropFirst().allSatisfy({ Vocabulary.small.contains($0) && $0 != "and" })
    else { return nil }
    return switch first {
    case "-", "–", "—", "‐", "‑", "−": words.count == 1 ? .dash : nil
    case "to": .to
    case "and": .and
    default: nil
    }
  }

  /// `from £2m to £5m`, unless something ranges from the one to the other.
  private static func isMove(_ before: [String]) -> Bool {
    guard before.last == "from" || before.last == "by" else { return false }
    return !["range", "ranges", "ranging", "ranged", "vary", "varies", "varying", "anywhere"]
      .contains(before.first ?? "")
  }

  /// Gives each end what stands with the other alone; false where they count different things.
  private mutating func shareUnit(isLoose: Bool) -> Bool {
    if upper.kind == .number, lower.kind == .money, isLoose || upper.amount.suffix != nil {
      upper.kind = .money
      upper.amount.hasPounds = true
    }
    if lower.kind == .number, upper.kind != .number, lower.amount.suffix == nil,
      upper.kind != .money || isLoose
    {
      lower.kind = upper.kind
      lower.amount.hasPounds = upper.amount.hasPounds
      if upper.kind != .money { lower.amount.suffix = .percent }
    }
    guard lower.kind == upper.kind, lower.kind != .number else { return false }
    // `£45 to £50m`, and not `£500 to £1m`.
    if lower.kind == .money, lower.amount.suffix == nil, upper.amount.suffix != nil,
      let own = bare(lower), let other = bare(upper), own < other
    {
      lower.amount.suffix = upper.amount.suffix
    }
    return true
  }

  /// The digits alone, as a number.
  private func bare(_ figure: ProseFigure) -> Int128? {
    var bare = figure
    bare.kind = .number
    bare.amount.suffix = nil
    bare.amount.hasPounds = false
    return bare.reading(in: .number)?.size
  }

  /// A range goes up; two figures that do not are no range.
  private var isAscending: Bool {
    guard let low = lower.reading(in: .number)?.size, let high = upper.reading(in: .number)?.size
    else { return false }
    if lower.isBracketed || (lower.isNegative && upper.isNegative) { return low != high }
    return lower.isNegative ? true : !upper.isNegative && low < high
  }
}
