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
      for (column, cell) in cells(node, unit: assumption.unit, columns, change.span) ?? [:] {
        changed.values[column] = Assumption.Value(cell: cell, range: change.range)
      }
    case .shift(let scalar):
      guard let shift = shift(scalar, unit: assumption.unit) else { return assumption }
      for column in columns {
        guard let old = assumption.values[column].cell.figure else { continue }
        changed.values[column] = value(old, old.trillionths + shift.trillionths, change)
      }
    case .scale(let rate):
      for column in columns {
        guard let old = assumption.values[column].cell.figure else { continue }
        let product = FixedPoint.product(old.trillionths, rate.trillionths)
        changed.values[column] = value(old, product, change)
      }
    case .add, .slip, .deliver, .deliverByStatus, .profile, .remove, .insert, .fund: break
    }
    return changed
  }

  /// A changed value of an assumption; a diagnostic when it is beyond what a figure may be.
  private func value(
    _ old: Quantity, _ trillionths: Int128?, _ change: Change
  ) -> Assumption.Value {
    if let trillionths, FixedPoint.isWithinLimit(trillionths) {
      return Assumption.Value(
        cell: .figure(old.with(trillionths: trillionths)), range: change.range)
    }
    problems.add(
      .figureTooLarge, "the changed value is 1,000,000,000,000,000 or more", at: change.range,
      expected: "a smaller change")
    return Assumption.Value(cell: .figure(old), range: change.range)
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
