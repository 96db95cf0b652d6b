/// What a simulation says in words: what was drawn, what came out, and how sure that is.
struct SimulationWords {
  let question: SimulationQuestion
  let style: ReportStyle

  private var plan: Plan { question.plan }

  // MARK: What is drawn

  /// `triangular, likeliest 1%; 2018-19 on`.
  func description(_ input: SampledInput) -> String {
    let spread = input.spread
    func text(_ value: Quantity) -> String { self.text(value, input.unit) }
    let central = spread.central.map(text) ?? ""
    let shape =
      switch spread.distribution {
      case .uniform: "each alike"
      case .triangular: "likeliest \(central)"
      case .normal: "around \(central) with deviation \(spread.deviation.map(text) ?? "")"
      case .threePoint, .discrete:
        spread.values.map { "\(text($0.value)) (\(chance($0, of: spread)))" }
          .joined(separator: ", ")
      }
    return "\(spread.distribution.rawValue), \(shape); \(reach(input))"
  }

  /// Low, high and mean of what may be drawn, and how it is.
  func cells(_ input: SampledInput) -> [ReportCell] {
    let ends = [input.spread.low, input.spread.high].map { text($0, input.unit) }
    return (ends + [mean(input), description(input)]).map(ReportCell.text)
  }

  private func chance(_ value: WeightedValue, of spread: Spread) -> String {
    let total = spread.values.reduce(Int64(0)) { $0 + $1.weight }
    if Int128(total) != FixedPoint.one { return "\(value.weight) in \(total)" }
    return text(.number(Rate(trillionths: Int128(value.weight))), .percent)
  }

  /// The years or the lines for which it is drawn.
  private func reach(_ input: SampledInput) -> String {
    switch input.target {
    case .assumption(_, let columns):
      let years = columns.map { plan.years.columns[$0] }
      if columns == Array(plan.years.planColumns) { return "all years" }
      let isToTheEnd = columns == Array(columns[0]..<plan.years.planColumns.upperBound)
      if isToTheEnd, columns.count > 1 { return "\(years[0]) on" }
      return years.map(\.description).joined(separator: ", ")
    case .delivery(let lines):
      return lines.count == 1 ? "1 line, all years" : "\(lines.count) lines, all years"
    }
  }

  /// A value as its assumption has it: `2.5%`, `£1.5m`.
  func text(_ value: Quantity, _ unit: Unit) -> String {
    let size = unit.phrase(value.magnitude.typed(in: unit))
    return value.isNegative ? "-" + size : size
  }

  /// The mean of what is drawn, to two places beyond those of a value.
  func mean(_ input: SampledInput) -> String {
    let finer = Rounding(step: max(1, input.spread.grid.step / 100))
    return text(input.mean.rounded(finer), input.unit)
  }

  // MARK: What came out

  /// `12.34%`, with the decimals that chances have.
  static func percent(_ rate: Rate, decimals: Int = 2) -> String {
    AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
      .text(.number(rate), in: .percent) + "%"
  }

  /// A percentage as it was asked for: `80%`, `99.5%`.
  static func share(_ rate: Rate) -> String { "\(Quantity.number(rate).typed(in: .percent))%" }

  static func count(_ number: UInt64) -> String {
    AmountFormat(decimals: 0, negatives: .minus, groupsThousands: true)
      .text(.number(Rate(whole: Int64(number))), in: .number)
  }

  var subtitle: String {
    let draws = question.terms.draws
    let range =
      draws.count == 1
      ? "draw \(Self.count(draws.lowerBound))"
      : "draws \(Self.count(draws.lowerBound)) to \(Self.count(draws.upperBound - 1))"
    let number = draws.count == 1 ? "1 draw" : "\(Self.count(UInt64(draws.count))) draws"
    return "Simulation: \(number) with seed \(question.terms.seed) (\(range))"
  }

