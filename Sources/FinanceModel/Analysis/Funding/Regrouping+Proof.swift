extension Forecast {
  /// The lines regrouped by a field.
  ///
  /// Throws `Diagnostics` for a plan without a gap, and when the groups do not add exactly to the
  /// remaining gap.
  public func regrouped(by field: LineField) throws(Diagnostics) -> Regrouping {
    guard let gap else {
      throw Diagnostics(
        Diagnostic(
          .wrongValue, "the plan has no gap that could be regrouped: it only lists its rows",
          at: plan.range.firstLine, label: "expected a plan without 'gap: none'"))
    }
    let effects = gapEffects
    var lines: [String?: [Regrouping.GroupedLine]] = [:]
    var values: [String] = plan.declaredValues(of: field).map(\.id)
    var known = Set(values)
    for line in plan.rows.compactMap(\.line) {
      guard let annual = effects[line.id] else { continue }
      let value = line.fields[field]
      if let value, known.insert(value).inserted { values.append(value) }
      lines[value, default: []].append(
        Regrouping.GroupedLine(
          id: line.id, title: line.details.title, section: line.details.section, role: line.role,
          annual: annual))
    }
    let titles = Dictionary(
      plan.declaredValues(of: field).map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    let groups = (values + [nil]).compactMap { value in
      lines[value].map { lines in
        Regrouping.Group(
          value: value, title: value.map { titles[$0] ?? $0 } ?? field.without, lines: lines)
      }
    }
    return try Regrouping(forecast: self, gap: gap, field: field, groups: groups).proved()
  }
}

extension Regrouping {
  /// The regrouping itself, once its groups add exactly to the remaining gap in every year.
  ///
  /// The gap is computed from the plan's rows, the groups from the lines: two ways to one figure.
  /// Throws `Diagnostics` with each year in which they part.
  func proved() throws(Diagnostics) -> Regrouping {
    let open = [Series.annual, .cumulative].flatMap { effect in
      plan.years.years.indices.compactMap { fault(effect, $0) }
    }
    if !open.isEmpty { throw Diagnostics(open) }
    return self
  }

  /// What is out in one year; nil where the groups add up.
  private func fault(_ effect: Series, _ year: Int) -> Diagnostic? {
    let start = effect == .annual ? Money.zero : gap.base
    let sum = groups.reduce(start) { $0 + total($1, effect).values[year] }
    let remaining = remaining(effect).values[year]
    guard sum != remaining else { return nil }
    return Diagnostic(
      .regroupingOpen,
      "the groups do not add up in \(plan.years.years[year]), \(effect.rawValue): "
        + "they come to \(plan.exactText(sum)), and the remaining gap is "
        + plan.exactText(remaining),
      at: plan.range.firstLine, label: "out by \(plan.exactText(remaining - sum))",
      help: "this is a fault of mtfs, not of the plan: please report it with the file")
  }
}

extension Plan {
  /// The values of a field in the order in which tables show them; none where it takes any text.
  func declaredValues(of field: LineField) -> [LineGrouping.Value] {
    if let grouping = groupings.first(where: { $0.field == field }) { return grouping.values }
    if field != .status { return [] }
    return statusDelivery.map { LineGrouping.Value(id: $0.status, title: $0.status) }
  }

  /// An amount with as many decimals as it needs, and no fewer than the plan prints.
  fileprivate func exactText(_ money: Money) -> String {
    let needed = (decimals...max(decimals, 18)).first {
      money.rounded(Rounding(decimals: $0, unit: unit)) == money
    }
    let format = AmountFormat(
      decimals: needed ?? 18, negatives: .brackets, groupsThousands: true)
    return unit.phrase(format.text(money, in: unit))
  }
}

extension LineField {
  /// Lines that have none: `Without a priority`.
  var without: String {
    self == .owner ? "Without an owner" : "Without a \(rawValue)"
  }

  /// Several of them: `Priorities`.
  var plural: String {
    switch self {
    case .owner: "Owners"
    case .service: "Services"
    case .priority: "Priorities"
    case .status: "Statuses"
    }
  }
}
