extension CheckRule {
  static let figureTooFine = CheckRule(
    "figure-too-fine",
    finds: "a typed figure with more decimals than its row prints, in a plan that rounds",
    why: "what is printed is not what is added, so the printed table does not add up",
    mending: "type the figure to the row's last place, give the row or plan more decimals, or say "
      + "rounding: none in the plan",
    faulty: "- { id: pay, title: Pay award, recurring: [1.0004, 1.000, 1.000] }",
    mended: "- { id: pay, title: Pay award, recurring: [1.000, 1.000, 1.000] }"
  ) { subject in
    guard subject.plan.rounding == .printed else { return [] }
    return subject.plan.rows.compactMap { row in
      guard let details = row.line?.details, details.rounding != nil else { return nil }
      for case .typed(.figure(let figure), let range) in details.entries
      where figure.rounded(details.lastPlace) != figure {
        return Finding.Place(
          "'\(details.title)' has the figure '\(range.text)' and prints "
            + "\(subject.text(figure, details))",
          at: range)
      }
      return nil
    }
  }
}
