extension CheckRule {
  static let levelBelowNil = CheckRule(
    "level-below-nil",
    finds: "a `recurring` line with a base-year figure whose changes take it past nil",
    why: "a grant of 3 cannot lose 4: a change is too large, is counted twice, or belongs to "
      + "another line",
    mending: "make the changes add up to no more than the base-year figure, or correct that figure",
    faulty:
      "- { id: grant, title: Revenue support grant, base: (3.000), recurring: [2.000, 2.000, ~] }",
    mended:
      "- { id: grant, title: Revenue support grant, base: (3.000), recurring: [2.000, 1.000, ~] }"
  ) { subject in
    subject.lines.compactMap { item in
      let base = subject.base(item)
      guard item.line.basis == .recurring, base != 0, !LineWording(item.line.details).isEitherSign
      else { return nil }
      let place = item.line.details.lastPlace.step
      let crossing = item.cumulative.indices.first { offset in
        let level = base + item.cumulative[offset]
        // Half a last place for the base figure and for each change is rounding.
        let rounding = place * Int128(offset + 2) / 2
        return (level < 0) != (base < 0) && level.magnitude > rounding.magnitude
      }
      guard let crossing else { return nil }
      let details = item.line.details
      func text(_ amount: Int128) -> String {
        subject.text(.money(Money(trillionths: amount)), details)
      }
      return Finding.Place(
        "'\(item.title)' starts from \(text(base)) and is \(text(base + item.cumulative[crossing])) "
          + "in \(subject.year(crossing)), past nil",
        at: details.place(subject.plan.years.planColumns.lowerBound + crossing))
    }
  }
}

extension CheckSubject {
  /// The base-year figure from which a line starts, in trillionths and turned as its effects are.
  func base(_ item: CheckedLine) -> Int128 {
    guard let column = plan.years.baseColumn, !item.line.baseIsMemo,
      let figure = forecast.printed[item.row][column].cell.figure
    else { return 0 }
    return index.lines[item.row]?.isTurned ?? false ? -figure.trillionths : figure.trillionths
  }

  /// The level of a line in a plan year: its base-year figure and its cumulative effect.
  func level(_ item: CheckedLine, _ offset: Int) -> Int128 {
    base(item) + item.cumulative[offset]
  }
}
