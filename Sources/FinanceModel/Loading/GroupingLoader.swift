/// Reads what a plan says of the fields of its lines: `groups` and `delivery-by-status`.
struct GroupingLoader {
  let problems: Problems

  /// `groups: { priority: { titles: { economy: Growing the economy } } }`.
  func groupings(_ entries: [Node.Entry]) -> [LineGrouping] {
    entries.compactMap { entry in
      guard let field = LineField(rawValue: entry.key.text) else {
        problems.add(
          .unknownKey, "lines have no field '\(entry.key.text)'", at: entry.key.range,
          expected: "one of "
            + LineField.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "),
          help: NearestName.of(entry.key.text, among: LineField.allCases.map(\.rawValue))
            .map { "the nearest is '\($0)'" })
        return nil
      }
      guard let reader = MappingReader(entry.value, .grouping, problems) else { return nil }
      let values = reader.entries("titles").compactMap { value -> LineGrouping.Value? in
        guard let title = problems.scalar(value.value, "a title") else { return nil }
        return LineGrouping.Value(
          id: value.key.text, title: title.isNull ? value.key.text : title.text)
      }
      return LineGrouping(
        field: field, values: values, source: reader.text("source"), range: entry.key.range)
    }
  }

  /// `delivery-by-status: { red: 25%, amber: { share: 60%, range: { ... } }, green: 100% }`.
  func statusDelivery(_ entries: [Node.Entry]) -> [StatusDelivery] {
    entries.compactMap { entry in
      var value: Node.Scalar?
      var spread: Spread?
      if case .mapping = entry.value {
        let reader = MappingReader(entry.value, .statusShare, problems)
        value = reader?.filled("share")
        spread = reader?.node("range").flatMap(
          SpreadLoader(problems: problems, unit: .percent).share)
      } else {
        value = problems.scalar(entry.value, "a share")
      }
      guard let value, let share = problems.share(value, "'\(entry.key.text)'") else { return nil }
      return StatusDelivery(status: entry.key.text, share: share, spread: spread)
    }
  }
}

extension Problems {
  /// A percentage from 0% to 100%.
  func share(_ scalar: Node.Scalar, _ what: String) -> Rate? {
    guard let rate = percentage(scalar, what) else { return nil }
    if rate.trillionths <= FixedPoint.one { return rate }
    add(
      .wrongValue, "\(what) is at most the whole", at: scalar.range,
      expected: "a percentage from 0% to 100%")
    return nil
  }
}
