extension Plan {
  /// All that is drawn of the plan: its assumptions, its savings by line and by status, in this order.
  ///
  /// An assumption without a value in any year and a status that no saving has are left out.
  public var sampledInputs: [SampledInput] {
    assumptions.flatMap(inputs) + lineShares + statusShares
  }

  private func inputs(of assumption: Assumption) -> [SampledInput] {
    guard let spread = assumption.spread else { return [] }
    let columns = columns(of: assumption, in: spread)
    func input(_ year: String?, _ columns: [Int]) -> SampledInput {
      let year = year.map { " \($0)" } ?? ""
      return SampledInput(
        key: assumption.id.name + year, title: assumption.title + year,
        target: .assumption(assumption.id, columns: columns), unit: assumption.unit,
        spread: spread)
    }
    if spread.isEachYear {
      return columns.map { input(years.columns[$0].description, [$0]) }
    }
    return columns.isEmpty ? [] : [input(nil, columns)]
  }

  private var lineShares: [SampledInput] {
    rows.compactMap(\.line).compactMap { line in
      line.deliveryRange.map { spread in
        SampledInput(
          key: "delivery:\(line.id)", title: "Share delivered: \(line.details.title)",
          target: .delivery(lines: [line.id]), unit: .percent, spread: spread)
      }
    }
  }

  /// A saving with a range of its own is not drawn with its status as well.
  private var statusShares: [SampledInput] {
    statusDelivery.compactMap { status in
      guard let spread = status.spread else { return nil }
      let lines = rows.compactMap(\.line).filter { line in
        line.role == .saving && line.deliveryRange == nil && line.fields[.status] == status.status
      }
      if lines.isEmpty { return nil }
      return SampledInput(
        key: "status:\(status.status)", title: "Share delivered: savings that are \(status.status)",
        target: .delivery(lines: lines.map(\.id)), unit: .percent, spread: spread)
    }
  }
}
