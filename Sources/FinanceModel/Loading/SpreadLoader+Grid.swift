/// The grid of a range, and what a normal distribution needs of its bounds.
extension SpreadLoader {
  /// A figure at a key, with its last place as typed; a diagnostic where it is none.
  func amount(_ reader: MappingReader, _ key: String) -> (value: Quantity, place: Rounding?)? {
    reader.filled(key).flatMap { amount($0, "'\(key)' of a range") }
  }

  func amount(_ scalar: Node.Scalar, _ what: String) -> (value: Quantity, place: Rounding?)? {
    guard let amount = problems.amount(scalar, unit: unit) else { return nil }
    if let figure = amount.cell.figure { return (figure, amount.place) }
    problems.add(
      .wrongValue, "\(what) takes a figure", at: scalar.range, expected: "a figure")
    return nil
  }

  func text(_ value: Quantity) -> String {
    let sign = value.trillionths < 0 ? "-" : ""
    let size = value.trillionths < 0 ? value.with(trillionths: -value.trillionths) : value
    return sign + unit.phrase(size.typed(in: unit))
  }

  /// The finest place among those typed and the usual one of the unit.
  func finest(_ places: [Rounding]) -> Rounding {
    let usual = Rounding(decimals: unit.planDecimals, unit: unit)
    return places.reduce(usual) { $0.step < $1.step ? $0 : $1 }
  }

  /// The grid of a range between bounds; nil, with a diagnostic, where it is too fine or too coarse.
  func grid(
    _ reader: MappingReader, _ amounts: [String: (value: Quantity, place: Rounding?)],
    _ distribution: Spread.Distribution
  ) -> Rounding? {
    guard let low = amounts["low"]?.value, let high = amounts["high"]?.value else { return nil }
    var grid = finest(amounts.values.compactMap(\.place))
    guard distribution.isContinuous else { return grid }
    if reader.has("step") {
      guard let step = amount(reader, "step")?.value else { return nil }
      guard step.trillionths > 0 else {
        problems.add(
          .wrongValue, "the step is not above nil", at: reader.valueRange("step"),
          expected: "the distance between two values that may be drawn")
        return nil
      }
      grid = Rounding(step: step.trillionths)
      guard isOnGrid(reader, amounts, distribution, grid) else { return nil }
    }
    let steps = (high.trillionths - low.trillionths) / grid.step
    if steps <= Spread.mostSteps { return grid }
    var coarser = grid.step
    while (high.trillionths - low.trillionths) / coarser > Spread.mostSteps { coarser *= 10 }
    problems.add(
      .wrongValue,
      "the range has \(grouped(steps)) steps of \(text(low.with(trillionths: grid.step)))",
      at: reader.range, expected: "at most \(grouped(Spread.mostSteps)) steps",
      help: "state how finely it is drawn, such as step: \(text(low.with(trillionths: coarser)))")
    return nil
  }

  /// Whether a whole number of steps leads from the low value to the others.
  ///
  /// The central value of a bell need not be one that is drawn.
  private func isOnGrid(
    _ reader: MappingReader, _ amounts: [String: (value: Quantity, place: Rounding?)],
    _ distribution: Spread.Distribution, _ grid: Rounding
  ) -> Bool {
    guard let low = amounts["low"]?.value else { return false }
    let keys = distribution == .triangular ? ["central", "high"] : ["high"]
    for key in keys {
      guard let value = amounts[key]?.value,
        (value.trillionths - low.trillionths) % grid.step != 0
      else { continue }
      problems.add(
        .wrongValue, "\(text(value)) is no whole number of steps from \(text(low))",
        at: reader.valueRange(key), expected: "'\(key)' a whole number of steps above 'low'",
        help: "choose another 'step'")
      return false
    }
    return true
  }

  private func grouped(_ count: Int128) -> String {
    let format = AmountFormat(decimals: 0, negatives: .minus, groupsThousands: true)
    let most = FixedPoint.limit / FixedPoint.one - 1
    return format.text(.number(Rate(whole: Int64(min(count, most)))), in: .number)
  }

  /// Whether something of a bell is left between its bounds, and whether it is a bell there.
  ///
  /// A bell wholly beyond four deviations, or a thousand times as wide as its bounds, is a slip of
  /// the pen. What is left is computed from more than a millionth of it.
  func isSound(_ spread: Spread, _ reader: MappingReader) -> Bool {
    guard let central = spread.central?.trillionths, let deviation = spread.deviation?.trillionths
    else { return false }
    guard deviation > 0 else {
      problems.add(
        .wrongValue, "the deviation is not above nil", at: reader.valueRange("deviation"),
        expected: "a deviation such as \(unit == .percent ? "0.5%" : "0.5")",
        help: "for a value that does not vary leave out the range")
      return false
    }
    let (low, high) = (spread.low.trillionths, spread.high.trillionths)
    guard low - central <= 4 * deviation, central - high <= 4 * deviation else {
      problems.add(
        .wrongValue, "the bounds cut everything off", at: reader.valueRange("central"),
        expected: "a central value within four deviations of the bounds",
        help: "move 'central' between 'low' and 'high', or widen the bounds")
      return false
    }
    guard low == high || deviation / 1000 <= high - low else {
      problems.add(
        .wrongValue, "the deviation is more than a thousand times the range",
        at: reader.valueRange("deviation"), expected: "a smaller deviation",
        help: "every value of it is then as likely as any other: write distribution: uniform")
      return false
    }
    return true
  }
}

extension MappingReader {
  /// Whether a range has the keys of its distribution; a diagnostic names those that are missing.
  func hasAll(_ keys: [String], for distribution: Spread.Distribution) -> Bool {
    require(
      keys, help: has("distribution") ? nil : "without a 'distribution' a range is triangular")
    return keys.allSatisfy(has)
  }
}
