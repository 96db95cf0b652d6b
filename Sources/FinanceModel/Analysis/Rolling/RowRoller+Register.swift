/// What a register says of a line by year, and effects that start within one.
extension RowRoller {
  /// Leaves full-year effects as they are where all of them start in the new base year or later.
  ///
  /// A list says by its place when each starts, so that it only moves on when its first is blank.
  func keepFullYear(_ line: Line, _ entries: inout [Node.Entry]) -> Bool {
    guard let node = entries["full-year"], let phasing = line.phasing,
      edits.frozen[line.id] == nil, !edits.delivered.contains(line.id),
      !edits.blank.contains(line.id), let start = phasing.effects.keys.min()
    else { return false }
    let first = evaluator.index.planColumns.lowerBound
    if case .scalar = node { return start >= first }
    guard start > first else { return false }
    var profile = RollingProfile(node, then: nil, years: years.old.years)
    if case .sequence = node { profile[years.added] = .made("~", at: node.range) }
    entries.set("full-year", profile.written(over: years.new.years).figures)
    return true
  }

  /// What the added year has of effects that are left as they are.
  mutating func assume(_ line: Line) {
    let details = line.details
    let rest = line.phasedBeyond.map {
      Cell.figure($0).typed(in: details.unit, decimals: details.decimals)
    }
    log.assumed.append(
      RollForward.Assumed(
        id: details.id.name, title: details.title, rule: rest == nil ? .noChange : .fullYear,
        value: rest ?? "~"))
  }

  /// Writes a full-year effect out as what each year adds, so that it can be moved on.
  ///
  /// Returns what the added year has of it: the rest of what starts in the last year, or nil.
  mutating func writeOutFullYear(_ line: Line, _ entries: inout [Node.Entry]) -> Node? {
    guard let index = entries.firstIndex(where: { $0.key.text == "full-year" }) else { return nil }
    let details = line.details
    let place = entries[index].value.range
    func node(_ cell: Cell) -> Node {
      .made(cell.typed(in: details.unit, decimals: details.decimals), at: place)
    }
    let figures = details.entries[evaluator.index.planColumns].map { entry in
      if case .typed(let cell, _) = entry { node(cell) } else { node(.blank) }
    }
    entries[index] = Node.Entry(
      key: .made(Basis.recurring.rawValue, at: entries[index].key.range),
      value: .sequence(figures, place.start))
    entries.remove("starts")
    log.notes.append(
      "'\(line.id)' is written out by year, as an effect of it starts in \(years.base) or before, or "
        + "its figures are held: a change by months now sees plain figures")
    return line.phasedBeyond.map { node(.figure($0)) }
  }

  /// The gap of earlier years is in the new base year, and is not carried in once more.
  mutating func dropCarriedGap(_ line: Line, _ entries: inout [Node.Entry]) {
    guard line.carriesGap else { return }
    entries.remove("carried-gap")
    log.leftOut.append("the mark of '\(line.id)' as the gap carried in")
  }

  /// How sure the money is: the first year's status goes, and the added year is assumed, or has none
  /// where the money has ended.
  mutating func rollFunding(_ line: Line, _ entries: inout [Node.Entry]) {
    if let funding = entries["funding"], funding.text != FundingStatus.assumed.rawValue {
      let isOver = line.funding.ends != nil
      let assumed = Node.made(isOver ? "~" : FundingStatus.assumed.rawValue, at: funding.range)
      switch funding {
      case .scalar(let scalar):
        let statuses = years.common.map { _ in Node.made(scalar.text, at: scalar.range) }
        entries.set("funding", .sequence(statuses + [assumed], funding.range.start))
      case .sequence(let items, let range):
        entries.set("funding", .sequence(items.dropFirst() + [assumed], range))
      case .mapping(let given, let range):
        var kept = given.filter { entry in
          (try? FinancialYear(entry.key.text)).map { $0 != years.base } ?? true
        }
        kept.append(Node.Entry(key: .made(years.added.description, at: range), value: assumed))
        entries.set("funding", .mapping(kept, range))
      }
    }
    guard let ends = line.funding.ends else { return }
    if years.isGone(ends) {
      entries.remove("ends")
      log.leftOut.append("the end of '\(line.id)' in \(ends)")
    } else if ends == years.last, line.basis == .recurring {
      log.notes.append(
        "'\(line.id)' ends in \(ends): what stops in \(years.added) is not in its figures")
    }
  }
}
