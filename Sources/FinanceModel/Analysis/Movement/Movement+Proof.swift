extension Movement {
  /// The movement itself, once opening and rows add exactly to closing in every year.
  ///
  /// Opening and closing are what the plans compute as their gaps, and the rows what their lines add:
  /// two ways to the same figure. Throws `Diagnostics` with each year in which they part.
  func proved() throws(Diagnostics) -> Movement {
    let open = [Series.annual, .cumulative].flatMap { effect in
      years.indices.compactMap { fault(effect, $0) }
    }
    if !open.isEmpty { throw Diagnostics(open) }
    return self
  }

  /// What is out in one year; nil where the movement closes.
  private func fault(_ effect: Series, _ year: Int) -> Diagnostic? {
    let opening = opening(effect).values[year]
    let moved = afterCarriedGap(effect).values[year] - opening
    let rows = rows.reduce(moved) { $0 + ($1.cells(effect)[year].money ?? .zero) }
    let closing = closing(effect).values[year]
    guard opening + rows != closing else { return nil }
    return Diagnostic(
      .movementOpen,
      "the movement does not close in \(years[year]), \(effect.rawValue): "
        + "\(text(opening)) and rows of \(text(rows)) are not \(text(closing))",
      at: new.plan.range.firstLine, label: "out by \(text(closing - opening - rows))",
      help: "this is a fault of mtfs, not of the plans: please report it with both files",
      notes: [
        Diagnostic.Note("the movement is from this plan", at: old.plan.range.firstLine)
      ])
  }

  /// An amount with as many decimals as it needs, and no fewer than the plan prints.
  private func text(_ money: Money) -> String {
    let unit = new.plan.unit
    let decimals = (new.plan.decimals...max(new.plan.decimals, 18)).first {
      money.rounded(Rounding(decimals: $0, unit: unit)) == money
    }
    let format = AmountFormat(
      decimals: decimals ?? 18, negatives: .brackets, groupsThousands: true)
    return unit.phrase(format.text(money, in: unit))
  }
}
