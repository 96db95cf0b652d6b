/// Finds whether a row prints a gap as positive, or as a deficit in brackets.
struct GapSign {
  /// Whether costs enter the row as negative, so that a gap is printed negative.
  private(set) var isTurned = false
  /// Whether that hangs on words alone, or makes money to spare of what is called a gap.
  private(set) var isUnsure = false

  /// How many lines of one kind say that the gap is turned, less those that say it is not.
  private struct Votes {
    var sum = 0
    var count = 0

    /// Whether nearly all of them say so.
    var isTurned: Bool { sum * 3 > count * 2 }
    var areAgreed: Bool { count > 0 && abs(sum) == count }
  }

  private let finder: GapFinder
  private let gap: Int
  private var votes: [Kind: Votes] = [:]

  private enum Kind { case gap, funding, spent, pressure, saving, fundingChange }

  init(_ finder: GapFinder, of gap: Int, leaves: [Int: Int]) {
    self.finder = finder
    self.gap = gap
    let groups = groups
    for (row, sign) in leaves {
      let sum = sum(row)
      guard sum != 0, let kind = kind(row, in: groups[row]) else { continue }
      let effect = Int(sum.signum()) * sign
      votes[kind, default: Votes()].count += 1
      votes[kind, default: Votes()].sum +=
        [.funding, .fundingChange, .saving].contains(kind) ? effect : -effect
    }
    decide()
  }

  private mutating func decide() {
    let title = finder.rows[gap].title.lowercased()
    let isBracketed = ["(deficit)", "(gap)", "(shortfall)"].contains { title.contains($0) }
    let all = votes.reduce(into: Votes()) { all, votes in
      if votes.key == .fundingChange { return }
      all.sum += votes.value.sum
      all.count += votes.value.count
    }
    if isBracketed || title.contains("surplus") {
      isTurned = all.sum == 0 ? isBracketed : all.sum > 0
      return
    }
    if let funding = votes[.funding], let spent = votes[.spent] {
      // Money in less money out, or the other way round, says it whatever single lines are called.
      isTurned = funding.sum * 2 + spent.sum > 0
    } else if let gaps = votes[.gap] {
      isTurned = gaps.sum > 0
      isUnsure = isTurned
    } else if let pressures = votes[.pressure] ?? votes[.spent], let savings = votes[.saving] {
      isTurned = all.isTurned && pressures.sum > 0 && savings.sum > 0
      isUnsure = isTurned && !(pressures.areAgreed && savings.areAgreed)
    } else if let pressures = votes[.pressure], let funding = votes[.fundingChange] {
      // Funding may fall: only where the row is printed negative do both together say so.
      isTurned = sum(gap) < 0 && pressures.sum > 0 && funding.sum > 0
    }
    // What is called a gap is one where it is positive, unless two kinds of lines say otherwise.
    let short = isTurned ? -sum(gap) : sum(gap)
    if short < 0, finder.isNamed(gap), votes[.funding] == nil || votes[.spent] == nil {
      isUnsure = true
    }
  }

  private func sum(_ row: Int) -> Int128 {
    finder.rows[row].cells[finder.historyCount...].prefix(finder.yearCount).sum
  }

  /// What a line is to the gap: a grant to others is spent, though its title speaks of funding.
  private func kind(_ row: Int, in group: Role?) -> Kind? {
    let title = finder.rows[row].title
    let own = RoleFinder.role(of: title)
    let role: Role? =
      switch group {
      case .funding: .funding
      case .cost:
        // What others pay may stand among what is spent with either sign.
        own == .income ? .memorandum : own == .saving || own == .reserves ? own : .cost
      default: own ?? group ?? RoleFinder.role(ofGroup: title)
      }
    switch role {
    case .funding, .income: return finder.isLevel ? .funding : .fundingChange
    case .saving: return .saving
    case .cost: return finder.isLevel ? .spent : .pressure
    case .pressure: return finder.isLevel ? .spent : .pressure
    case .reserves, .memorandum: return nil
    case nil:
      if ImportWords.holds(title, ImportWords.gap) { return .gap }
      return finder.isLevel ? .spent : nil
    }
  }

  /// What the nearest total or heading above each line of the gap says of it.
  private var groups: [Int: Role] {
    let (rows, made) = (finder.rows, finder.made)
    var headings: [Role?] = []
    var heading: Role?
    for (place, row) in rows.enumerated() {
      if row.kind == .heading { heading = RoleFinder.role(ofGroup: row.title) }
      headings.append(row.section.flatMap(RoleFinder.role(ofGroup:)) ?? heading)
      if made[place] != nil { heading = nil }
    }
    var groups: [Int: Role] = [:]
    var open: [(row: Int, group: Role?)] = [(gap, nil)]
    var steps = 0
    while let next = open.popLast(), steps < 100_000 {
      steps += 1
      guard case .sum(let terms) = made[next.row] else {
        groups[next.row] = next.group ?? headings[next.row]
        continue
      }
      let named = next.row == gap ? nil : RoleFinder.role(ofGroup: rows[next.row].title)
      open += terms.map { ($0.row, named ?? next.group) }
    }
    return groups
  }
}
