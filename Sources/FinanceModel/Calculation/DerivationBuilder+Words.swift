/// What is said of how a cell of a row came to be.
extension DerivationBuilder {
  /// `part of £1.140m a year from September 2027`.
  func words(_ phasing: Phasing, _ details: RowDetails) -> String {
    let format = AmountFormat(
      decimals: details.decimals, negatives: .brackets, groupsThousands: true)
    let effects = phasing.effects.sorted { $0.key < $1.key }.map { column, effect in
      let amount = details.unit.phrase(format.text(effect, in: details.unit))
      return
        "\(amount) a year from \(Month.name(phasing.months, after: plan.years.columns[column]))"
    }
    return "part of " + effects.joined(separator: ", ")
  }

  /// What a change does, in words.
  func words(_ adjustment: Adjustment, _ details: RowDetails, _ column: Int) -> String {
    let format = AmountFormat(
      decimals: details.decimals, negatives: .brackets, groupsThousands: true)
    let percent = AmountFormat(decimals: 2, negatives: .minus, groupsThousands: true)
    switch adjustment.operation {
    case .set(let cells): return "set to " + format.text(cells[column] ?? .blank, in: details.unit)
    case .add(let amounts):
      return "adds " + (amounts[column].map { format.text($0, in: details.unit) } ?? "")
    case .scale(let rate): return "times " + percent.text(.number(rate), in: .percent) + "%"
    case .deliver(let formula): return "times \(formula.text)"
    case .slip(let slip):
      return percent.text(.number(slip.share), in: .percent) + "% comes \(slip.words) later"
    case .profile: return "the total spread anew"
    }
  }
}
