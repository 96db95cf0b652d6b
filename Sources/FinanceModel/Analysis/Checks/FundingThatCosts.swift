extension CheckRule {
  static let fundingThatCosts = CheckRule(
    "funding-that-costs",
    finds: "a line of funding or income whose whole amount adds to the gap in every year, council "
      + "tax whose changes all do, or two or more lines of changes that all do where no line of "
      + "their role reduces it, unless a title says that money is lost or paid",
    why: "a figure is read as it is printed and positive adds to the gap, so funding typed as "
      + "positive figures makes it larger by twice its amount",
    mending: "put the figures in brackets, or give the section signs: income-positive where the "
      + "table prints income positive",
    faulty: "- { id: grant, title: Support grant, base: 3.000, recurring: [0.100, 0.100, 0.100] }",
    mended: "- { id: grant, title: Support grant, base: (3.000), "
      + "recurring: [(0.100), (0.100), (0.100)] }"
  ) { subject in
    FundingSigns(subject).places
  }
}

/// The funding and income of a plan whose figures have the sign of a cost.
///
/// A change alone says little: a grant that falls is positive. So a line is judged by its whole
/// amount where it has one, and by its changes only where nothing beside it reduces the gap.
private struct FundingSigns {
  private let subject: CheckSubject
  private let lines: [CheckSubject.CheckedLine]
  /// The roles of which every line, two at least, only adds to the gap, and not all are grants.
  private let costlyRoles: Set<Role>
  /// The sections in which some funding or income reduces the gap.
  private let soundSections: Set<Identifier>

  init(_ subject: CheckSubject) {
    self.subject = subject
    lines = subject.plan.gap == .none ? [] : subject.lines.filter(\.isFunding)
    costlyRoles = Set(
      [Role.funding, .income].filter { role in
        // A line without figures says nothing.
        let beside = subject.lines.filter { $0.line.role == role }
        guard beside.allSatisfy(subject.onlyCosts) else { return false }
        let filled = beside.filter { subject.reach($0).contains { $0 != 0 } }
        return filled.count > 1 && filled.allSatisfy { !$0.isLost }
          && filled.contains { !LineWording($0.line.details).isGrant }
      })
    soundSections = Set(
      lines.filter { subject.reach($0).contains { $0 < 0 } }.compactMap(\.line.details.section))
  }

  /// One for each line, or one for a section of which every line is at fault.
  var places: [Finding.Place] {
    let found = lines.filter(isFaulty)
    let bySection = Dictionary(grouping: found, by: \.line.details.section)
    return found.compactMap { item in
      guard let section = item.line.details.section, let beside = bySection[section],
        beside.count > 1, !soundSections.contains(section)
      else { return place(item) }
      guard item.row == beside[0].row else { return nil }
      let title = subject.plan.sections.first { $0.id == section }?.title ?? section.name
      return Finding.Place(
        "all \(item.line.role.rawValue) of '\(title)' has the sign of a cost", at: item.range)
    }
  }

  private func place(_ item: CheckSubject.CheckedLine) -> Finding.Place {
    let amount = Money(trillionths: subject.reach(item).first { $0 > 0 } ?? 0)
    return Finding.Place(
      "'\(item.title)' is \(item.line.role.rawValue) with the sign of a cost: "
        + subject.text(.money(amount), item.line.details),
      at: item.range)
  }

  private func isFaulty(_ item: CheckSubject.CheckedLine) -> Bool {
    guard subject.onlyCosts(item), subject.reach(item).contains(where: { $0 > 0 }) else {
      return false
    }
    // Council tax rises from year to year; one year in which it falls may be meant.
    let isTax =
      LineWording(item.line.details).isCouncilTax && item.annual.count { $0 > 0 } > 1
    return (subject.isWhole(item) || isTax || costlyRoles.contains(item.line.role)) && !item.isLost
  }
}

extension CheckSubject {
  /// The whole amount of a line in the base year and in each year, or what its changes come to.
  fileprivate func reach(_ item: CheckedLine) -> [Int128] {
    let base = base(item)
    return [base] + item.cumulative.map { base + $0 }
  }

  /// Whether the whole amount of a line is known, and not only what the years change.
  fileprivate func isWhole(_ item: CheckedLine) -> Bool {
    item.line.basis != .recurring || base(item) != 0
  }

  /// Whether a line reduces the gap in no year: by its whole amount, or by what each year changes.
  fileprivate func onlyCosts(_ item: CheckedLine) -> Bool {
    (isWhole(item) ? reach(item) : item.annual).allSatisfy { $0 >= 0 }
  }
}

extension CheckSubject.CheckedLine {
  fileprivate var isFunding: Bool { line.role == .funding || line.role == .income }

  /// Whether its words say why funding adds to the gap.
  fileprivate var isLost: Bool {
    let wording = LineWording(line.details)
    return wording.isReversal || wording.isEitherSign || wording.isLossOrPayment
  }
}
