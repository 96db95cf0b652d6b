/// What a change does to an assumption, and the assumptions that a scenario brings along.
extension Overlay {
  /// The plan with further assumptions.
  func adding(_ entries: [Node.Entry]) -> Plan {
    if entries.isEmpty { return plan }
    var changed = plan
    changed.assumptions += AssumptionLoader(context: context).assumptions(entries)
    NameCheck(plan: changed, problems: problems).check()
    return changed
  }

  func applying(
    _ change: Change, to assumption: Assumption, _ columns: [Int]
  ) -> Assumption {
    var changed = assumption
    switch change.operation {
    case .set(let node):
      if assumption.unit == .percent, !showsPercent(node) { return assumption }
      for (column, cell) in cells(node, unit: assumption.unit, columns, change.span) ?? [:] {
        changed.values[column] = Assumption.Value(
          cell: cell, change: change.name, at: change.range, replacing: assumption.values[column],
          isStated: true)
      }
    case .shift(let scalar):
      guard let shift = shift(scalar, unit: assumption.unit) else { return assumption }
      for column in columns {
        let old = assumption.values[column]
        guard let figure = old.cell.figure else { continue }
        changed.values[column] = value(
          old, figure, figure.trillionths + shift.trillionths, change)
      }
    case .scale(let rate):
      for column in columns {
        let old = assumption.values[column]
        guard let figure = old.cell.figure else { continue }
        let product = FixedPoint.product(figure.trillionths, rate.trillionths)
        changed.values[column] = value(old, figure, product, change)
      }
    case .add, .slip, .deliver, .deliverByStatus, .profile, .remove, .insert, .fund: break
    }
    return changed
  }

  /// Whether every figure has its sign: a spreadsheet's 0.04 is not 0.04%.
  private func showsPercent(_ node: Node) -> Bool {
    let bare = node.scalars.filter { scalar in
      !scalar.text.contains("%")
        && (try? AmountText(scalar.text, unit: .number))?.cell.figure != nil
    }
    for scalar in bare {
      problems.add(
        .wrongValue, "a percentage shows its sign", at: scalar.range,
        expected: "a percentage such as 4%", help: problems.asPercentage(scalar))
    }
    return bare.isEmpty
  }

  /// A changed value of an assumption; a diagnostic when it is beyond what a figure may be.
  private func value(
    _ old: Assumption.Value, _ figure: Quantity, _ trillionths: Int128?, _ change: Change
  ) -> Assumption.Value {
    if let trillionths, FixedPoint.isWithinLimit(trillionths) {
      return Assumption.Value(
        cell: .figure(figure.with(trillionths: trillionths)), change: change.name, at: change.range,
        replacing: old, isStated: false)
    }
    problems.add(
      .figureTooLarge, "the changed value is 1,000,000,000,000,000 or more", at: change.range,
      expected: "a smaller change")
    return old
  }

  /// The size of a shift: points of a percentage, or an amount in the assumption's unit.
  private func shift(_ scalar: Node.Scalar, unit: Unit) -> Quantity? {
    guard unit == .percent else {
      return problems.amount(scalar, unit: unit)?.cell.figure
    }
    let words = scalar.text.split(separator: " ")
    guard words.count >= 2, let last = words.last, last == "points" || last == "point" else {
      problems.add(
        .wrongValue, "a percentage is shifted by points", at: scalar.range,
        expected: "a shift such as 0.5 points",
        help: "a percentage of 3% shifted by 0.5 points is 3.5%")
      return nil
    }
    let number = Node.Scalar(
      text: words.dropLast().joined(separator: " "), style: scalar.style, range: scalar.range)
    return problems.amount(number, unit: .percent)?.cell.figure
  }
}
