/// The amounts by year and the rates of interest that support and accounts go by.
struct BorrowingInputs {
  let context: PlanContext
  let reader: MappingReader
  let rows: RowNodes

  private var problems: Problems { context.problems }

  /// The assumption with amounts of money at a key; those left blank there are nil.
  func amounts(
    _ key: String, id: String, title: String, isPositive: Bool, _ made: inout MadeRows
  ) -> Assumption? {
    guard
      let assumption = assumption(
        key, AssumptionInput.Own(id: id, title: title, unit: context.unit), &made)
    else { return nil }
    guard assumption.unit.isMoney else {
      problems.add(
        .wrongValue, "'\(key)' does not go by '\(assumption.unit.rawValue)'",
        at: reader.valueRange(key), expected: "amounts of money")
      return nil
    }
    let negative = assumption.values.first { ($0.cell.figure?.trillionths ?? 0) < 0 }
    if isPositive, let negative {
      problems.add(
        .wrongValue, "'\(key)' are positive amounts", at: negative.range,
        expected: "an amount of nil or more",
        help: "its line takes them off the gap, with the sign turned")
      return nil
    }
    return assumption
  }

  /// The name that the rate of interest goes by: of an assumption, or of a row with its formula.
  ///
  /// `needsBase` where interest is already paid in the base year.
  func rate(id: String, title: String, needsBase: Bool, _ made: inout MadeRows) -> String? {
    if case .scalar(let scalar)? = reader.node("interest"), scalar.isFormula {
      made.items.append(rows.figure(id, title, .scalar(scalar), isRate: true))
      return id
    }
    guard
      let assumption = assumption(
        "interest", AssumptionInput.Own(id: id, title: title, unit: .percent), &made)
    else { return nil }
    guard assumption.unit == .percent else {
      problems.add(
        .wrongValue, "'interest' does not go by '\(assumption.unit.rawValue)'",
        at: reader.valueRange("interest"), expected: "percentages")
      return nil
    }
    let wrong = assumption.values.first { value in
      guard let rate = value.cell.figure?.trillionths else { return false }
      return rate < 0 || rate > FixedPoint.one
    }
    if let wrong {
      problems.add(
        .wrongValue, "a rate of interest is a share of the balance", at: wrong.range,
        expected: "a percentage from 0% to 100%")
      return nil
    }
    if needsBase, let base = context.years.baseColumn, assumption.values[base].cell.figure == nil {
      problems.add(
        .baseMissing, "the interest needs its rate in the base year",
        at: reader.valueRange("interest"), expected: "'base' with it, beside 'values'",
        help: "the base budget has the interest on support of earlier years")
      return nil
    }
    return assumption.id.name
  }

  private func assumption(
    _ key: String, _ own: AssumptionInput.Own, _ made: inout MadeRows
  ) -> Assumption? {
    if reader.node(key)?.isNull ?? false {
      _ = reader.filled(key)
      return nil
    }
    let found = AssumptionInput(context: context, known: made.assumptions)
      .assumption(key, own: own, reader, blanksAreNil: own.unit.isMoney)
    guard let found else { return nil }
    if found.isOwn { made.assumptions.append(found.0) }
    return found.0
  }
}
