/// Reads a full-year effect with the month it starts in, into what each year adds.
struct PhasingLoader {
  let context: PlanContext
  let unit: Unit
  /// The grid of the row; nil leaves the part-year effect as it is.
  let rounding: Rounding?

  private var problems: Problems { context.problems }

  /// The effects, and the entries of the plan's years that they make.
  func phased(_ reader: MappingReader) -> (phasing: Phasing?, entries: [Entry]) {
    let columns = context.years.planColumns
    guard let phasing = phasing(reader) else { return (nil, columns.map { _ in .blank }) }
    let amounts = phasing.spread(rounding: rounding, through: columns.upperBound - 1).amounts
    let range = reader.valueRange("full-year")
    return (
      phasing,
      columns.map { column in
        amounts[column].map { .typed(.figure(quantity($0)), range) } ?? .blank
      }
    )
  }

  private func quantity(_ trillionths: Int128) -> Quantity {
    Quantity(trillionths: trillionths, isMoney: unit.isMoney)
  }

  private func phasing(_ reader: MappingReader) -> Phasing? {
    guard let starts = reader.filled("starts") else {
      if !reader.has("starts"), !reader.isMisspelt(["starts"]) {
        problems.add(
          .missingKey, "a full-year effect needs the month it starts in",
          at: reader.keyRange("full-year"), expected: "'starts' beside it, such as October 2018")
      }
      return nil
    }
    guard let month = month(starts) else { return nil }
    if case .scalar(let scalar)? = reader.node("full-year") { return one(scalar, month, starts) }
    guard month.year == nil else {
      problems.add(
        .conflictingKeys, "'\(starts.text)' names a year, and the list has one effect for each",
        at: starts.range, expected: "the month alone, such as \(month.name)")
      return nil
    }
    let entries = ProfileLoader(context: context, unit: unit)
      .planEntries(reader.node("full-year") ?? .scalar(starts), then: nil, key: "full-year")
    return Phasing(effects: effects(entries), months: 12 - month.monthsLeft)
  }

  /// One effect, from a month of one year on.
  private func one(_ scalar: Node.Scalar, _ month: Month, _ starts: Node.Scalar) -> Phasing? {
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
    return figure(scalar).map { Phasing(effects: [column: $0], months: 12 - month.monthsLeft) }
  }

  /// One effect for each year, all from the same month of it.
  private func effects(_ entries: [Entry]) -> [Int: Quantity] {
    var effects: [Int: Quantity] = [:]
    for (column, entry) in zip(context.years.planColumns, entries) {
      switch entry {
      case .typed(let cell, _): effects[column] = cell.figure
      case .formula(let formula):
        problems.add(
          .wrongType, "a full-year effect is a figure", at: formula.range,
          expected: "a figure such as 1.200", help: "give a formula its years under 'recurring'")
      case .blank: break
      }
    }
    return effects
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
