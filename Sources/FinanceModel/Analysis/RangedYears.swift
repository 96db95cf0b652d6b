extension Plan {
  /// The years of which the range of an assumption speaks, by column; none where it has no value.
  ///
  /// They are those whose value lies in it: a levy of 3%, 3%, 0%, 0% with a range from 2% to 3% stays
  /// at 0%. Where no year's does, it speaks of all that have a value.
  func columns(of assumption: Assumption, in spread: Spread) -> [Int] {
    let range = spread.low.trillionths...spread.high.trillionths
    let valued = years.planColumns.filter { assumption.values[$0].cell.figure != nil }
    let inside = valued.filter { column in
      assumption.values[column].cell.figure.map { range.contains($0.trillionths) } ?? false
    }
    return inside.isEmpty ? valued : inside
  }
}