  func summary(_ simulation: Simulation) -> String {
    guard let last = plan.years.years.last else { return "" }
    let chance = Self.percent(simulation.everyYear.rate)
    var words =
      "Chance that no year is left with a gap: \(chance). The remaining gap of \(last) is "
      + course(simulation, last) + "."
    if meetsGap, let lasting = simulation.reservesLast?[last] {
      words += " Chance that the reserves last: \(Self.percent(lasting.rate))."
    }
    return words
  }

  /// `£1.938m on average, and in at least nine draws of ten from £1.207m to £2.867m`.
  ///
  /// By the nearest rank the 5th and the 95th percentile always hold as many between them; more,
  /// where draws heap up on one of them.
  private func course(_ simulation: Simulation, _ year: FinancialYear) -> String {
    func text(_ money: Money?) -> String { style.text(money ?? .zero, plan) }
    let low = simulation.percentile(.percent(5), .cumulative)[year]
    let high = simulation.percentile(.percent(95), .cumulative)[year]
    if simulation.counts.count == 1 { return "\(text(low)) in the one draw" }
    if simulation.isCertain[year] == true { return "\(text(low)) in every draw" }
    let mean = "\(text(simulation.mean(.cumulative)[year])) on average, and "
    if low == high { return mean + "\(text(low)) in at least nine draws of ten" }
    return mean + "in at least nine draws of ten from \(text(low)) to \(text(high))"
  }

  /// What covers the gap of each year with a stated chance, rounded up to the last printed place.
  ///
  /// Rounded to the nearest it could fall short of the chance.
  func contingency(_ simulation: Simulation, _ confidence: Rate) -> YearSeries<Money> {
    let step = Rounding(decimals: style.decimals(plan), unit: style.unit(plan)).step
    return simulation.contingency(confidence).map { money in
      Money(trillionths: (money.trillionths + step - 1) / step * step)
    }
  }

  /// Whether the gap is met from a reserve, so that the reserves say something of it.
  private var meetsGap: Bool { plan.reserves.contains(where: \.meetsGap) }

  func notes(_ simulation: Simulation) -> [String] {
    var notes: [String] = []
    if let reason = simulation.reason {
      notes.append("Computed draw by draw by the evaluator, because \(reason).")
    }
    let provisional = question.planned.provisionalYears.map(\.description)
    if !provisional.isEmpty {
      notes.append(
        "Provisional, with figures still to be confirmed: \(provisional.joined(separator: ", ")).")
    }
    notes += changedRanges + question.outlying.map(outlying)
    if !plan.reserves.isEmpty, !meetsGap {
      notes.append(
        "No reserve meets the remaining gap: none says 'meets-gap: yes'. That reserves have lasted "
          + "says here only that the plan's own contributions and use leave none below nil.")
    }
    let draws =
      simulation.counts.count == 1 ? "1 draw" : "\(Self.count(simulation.counts.count)) draws"
    let thin = simulation.thin
    if !thin.isEmpty {
      let names = thin.map(Self.share)
      let list =
        names.count == 1
        ? names[0]
        : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
      notes.append(
        "\(draws) \(simulation.counts.count == 1 ? "is" : "are") too few for \(list): fewer than \(Simulation.fewest) lie beyond. "
          + "All that is asked here needs \(Self.count(simulation.needed)).")
    }
    let rounded = question.terms.confidences.contains {
      contingency(simulation, $0) != simulation.contingency($0)
    }
    if rounded {
      notes.append(
        "A contingency is rounded up to the last printed place, so that it covers as much as it says."
      )
    }
    notes.append(
      "A percentile is a value that was drawn: so large a share of the draws do not exceed it. "
        + certainty(simulation, draws))
    return notes
  }

  /// How little a chance of 0% or 100% says: with n draws nothing likelier than 3 ÷ n is missed often.
  private func certainty(_ simulation: Simulation, _ draws: String) -> String {
    if simulation.counts.count <= 3 { return "No chance can be told from \(draws)." }
    return "What has a chance below \(Self.percent(simulation.unseen)) may well be in none of "
      + "\(draws), so that 0% and 100% are not certainties and have no standard error."
  }
}
