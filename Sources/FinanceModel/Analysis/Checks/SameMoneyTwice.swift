extension CheckRule {
  static let sameMoneyTwice = CheckRule(
    "same-money-twice",
    finds: "the same figures with the same sign in funding or income and again in savings, or in "
      + "two lines of one title, where no third line is their contra",
    why: "money counted once as income and once as a saving closes the gap twice",
    mending: "leave the money in one of the two lines, or add the spending that it pays for as a "
      + "line with the opposite sign",
    faulty:
      "- { id: care-grant, title: Adult social care grant, recurring: [(1.210), (0.543), ~] }",
    mended:
      "- { id: care-grant, title: Adult social care grant, recurring: [(1.210), (0.543), "
      + "~] }\n"
      + "- { id: care-spending, title: Spending of the grant, recurring: [1.210, 0.543, ~] }"
  ) { subject in
    let lines = subject.lines.filter { item in
      item.line.role != .memorandum && item.annual.contains { $0 != 0 }
    }
    let series = Dictionary(grouping: lines, by: \.annual)
    return lines.flatMap { later -> [Finding.Place] in
      if series[later.annual.map { -$0 }] != nil { return [] }
      // The first of several is enough: the others are found against it in their turn.
      return (series[later.annual] ?? []).prefix(mostCompared).first { earlier in
        earlier.row < later.row && subject.areOneMoney(earlier, later)
      }.map { earlier in
        [
          Finding.Place(
            "'\(later.title)' has the same figures as '\(earlier.title)'", at: later.range,
            notes: [Diagnostic.Note("'\(earlier.title)' stands here", at: earlier.range)])
        ]
      } ?? []
    }
  }
}

/// How many lines of one series a line is held against; a plan may have thousands alike.
private let mostCompared = 20

extension CheckSubject {
  /// Whether two lines with one series are more than two that happen to agree.
  fileprivate func areOneMoney(_ left: CheckedLine, _ right: CheckedLine) -> Bool {
    if left.title.trimmed.lowercased() == right.title.trimmed.lowercased() { return true }
    let roles = [left.line.role, right.line.role]
    guard roles.contains(.saving), roles.contains(.income) || roles.contains(.funding) else {
      return false
    }
    return digits(left) > 2
      || LineWording(left.line.details).shares(LineWording(right.line.details))
  }

  /// The digits in the different figures of a line, without leading and trailing noughts.
  private func digits(_ item: CheckedLine) -> Int {
    Set(item.annual.map(\.magnitude)).reduce(0) { sum, amount in
      let step = item.line.details.lastPlace.step.magnitude
      let printed = String(amount / step)
      return amount < step ? sum : sum + printed.reversed().drop { $0 == "0" }.count
    }
  }
}
