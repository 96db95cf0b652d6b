extension Plan {
  /// All that is drawn of the plan: its assumptions, its savings by line and by status, in this order.
  ///
  /// Left out are an assumption without a value in any year, a status that no saving has, and what a
  /// change states. An assumption that changes move by different amounts is an input for each of
  /// them; they have one key, and so the same chance in every draw.
  public var sampledInputs: [SampledInput] {
    assumptions.flatMap(inputs) + lineShares + statusShares
  }

  private func inputs(of assumption: Assumption) -> [SampledInput] {
    guard let spread = assumption.spread else { return [] }
    func input(_ year: String?, _ columns: [Int], _ move: Int128) -> SampledInput {
      let year = year.map { " \($0)" } ?? ""
      return SampledInput(
        key: assumption.id.name + year, title: assumption.title + year,
        target: .assumption(assumption.id, columns: columns), unit: assumption.unit,
        spread: spread, move: move)
    }
    let columns = drawnColumns(of: assumption, in: spread)
    if spread.isEachYear {
      return columns.map {
        input(years.columns[$0].description, [$0], assumption.values[$0].move)
      }
    }
    return columns.grouped { assumption.values[$0].move }.map { input(nil, $0.members, $0.key) }
  }

  private var lineShares: [SampledInput] {
    rows.compactMap(\.line).compactMap { line in
      guard let spread = line.deliveryRange, !line.statesShare else { return nil }
      return SampledInput(
        key: "delivery:\(line.id)", title: "Share delivered: \(line.details.title)",
        target: .delivery(lines: [line.id]), unit: .percent, spread: spread)
    }
  }

  /// A saving with a range of its own is not drawn with its status as well.
  private var statusShares: [SampledInput] {
    statusDelivery.compactMap { status in
      guard let spread = status.spread else { return nil }
      let lines = savings(of: status).filter { !$0.statesShare }
      if lines.isEmpty { return nil }
      return SampledInput(
        key: "status:\(status.status)", title: "Share delivered: savings that are \(status.status)",
        target: .delivery(lines: lines.map(\.id)), unit: .percent, spread: spread)
    }
  }

  /// The savings that have a status and no range of their own.
  func savings(of status: StatusDelivery) -> [Line] {
    rows.compactMap(\.line).filter { line in
      line.role == .saving && line.deliveryRange == nil && line.fields[.status] == status.status
    }
  }
}
