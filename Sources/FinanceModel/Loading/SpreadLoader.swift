/// Reads a range: of an assumption, or of the share of savings that is delivered.
struct SpreadLoader {
  let problems: Problems
  let unit: Unit

  func spread(_ node: Node) -> Spread? {
    guard let reader = MappingReader(node, .spread, problems) else { return nil }
    guard let distribution = distribution(reader), reportStray(reader, distribution),
      reader.hasAll(Self.needed(distribution), for: distribution)
    else { return nil }
    return distribution == .discrete
      ? discrete(reader) : bounded(reader, distribution)
  }

  /// The range of a share delivered: from nil to the whole, and drawn once for all years.
  func share(_ node: Node) -> Spread? {
    guard let spread = spread(node) else { return nil }
    if spread.isEachYear {
      problems.add(
        .wrongValue, "a share delivered is drawn once for all years", at: spread.range,
        expected: "no 'each-year'",
        help: "a share by year is an assumption with a range, and 'delivery' its formula")
    }
    if spread.low.trillionths < 0 || spread.high.trillionths > FixedPoint.one {
      problems.add(
        .wrongValue, "a share delivered is at most the whole", at: spread.range,
        expected: "a range within 0% to 100%")
    }
    return spread
  }

  private func distribution(_ reader: MappingReader) -> Spread.Distribution? {
    reader.has("distribution")
      ? reader.choice("distribution", Spread.Distribution.self) : .triangular
  }

  // MARK: Keys

  private static func needed(_ distribution: Spread.Distribution) -> [String] {
    switch distribution {
    case .uniform: ["low", "high"]
    case .triangular, .threePoint: ["low", "central", "high"]
    case .normal: ["low", "central", "high", "deviation"]
    case .discrete: ["values", "chances"]
    }
  }

  /// The keys that only some distributions have, with those.
  private static let own: [(key: String, distributions: [Spread.Distribution])] = [
    ("low", [.uniform, .triangular, .normal, .threePoint]),
    ("central", [.uniform, .triangular, .normal, .threePoint]),
    ("high", [.uniform, .triangular, .normal, .threePoint]),
    ("step", [.uniform, .triangular, .normal]),
    ("deviation", [.normal]),
    ("values", [.discrete]),
    ("chances", [.threePoint, .discrete]),
  ]

  /// Reports each key that says nothing in a distribution; false where there is one.
  private func reportStray(
    _ reader: MappingReader, _ distribution: Spread.Distribution
  ) -> Bool {
    let stray = Self.own.filter { reader.has($0.key) && !$0.distributions.contains(distribution) }
    for (key, distributions) in stray {
      let names = distributions.map(\.rawValue)
      problems.add(
        .conflictingKeys,
        "'\(key)' says nothing in a \(distribution.rawValue) distribution",
        at: reader.keyRange(key), expected: "no '\(key)'",
        help: "'\(key)' goes with 'distribution: \(names.joined(separator: "' or '"))'")
    }
    return stray.isEmpty
  }

  // MARK: Between bounds

  private func bounded(
    _ reader: MappingReader, _ distribution: Spread.Distribution
  ) -> Spread? {
    let all = ["low", "central", "high", "deviation"].filter(reader.has)
    let found = all.map { ($0, amount(reader, $0)) }
    let amounts = Dictionary(uniqueKeysWithValues: found).compactMapValues { $0 }
    guard amounts.count == all.count, let low = amounts["low"], let high = amounts["high"] else {
      return nil
    }
    let central = amounts["central"]
    guard isInOrder(reader, distribution, low.value, central?.value, high.value),
      let grid = grid(reader, amounts, distribution)
    else { return nil }
    var values: [WeightedValue] = []
    if distribution == .threePoint, let central {
      let three = [low, central, high].map(\.value)
      guard let weights = reader.has("chances") ? chances(reader, count: 3) : [1, 4, 1] else {
        return nil
      }
      values = zip(three, weights).map { WeightedValue($0, weight: $1) }
    }
    let spread = Spread(
      distribution: distribution, low: low.value, central: central?.value, high: high.value,
      deviation: amounts["deviation"]?.value, values: values, grid: grid,
      isEachYear: reader.flag("each-year") ?? false, source: reader.text("source"),
      range: reader.range)
    return distribution != .normal || isSound(spread, reader) ? spread : nil
  }

  private func isInOrder(
    _ reader: MappingReader, _ distribution: Spread.Distribution, _ low: Quantity,
    _ central: Quantity?, _ high: Quantity
  ) -> Bool {
    guard low.trillionths <= high.trillionths else {
      problems.add(
        .wrongValue, "the range is not in order", at: reader.range,
        expected: "'low' no larger than 'high'", help: "exchange 'low' and 'high'")
      return false
    }
    guard distribution != .normal, let central,
      !(low.trillionths...high.trillionths).contains(central.trillionths)
    else { return true }
    problems.add(
      .wrongValue, "the central value lies outside the range", at: reader.valueRange("central"),
      expected: "a value from \(text(low)) to \(text(high))",
      help: "move 'central', or widen the range until it lies within")
    return false
  }

  // MARK: Values with chances

  private func discrete(_ reader: MappingReader) -> Spread? {
    let nodes = reader.items("values")
    let amounts = nodes.map { node in
      problems.scalar(node, "a value").flatMap { amount($0, "'values' of a range") }
    }
    let found = amounts.compactMap { $0 }
    guard found.count == nodes.count else { return nil }
    guard !found.isEmpty else {
      problems.add(
        .wrongValue, "'values' lists none", at: reader.keyRange("values"),
        expected: "the values that it may have, such as [1%, 2%]")
      return nil
    }
    guard let weights = chances(reader, count: found.count) else { return nil }
    for (position, amount) in found.enumerated()
    where found[..<position].contains(where: { $0.value == amount.value }) {
      problems.add(
        .wrongValue, "\(text(amount.value)) stands twice among the values",
        at: nodes[position].range, expected: "each value once",
        help: "add up its chances at the first")
      return nil
    }
    let values = zip(found, weights).map { WeightedValue($0.value, weight: $1) }
      .sorted { $0.value.trillionths < $1.value.trillionths }
    return Spread(
      distribution: .discrete, low: values[0].value, central: nil,
      high: values[values.count - 1].value, deviation: nil, values: values,
      grid: finest(found.compactMap(\.place)), isEachYear: reader.flag("each-year") ?? false,
      source: reader.text("source"), range: reader.range)
  }

  /// One chance for each value, in trillionths; they add up to the whole.
  private func chances(_ reader: MappingReader, count: Int) -> [Int64]? {
    let nodes = reader.items("chances")
    let rates = nodes.compactMap { node in
      problems.scalar(node, "a chance").flatMap { problems.share($0, "a chance") }
    }
    guard rates.count == nodes.count else { return nil }
    guard rates.count == count else {
      problems.add(
        rates.count < count ? .tooFewFigures : .tooManyFigures,
        "\(rates.count == 1 ? "1 chance" : "\(rates.count) chances") for \(count) values",
        at: reader.valueRange("chances"), expected: "one for each value")
      return nil
    }
    let sum = rates.reduce(Rate.zero, +)
    guard sum == .one else {
      problems.add(
        .wrongValue, "the chances add up to \(Quantity.number(sum).typed(in: .percent))%",
        at: reader.valueRange("chances"), expected: "chances that add up to 100% exactly",
        help: "the difference is \(Quantity.number(.one - sum).typed(in: .percent)) points")
      return nil
    }
    return rates.map { Int64($0.trillionths) }
  }
}
