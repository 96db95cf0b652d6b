/// The single slip that would explain a difference between a published figure and the computed one.
enum Misprint {
  /// A slip in the cell itself: its sign, or two digits exchanged.
  static func cause(published: Quantity, computed: Quantity, details: RowDetails) -> String? {
    guard published.isMoney == computed.isMoney, !computed.isZero else { return nil }
    if published.trillionths == -computed.trillionths {
      return "a bracket or sign is lost: the figure has the other sign"
    }
    let format = AmountFormat(
      decimals: details.decimals, negatives: .minus, groupsThousands: false)
    let left = Array(format.text(published, in: details.unit))
    let right = Array(format.text(computed, in: details.unit))
    guard left.count == right.count else { return nil }
    let differing = left.indices.filter { left[$0] != right[$0] }
    guard differing.count == 2, left[differing[0]] == right[differing[1]],
      left[differing[1]] == right[differing[0]], differing.allSatisfy({ left[$0].isNumber })
    else { return nil }
    return "two digits are exchanged: \(String(left)) for \(String(right))"
  }

  /// A slip in one of the cells that the figure is made of.
  static func cause(
    of difference: Quantity, among inputs: [RoundingBound.Input], index: PlanIndex
  ) -> String? {
    let size = difference.trillionths.magnitude
    let causes = inputs.filter { !$0.value.isZero }.compactMap { input -> String? in
      let row = index.plan.rows[input.row].title
      let amount = input.value.trillionths.magnitude
      if size == amount * 2 { return "a bracket or sign is lost in '\(row)'" }
      if size == amount {
        return (difference.trillionths < 0) == (input.value.trillionths < 0)
          ? "'\(row)' is counted twice" : "'\(row)' is left out"
      }
      return nil
    }
    return causes.isEmpty ? nil : causes.joined(separator: "; or ")
  }
}
