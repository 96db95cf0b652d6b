/// What the changes of a plan or a scenario make of a row's entries.
extension Evaluator {
  func adjusted(
    _ computed: Computed, _ adjustment: Adjustment, _ details: RowDetails, _ column: Int
  ) throws(Diagnostics) -> Computed {
    switch adjustment.operation {
    case .set(let cells):
      return cells[column].map { onGrid(.typed($0), details) } ?? computed
    case .add(let amounts):
      guard let amount = amounts[column] else { return computed }
      let sum = added(Value(computed), Value(amount))
      return onGrid(cell(try bounded(sum, at: adjustment.range)), details)
    case .scale(let rate): return try scaled(computed, by: rate, adjustment, details)
    case .deliver(let formula):
      let share = try evaluate(formula.expression, column, .printed)
      guard case .number(let rate)? = share.quantity else {
        if share.kind == .zero { return try scaled(computed, by: .zero, adjustment, details) }
        throw Diagnostics(
          Diagnostic(
            .formulaKind, "the share delivered is not a number", at: formula.range,
            label: "expected a percentage"))
      }
      return try scaled(computed, by: rate, adjustment, details)
    case .slip, .profile: return computed
    }
  }

  private func scaled(
    _ computed: Computed, by rate: Rate, _ adjustment: Adjustment, _ details: RowDetails
  ) throws(Diagnostics) -> Computed {
    guard let quantity = computed.cell.figure else { return computed }
    guard let product = FixedPoint.product(quantity.trillionths, rate.trillionths) else {
      throw tooLarge(at: adjustment.range)
    }
    return onGrid(
      Computed(
        cell: .figure(quantity.with(trillionths: product)),
        isProvisional: computed.isProvisional), details)
  }

  /// A cell rounded to its row's last printed place, where the row rounds.
  func onGrid(_ computed: Computed, _ details: RowDetails) -> Computed {
    guard let quantity = computed.cell.figure, let rounding = details.rounding else {
      return computed
    }
    return Computed(
      cell: .figure(quantity.rounded(rounding)), isProvisional: computed.isProvisional)
  }
}
