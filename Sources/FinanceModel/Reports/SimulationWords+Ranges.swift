/// What a simulation says in words of ranges that are not drawn as the plan states them.
extension SimulationWords {
  /// What changes of a scenario have decided or moved, a sentence for each.
  var changedRanges: [String] {
    question.plan.changedRanges.map { range in
      let names = range.changes.map { "'\($0)'" }.listed()
      if range.years.isEmpty {
        return "The share delivered is not drawn, because a change states it: \(range.title), "
          + "by \(names)."
      }
      let years = reach(range.years)
      guard let move = range.move else {
        return "'\(range.title)' is not drawn in \(years), because a change states it: \(names)."
      }
      return "The range of '\(range.title)' moves with its values in \(years), by "
        + "\(amount(move, range.unit)): \(names)."
    }
  }

  /// An assumption none of whose values lies in its range, which may have been typed in another unit.
  func outlying(_ assumption: Assumption) -> String {
    guard let spread = assumption.spread else { return "" }
    return "No year's value of '\(assumption.title)' lies in its range, from "
      + "\(text(spread.low, assumption.unit)) to \(text(spread.high, assumption.unit)), from which "
      + "it is drawn all the same: see that both are in one unit."
  }

  private func reach(_ years: [FinancialYear]) -> String {
    let all = question.plan.years.years
    return years == all && all.count > 1
      ? "all years" : years.map(\.description).listed(most: years.count)
  }

  private func amount(_ move: Quantity, _ unit: Unit) -> String {
    guard unit == .percent else { return text(move, unit) }
    return move.points
  }
}
