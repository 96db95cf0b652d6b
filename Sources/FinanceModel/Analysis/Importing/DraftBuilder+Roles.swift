/// What each line is to the gap, from words and from the sum that the gap is.
extension DraftBuilder {
  /// The role that the totals name that count a row.
  func totalRole(of row: Int) -> Role? {
    var next = totals[row]
    var steps = 0
    while let total = next, steps < 20 {
      let title = rows[total].title
      // A net budget counts lines of every role.
      let mixed = ["net", "budget", "requirement", "position"] + ImportWords.requirement
      if ImportWords.holds(title, mixed) { return nil }
      if let role = RoleFinder.role(of: title), role != .memorandum { return role }
      next = totals[total]
      steps += 1
    }
    return nil
  }

  /// Whether a row that no others add up to is called the gap, beside lines that make one.
  private func isGapAlone(_ row: Int) -> Bool {
    ImportWords.holds(rows[row].title, ImportWords.gap)
      && RoleFinder.role(of: rows[row].title) == nil && gap?.effects[row] == nil
      && rows.count { $0.kind == .line && $0.unit == unit } > 2
  }

  mutating func findRoles(_ blocks: [SectionFinder.Block]) {
    var unsure: [Int] = []
    var outside: [Int] = []
    var others: [Int] = []
    var adding: [Int] = []
    for block in blocks {
      let lines = block.rows.filter { rows[$0].kind == .line }
      let named =
        RoleFinder.role(
          ofSection: block.title,
          total: block.total.map { rows[$0].title }.flatMap {
            ImportWords.holds($0, ImportWords.requirement) ? nil : $0
          })
        ?? (isSavings ? .saving : nil)
      let isClosing = named == nil && block.title.map(RoleFinder.isClosing) ?? false
      let most = RoleFinder.role(ofMost: lines.map { rows[$0].title })
      for row in lines {
        let isPressure = named == .funding && isPressure(row)
        if isPressure || named.map({ isOther(row, than: $0) }) ?? false { others.append(row) }
        if isGapAlone(row) {
          log.ask(
            "Of what is '\(rows[row].title)' made? "
              + (layout.years(of: rows[row]).allSatisfy { ($0.figure ?? 0) == 0 }
                ? "It is nil in every year, which many sums are" : "No rows add up to it")
              + ", so that it is read as a memorandum; the gap of the plan is that of its lines.",
            row: rows[row].number)
          rows[row].role = .memorandum
          continue
        }
        let spent = RoleFinder.role(ofGroup: rows[row].title) == .cost ? Role.pressure : nil
        let role =
          isPressure
          ? .pressure
          : isClosing
            ? RoleFinder.role(closing: rows[row].title)
            : named ?? RoleFinder.role(of: rows[row].title) ?? spent ?? most ?? totalRole(of: row)
        rows[row].role = self.role(row, in: role, unsure: &unsure, outside: &outside)
        if named == .funding, !isPressure,
          [.cost, .pressure].contains(rows[row].role) || isUnnamedRise(row),
          !ImportWords.holds(rows[row].title, ["collection fund"])
        {
          adding.append(row)
        }
      }
    }
    let roles = Set(rows.compactMap(\.role))
    hasGap =
      gap != nil || roles.contains(.funding) || roles.contains(.saving)
      || (bases.basis == .recurring && roles.contains(.pressure))
    if !hasGap {
      for row in rows.indices { rows[row].role = nil }
      log.ask(
        "Is there a gap in this table? No row is one and no title speaks of funding or savings, so "
          + "the plan only lists: gap: none.")
    } else {
      askRoles(unsure)
      askMemoranda(outside)
      askOthers(others)
      askAdding(adding)
      askSign()
      askRequirement()
      askCollectionFund()
      askOneOffs()
      askOneSide()
    }
  }

