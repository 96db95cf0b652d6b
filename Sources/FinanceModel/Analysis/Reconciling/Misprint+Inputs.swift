extension Misfit {
  /// The slips in one of the cells that the figure is made of, where the figure itself is right.
  func slipsInInputs(_ plan: Plan, row: Int) -> [Misprint] {
    guard let formula, published.figure != nil else { return [] }
    return formula.inputs.flatMap { input -> [Misprint] in
      let name = name(of: input, plan, row: row)
      if let times = input.times {
        return times == 0 ? [] : slips(in: input, times: Int128(times), name: name, plan)
      }
      return formula.inputs.count <= 200 ? slips(inOther: input, of: formula, name: name) : []
    }
  }

  /// An input that is only added: what it ought to be follows from the difference.
  private func slips(
    in input: PublishedFormula.Input, times: Int128, name: String, _ plan: Plan
  ) -> [Misprint] {
    let effect = times * input.value.trillionths
    guard effect != 0 else { return [] }
    let difference = printed - meant
    var found = counts(difference, effect, name)
    let (share, rest) = difference.quotientAndRemainder(dividingBy: times)
    let step = input.halfPlace * 2
    guard rest == 0, step > 0, difference != -2 * effect else { return found }
    let value = input.value.trillionths
    let decimals = plan.rows[input.row].details?.style(input.column).decimals ?? 0
    let slips = Slip.all(from: value + share, to: value, step: step, decimals: decimals)
    for slip in slips where slip.rank < .last {
      found.append(Misprint(rank: slip.rank, before: "\(slip.words) in ", name: name))
    }
    return found
  }

  /// Left out, counted twice, or with its sign lost: exactly, or else within rounding.
  private func counts(_ difference: Int128, _ effect: Int128, _ name: String) -> [Misprint] {
    func misprint(_ rank: Misprint.Rank, _ rounding: String) -> [Misprint] {
      func isNear(_ target: Int128) -> Bool {
        let distance = Int128((difference - target).magnitude)
        return rank == .strong ? distance == 0 : 0 < distance && distance < bound
      }
      if isNear(-effect) {
        return [Misprint(rank: rank, before: "", name: name, after: " is left out\(rounding)")]
      }
      if isNear(effect) {
        return [Misprint(rank: rank, before: "", name: name, after: " is counted twice\(rounding)")]
      }
      if isNear(-2 * effect) {
        return [
          Misprint(
            rank: rank, before: "a bracket or sign is lost in ", name: name, after: rounding)
        ]
      }
      return []
    }
    let exact = misprint(.strong, "")
    if !exact.isEmpty || Int128(effect.magnitude) <= bound { return exact }
    return misprint(.last, ", but for rounding")
  }

  /// An input that is multiplied or compared: the formula is tried with its sign turned, and without.
  private func slips(
    inOther input: PublishedFormula.Input, of formula: PublishedFormula, name: String
  ) -> [Misprint] {
    guard !input.value.isZero else { return [] }
    func explains(_ cell: Cell) -> Bool {
      let value = formula.value(with: [input.key: cell])
      return FixedPoint.round(value, toMultipleOf: style.lastPlace.step) == printed
    }
    let turned = input.value.with(trillionths: -input.value.trillionths)
    if explains(.figure(turned)) {
      return [Misprint(rank: .strong, before: "a bracket or sign is lost in ", name: name)]
    }
    if explains(.blank) {
      return [Misprint(rank: .strong, before: "", name: name, after: " is left out")]
    }
    return []
  }

  /// An input as the reader finds it: its title, its column, or both.
  private func name(of input: PublishedFormula.Input, _ plan: Plan, row: Int) -> String {
    let title = "'\(plan.rows[input.row].title)'"
    if column == .position(input.column) { return title }
    let year = plan.name(ofColumn: input.column)
    return input.row == row ? year : "\(title) of \(year)"
  }
}
