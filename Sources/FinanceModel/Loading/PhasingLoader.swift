/// Reads a full-year effect with the month it starts in, into what each year adds.
///
/// £1.200m from October 2018 is £0.600m in 2018-19 and the other £0.600m in 2019-20: the part of the
/// first year is rounded, and the rest is what is left, so that both add up to the full year.
struct PhasingLoader {
  let context: PlanContext
  let unit: Unit
  /// The grid of the row; nil leaves the part-year effect as it is.
  let rounding: Rounding?

  /// The entries of the plan's years, and what falls after the last of them.
  struct Phased {
    var entries: [Entry]
    var beyond: Quantity?
  }

  private var problems: Problems { context.problems }

  func phased(_ reader: MappingReader) -> Phased {
    let columns = context.years.planColumns
    let nothing = Phased(entries: columns.map { _ in .blank }, beyond: nil)
    guard let starts = reader.filled("starts") else {
      if !reader.has("starts"), !reader.isMisspelt(["starts"]) {
        problems.add(
          .missingKey, "a full-year effect needs the month it starts in",
          at: reader.keyRange("full-year"), expected: "'starts' beside it, such as October 2018")
      }
      return nothing
    }
    guard let month = month(starts) else { return nothing }
    if case .scalar(let scalar)? = reader.node("full-year") {
      return one(scalar, month, starts) ?? nothing
    }
    guard month.year == nil else {
      problems.add(
        .conflictingKeys, "'\(starts.text)' names a year, and the list has one effect for each",
        at: starts.range, expected: "the month alone, such as \(month.name)")
      return nothing
    }
    let entries = ProfileLoader(context: context, unit: unit)
      .planEntries(reader.node("full-year") ?? .scalar(starts), then: nil, key: "full-year")
    return several(entries, month)
  }

  // MARK: Spreading

  /// One effect, from a month of one year on.
  private func one(_ scalar: Node.Scalar, _ month: Month, _ starts: Node.Scalar) -> Phased? {
    guard let year = month.financialYear else {
      problems.add(
        .wrongValue, "'\(starts.text)' does not say which year", at: starts.range,
        expected: "a month and its year, such as \(month.name) 2018")
      return nil
    }
    let first = context.years.planColumns.lowerBound
    guard let column = context.years.column(of: year), column >= first - 1 else {
      problems.add(
        .yearOutsidePlan, "\(starts.text) is in \(year), which is not a year of the plan",
        at: starts.range, expected: "a month from the base year to the last year")
      return nil
    }
    guard let effect = figure(scalar) else { return nil }
    var spread = Spread(columns: context.years.planColumns)
    spread.add(effect, part: part(effect, month), from: column, at: scalar.range)
    return spread.phased
  }

  /// One effect for each year, all from the same month of it.
  private func several(_ entries: [Entry], _ month: Month) -> Phased {
    var spread = Spread(columns: context.years.planColumns)
    for (column, entry) in zip(context.years.planColumns, entries) {
      switch entry {
      case .typed(let cell, let range):
        guard let effect = cell.figure else { continue }
        spread.add(effect, part: part(effect, month), from: column, at: range)
      case .formula(let formula):
        problems.add(
          .wrongType, "a full-year effect is a figure", at: formula.range,
          expected: "a figure such as 1.200", help: "give a formula its years under 'recurring'")
      case .blank: break
      }
    }
    return spread.phased
  }

  private func figure(_ scalar: Node.Scalar) -> Quantity? {
    if !scalar.isFormula, !scalar.isNull {
      guard let amount = problems.amount(scalar, unit: unit) else { return nil }
      if let effect = amount.cell.figure { return effect }
    }
    problems.add(
      .wrongValue, "a full-year effect is a figure", at: scalar.range,
      expected: "a figure such as 1.200")
    return nil
  }

  /// What the first year has of a full year, rounded to the row's last place.
  private func part(_ effect: Quantity, _ month: Month) -> Quantity {
    let months = Int128(month.monthsLeft)
    let share = FixedPoint.multiply(effect.trillionths, months, dividingBy: 12) ?? 0
    let part = effect.with(trillionths: share)
    return rounding.map(part.rounded) ?? part
  }

  /// Effects laid over the years of a plan.
  private struct Spread {
    let columns: Range<Int>
    var amounts: [Int: (quantity: Quantity, range: SourceRange)] = [:]
    var beyond: Quantity?

    mutating func add(
      _ effect: Quantity, part: Quantity, from column: Int, at range: SourceRange
    ) {
      let rest = effect.with(trillionths: effect.trillionths - part.trillionths)
      put(part, column, range)
      if !rest.isZero { put(rest, column + 1, range) }
    }

    private mutating func put(_ quantity: Quantity, _ column: Int, _ range: SourceRange) {
      if columns.contains(column) {
        let before = amounts[column]?.quantity.trillionths ?? 0
        amounts[column] = (quantity.with(trillionths: before + quantity.trillionths), range)
      } else if column >= columns.upperBound {
        beyond = quantity.with(trillionths: (beyond?.trillionths ?? 0) + quantity.trillionths)
      }
    }

    var phased: Phased {
      Phased(
        entries: columns.map { column in
          amounts[column].map { .typed(.figure($0.quantity), $0.range) } ?? .blank
        }, beyond: beyond)
    }
  }

  // MARK: Months

  /// The month that a scalar names; a diagnostic when it names none.
  private func month(_ scalar: Node.Scalar) -> Month? {
    if let month = Month(scalar.text) { return month }
    problems.add(
      .wrongValue, "'\(scalar.text)' is not a month", at: scalar.range,
      expected: "a month such as October 2018",
      help: (try? FinancialYear(scalar.text)).map {
        "\($0) is a whole year: October \($0.start) is a month of it"
      })
    return nil
  }
}