  private func role(
    _ row: Int, in section: Role?, unsure: inout [Int], outside: inout [Int]
  ) -> Role? {
    if !rows[row].unit.isMoney || rows[row].unit != unit {
      return .memorandum
    }
    if savings.contains(row) { return .saving }
    let named = RoleFinder.role(of: rows[row].title, in: section)
    guard let gap else {
      if balances.contains(row) {
        outside.append(row)
        return .memorandum
      }
      if named == nil { unsure.append(row) }
      // What is added to what is spent is no saving, though it is called transformation.
      if named == .saving, isLevel(row), isSpent(row), sum(row) > 0 { return .cost }
      return adapted(named ?? words ?? .pressure, row)
    }
    guard let effect = gap.effects[row] else {
      if named == .saving, !rows[row].isPart { return named }
      // What is taken out of reserves closes a gap; what is left in them does not.
      if named == .reserves, !balances.contains(row),
        ImportWords.holds(rows[row].title, ImportWords.useOfReserves)
      {
        return named
      }
      if !isBeside(row) { outside.append(row) }
      return .memorandum
    }
    let direction = direction(of: row, effect)
    let lowers = direction < 0
    if named == nil, lowers, ImportWords.holds(rows[row].title, ImportWords.saving) {
      return .saving
    }
    if lowers, pays(row, named) {
      if isLevy(row) { unsure.append(row) }
      return .funding
    }
    // What is in the gap is no memorandum, whatever it is called.
    guard let named = named == .memorandum ? RoleFinder.moneyRole(of: rows[row].title) : named,
      direction <= 0 || !isDoubtful(named, row) || lowersTogether(row, as: named, effect)
    else {
      if isLevel(row), lowers {
        // Below costs it is income of theirs.
        let isWithCosts = totals[row].map { Int(sum($0).signum()) * effect > 0 } ?? false
        return isWithCosts ? .income : .funding
      }
      // In a table of whole budgets what adds to the gap is a cost.
      if !isLevel(row), named != .saving || !isOneOff(row) { unsure.append(row) }
      return adapted(.pressure, row)
    }
    if isLevel(row), lowers, named == .pressure { return .income }
    return adapted(named, row)
  }

  /// Whether a row is beside the gap without a doubt: a part of the row above it, or a Band D.
  private func isBeside(_ row: Int) -> Bool {
    rows[row].isPart || ImportWords.holds(rows[row].title, ["band d"])
  }

  /// Whether it is odd that a line of a role adds to the gap: a saving, or a whole amount of funding.
  private func isDoubtful(_ role: Role, _ row: Int) -> Bool {
    switch role {
    case .saving: true
    case .funding, .income:
      isLevel(row) && !ImportWords.holds(rows[row].title, ["collection fund"])
    default: false
    }
  }

  /// Whether the total that counts a line is of its role and lowers the gap: a saving that is undone
  /// among others is one of them.
  private func lowersTogether(_ row: Int, as role: Role, _ effect: Int) -> Bool {
    guard let total = totals[row], totalRole(of: row) == role else { return false }
    return Int(sum(total).signum()) * effect < 0
  }

  /// In a table of whole budgets what costs is a cost.
  private func adapted(_ role: Role, _ row: Int) -> Role {
    isLevel(row) && role == .pressure ? .cost : role
  }

  func isLevel(_ row: Int) -> Bool { bases.isLevel(row) }

  /// Whether a line speaks of funding and its section of something else.
  private func isOther(_ row: Int, than section: Role) -> Bool {
    guard gap?.effects[row] != nil || gap == nil, !isNoFunding(row, in: section) else {
      return false
    }
    let own = RoleFinder.role(of: rows[row].title)
    let kept = RoleFinder.role(of: rows[row].title, in: section)
    return own == .funding && kept != .funding && kept != .income
  }

  /// Whether a change adds to the gap and its title speaks of what costs, and of nothing that pays.
  private func isPressure(_ row: Int) -> Bool {
    let title = rows[row].title
    return addsAsChange(row) && RoleFinder.role(of: title) == .pressure
      && !ImportWords.holds(title, ImportWords.funding)
  }

