extension CheckRule {
  static let figureTooFine = CheckRule(
    "figure-too-fine",
    finds: "a figure, typed in a plan or given by a change of a scenario, with more decimals than "
      + "its row prints, in a plan that rounds",
    why: "what is printed is not what is added, so the printed table does not add up",
    mending: "type the figure to the row's last place, give the row or plan more decimals, or say "
      + "rounding: none in the plan",
    faulty: "- { id: pay, title: Pay award, recurring: [1.0004, 1.000, 1.000] }",
    mended: "- { id: pay, title: Pay award, recurring: [1.000, 1.000, 1.000] }"
  ) { subject in
    guard subject.plan.rounding == .printed else { return [] }
    return subject.plan.rows.flatMap { row -> [Finding.Place] in
      guard let line = row.line, line.details.rounding != nil else { return [] }
      let details = line.details
      let changes = line.adjustments.compactMap { change in
        change.figures.first { $0.rounded(details.lastPlace) != $0 }.map { figure in
          Finding.Place(
            "'\(change.name)' gives '\(details.title)' a finer figure than it prints, "
              + subject.text(figure, details),
            at: change.range)
        }
      }
      return subject.tooFine(details) + changes
    }
  }
}

extension CheckSubject {
  /// The first figure typed in a row that is finer than the row prints; none or one.
  fileprivate func tooFine(_ details: RowDetails) -> [Finding.Place] {
    for case .typed(.figure(let figure), let range) in details.entries
    where figure.rounded(details.lastPlace) != figure {
      return [
        Finding.Place(
          "'\(details.title)' has the figure '\(range.text)' and prints \(text(figure, details))",
          at: range)
      ]
    }
    return []
  }
}

extension Adjustment {
  /// The figures typed in it, by year.
  fileprivate var figures: [Quantity] {
    let figures: [Int: Quantity] =
      switch operation {
      case .set(let cells): cells.compactMapValues(\.figure)
      case .add(let amounts), .profile(.amounts(let amounts)): amounts
      case .scale, .deliver, .slip, .profile(.shares): [:]
      }
    return figures.sorted { $0.key < $1.key }.map(\.value)
  }
}
