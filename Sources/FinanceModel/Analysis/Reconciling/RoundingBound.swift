/// How far rounding alone can move a computed cell from the published one.
///
/// Half of the cell's own last place, plus what moving each published input by half of its last
/// place can do to the formula. An input that is only added does as many halves as it is added
/// times; only one that enters in another way has to be moved and the formula evaluated again.
struct RoundingBound {
  let formula: PublishedFormula
  /// Half of the cell's own last place, in trillionths.
  let own: Int128

  /// In trillionths; a difference is rounding when it is strictly smaller.
  ///
  /// `wider` gives how far the inputs may be out, by key, where that is not half of a last place:
  /// those that are taken as computed, because what was published of them is wrong.
  func bound(wider: [Int: Int128] = [:]) -> Int128 {
    formula.inputs.reduce(own) { sum, input in
      sum + effect(of: input, movedBy: wider[input.key] ?? input.halfPlace)
    }
  }

  /// The most that moving one input by `shift`, either way, moves the cell.
  private func effect(of input: PublishedFormula.Input, movedBy shift: Int128) -> Int128 {
    if let times = input.times { return Int128(times.magnitude) * shift }
    return [shift, -shift].map { shift in
      let moved = input.value.with(trillionths: input.value.trillionths + shift)
      return Int128((formula.value(with: [input.key: .figure(moved)]) - formula.value).magnitude)
    }.max() ?? 0
  }
}