  /// Whether a change adds to the gap and its title speaks of nothing known: less money, or a cost.
  private func isUnnamedRise(_ row: Int) -> Bool {
    addsAsChange(row) && RoleFinder.role(of: rows[row].title) == nil
  }

  func addsAsChange(_ row: Int) -> Bool {
    guard !isLevel(row), rows[row].unit == unit, let effect = gap?.effects[row] else {
      return false
    }
    return Int(sum(row).signum()) * effect > 0
  }

  private func askOthers(_ others: [Int]) {
    let doubtful = others.filter { rows[$0].role != nil && rows[$0].role != .memorandum }
    guard let first = doubtful.first, let role = rows[first].role else { return }
    let isOne = doubtful.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(doubtful)) what the heading or the total says? The "
        + "\(isOne ? "title speaks" : "titles speak") of something else; \(isOne ? "it is" : "they are") read "
        + "as \(role.rawValue)\(isOne ? "" : " and the like").",
      row: isOne ? rows[first].number : nil)
  }

  /// Asks about what stands under funding and adds to the gap.
  private func askAdding(_ adding: [Int]) {
    guard let first = adding.first, let gap else { return }
    let isOne = adding.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(adding)) funding, as the heading or the total says? "
        + "\(isOne ? "It adds" : "They add") to '\(rows[gap.row].title)' as it is read, as a cost does; where "
        + "that row is negative when money is short, all signs are the other way round.",
      row: isOne ? rows[first].number : nil)
  }

  /// Asks which sign of the gap means that money is short, where words alone say it.
  private func askSign() {
    guard let gap, gap.isUnsure else { return }
    log.ask(
      "Is money short where '\(rows[gap.row].title)' is \(gap.isTurned ? "negative" : "positive")? It is read so; "
        + "where it is the other way round, every line has the other sign.",
      row: rows[gap.row].number)
  }

  /// Asks what council tax brings, where a table ends with what is left for it.
  private func askRequirement() {
    guard let gap, gap.isRequirement, !gap.isPaid else { return }
    log.ask(
      "Does council tax bring '\(rows[gap.row].title)'? No row of the table is what it brings, so that "
        + "this is the gap of the plan; a line of role funding with the council tax closes it.",
      row: rows[gap.row].number)
  }

  /// Asks whether a collection fund's balance, which is of one year, is to last.
  private func askCollectionFund() {
    let lasting = rows.indices.filter { row in
      isLevel(row) && [.funding, .cost, .pressure].contains(rows[row].role)
        && ImportWords.holds(rows[row].title, ["collection fund"]) && sum(row) != 0
    }
    guard let first = lasting.first else { return }
    let isOne = lasting.count == 1
    log.ask(
      "\(isOne ? "Is" : "Are") \(rows.titles(lasting)) money for one year at a time? A surplus or a deficit of "
        + "a collection fund is, and the structural gap leaves it out where the line says 'one-off'; "
        + "\(isOne ? "it is" : "they are") read as the levels that are printed.",
      row: isOne ? rows[first].number : nil)
  }

  private func askMemoranda(_ outside: [Int]) {
    guard let first = outside.first else { return }
    let isOne = outside.count == 1
    let place = gap.map { "in no sum that leads to '\(rows[$0.row].title)'" } ?? "in a balance"
    log.ask(
      "\(isOne ? "Does" : "Do") \(rows.titles(outside)) belong to the gap? \(isOne ? "It is" : "They are") "
        + "\(place), and \(isOne ? "is" : "are") read as "
        + "\(isOne ? "a memorandum" : "memoranda").", row: isOne ? rows[first].number : nil)
  }

  private func askRoles(_ unsure: [Int]) {
    guard let first = unsure.first else { return }
    log.ask(
      "What \(unsure.count == 1 ? "is" : "are") \(rows.titles(unsure)) to the gap: a cost, funding, income, "
        + "a saving or reserves? The table does not say; \(unsure.count == 1 ? "it is" : "they are") read as "
        + "\((rows[first].role ?? .pressure).rawValue).",
      row: unsure.count == 1 ? rows[first].number : nil)
  }
}
