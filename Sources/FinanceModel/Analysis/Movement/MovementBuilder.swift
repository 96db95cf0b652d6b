extension Question {
  /// What changed from this plan to a later version of it.
  ///
  /// Throws `Diagnostics` when one of them has no gap, when they have no year in common, and when
  /// opening and rows do not add exactly to closing.
  public func movement(to later: Question) throws(Diagnostics) -> Movement {
    let titles = MovementTitles(old: self, new: later)
    let (old, new) = (try plan(), try later.plan())
    try old.requireMovement(to: new)
    guard let before = Movement.Version(title: titles.old, forecast: try old.forecast()),
      let after = Movement.Version(title: titles.new, forecast: try new.forecast())
    else { throw Diagnostics([]) }
    return try MovementBuilder(old: before, new: after).movement().proved()
  }
}

/// Holds the lines of two computed plans against each other.
struct MovementBuilder {
  private let old: Movement.Version
  private let new: Movement.Version
  private let oldLines: [Identifier: Entry]
  private let newLines: [Identifier: Entry]

  /// A line of one of the plans.
  private struct Entry {
    let line: Line
    /// What it adds to the gap, by year; nil where it is in no gap.
    let effects: YearSeries<Cell>?
    /// Its amounts where its money is for one year only.
    let amounts: YearSeries<Money>?
    /// How its section is named; nil outside sections.
    let section: String?

    /// Whether it has a figure in any of the years, or one to be confirmed.
    func hasFigures(_ years: [FinancialYear]) -> Bool {
      years.contains { year in
        effects?[year].map { $0.money != nil || $0 == .toBeConfirmed } ?? false
      }
    }
  }

  init(old: Movement.Version, new: Movement.Version) {
    self.old = old
    self.new = new
    oldLines = MovementBuilder.entries(old)
    newLines = MovementBuilder.entries(new)
  }

  private static func entries(_ version: Movement.Version) -> [Identifier: Entry] {
    let plan = version.plan
    let effects = version.forecast.gapEffects
    let oneOffs = Dictionary(
      version.gap.oneOffs.map { ($0.id, $0.amounts) }, uniquingKeysWith: { first, _ in first })
    let sections = Dictionary(
      plan.sections.map { ($0.id, $0.title ?? $0.id.name) }, uniquingKeysWith: { first, _ in first }
    )
    return Dictionary(
      plan.rows.compactMap(\.line).map { line in
        let entry = Entry(
          line: line,
          effects: effects[line.id].map { YearSeries(first: plan.years.years[0], values: $0) },
          amounts: oneOffs[line.id], section: line.details.section.flatMap { sections[$0] })
        return (line.id, entry)
      }, uniquingKeysWith: { first, _ in first })
  }

  func movement() -> Movement {
    var carried: [Movement.Row] = []
    var groups: [Movement.Group] = []
    var recastings: [Movement.Recasting] = []
    let titles = Dictionary(
      (new.plan.sections + old.plan.sections).map { ($0.id, $0.title) },
      uniquingKeysWith: { first, _ in first })
    for group in MovementOrder(old: old.plan, new: new.plan).groups {
      var rows: [Movement.Row] = []
      for id in group.lines {
        let carries = (newLines[id] ?? oldLines[id])?.line.carriesGap ?? false
        if let row = row(id) {
          if carries { carried.append(row) } else { rows.append(row) }
        } else {
          recastings += recasting(id)
        }
      }
      if rows.isEmpty { continue }
      groups.append(
        Movement.Group(
          section: group.section, title: group.section.flatMap { titles[$0] ?? nil }, rows: rows))
    }
    return Movement(
      old: old, new: new, carried: carried, groups: groups.lettered, recastings: recastings)
  }

  // MARK: Rows

  /// The row of a line, or nil where it adds the same to every year.
  private func row(_ id: Identifier) -> Movement.Row? {
    let (oldLine, newLine) = (oldLines[id], newLines[id])
    let years = new.plan.years.years
    let before = years.map { oldLine?.effects?[$0] ?? .blank }
    let after = years.map { newLine?.effects?[$0] ?? .blank }
    guard let line = (newLine ?? oldLine)?.line,
      zip(before, after).contains(where: { $0.adds != $1.adds })
    else { return nil }
    let kind: Movement.Kind
    let totals = totals(oldLine, newLine, before, after)
    if oldLine?.hasFigures(old.plan.years.years) != true {
      kind = .added
    } else if newLine?.hasFigures(years) != true {
      kind = .removed
    } else {
      let amounts = years.map { (oldLine?.amounts?[$0] ?? .zero, newLine?.amounts?[$0] ?? .zero) }
      // One-off money that only unwinds in an added year has not moved.
      let unwinds =
        oldLine?.amounts != nil && newLine?.amounts != nil && amounts.allSatisfy { $0 == $1 }
      let moves =
        !unwinds && zip(before, after).contains { $0.money ?? .zero != $1.money ?? .zero }
      kind = moves && totals.before == totals.after ? .reprofiled : .changed
    }
    return Movement.Row(
      id: id, title: line.details.title, kind: kind, before: before, after: after,
      annual: zip(before, after).map(Cell.movement),
      total: totals.after, letter: nil,
      note: newLine.flatMap { $0.line.details.note ?? oldLine?.line.details.note },
      formerNote: newLine == nil ? oldLine?.line.details.note : nil,
      recastings: changes(oldLine, newLine))
  }

  /// What a line comes to over the later plan's years: the amounts of a one-off, which unwind, or
  /// else what it adds.
  private func totals(
    _ oldLine: Entry?, _ newLine: Entry?, _ before: [Cell], _ after: [Cell]
  ) -> (before: Money, after: Money) {
    if let old = oldLine?.amounts, let new = newLine?.amounts {
      let years = self.new.plan.years.years
      func sum(_ amounts: YearSeries<Money>) -> Money {
        years.reduce(.zero) { $0 + (amounts[$1] ?? .zero) }
      }
      return (sum(old), sum(new))
    }
    func sum(_ cells: [Cell]) -> Money { cells.reduce(.zero) { $0 + ($1.money ?? .zero) } }
    return (sum(before), sum(after))
  }

  // MARK: What differs beside the figures

  private func recasting(_ id: Identifier) -> [Movement.Recasting] {
    let changes = changes(oldLines[id], newLines[id])
    guard let line = newLines[id]?.line, !changes.isEmpty else { return [] }
    return [Movement.Recasting(title: line.details.title, changes: changes)]
  }

  private func changes(_ old: Entry?, _ new: Entry?) -> [Movement.Recasting.Change] {
    guard let old, let new else { return [] }
    var changes: [Movement.Recasting.Change] = []
    if old.line.details.title != new.line.details.title {
      changes.append(.title(from: old.line.details.title))
    }
    if old.line.details.section != new.line.details.section {
      changes.append(.section(from: old.section, to: new.section))
    }
    if old.line.role != new.line.role {
      changes.append(.role(from: old.line.role, to: new.line.role))
    }
    if old.line.basis != new.line.basis {
      changes.append(.basis(from: old.line.basis, to: new.line.basis))
    }
    return changes
  }
}

extension Cell {
  /// What it adds, where nothing and nil add the same; a figure to be confirmed is unlike either.
  fileprivate var adds: Cell { self == .toBeConfirmed ? self : .money(money ?? .zero) }

  /// After less before. Without a figure in either it is to be confirmed where one of them is.
  fileprivate static func movement(from before: Cell, to after: Cell) -> Cell {
    if before.money == nil, after.money == nil {
      return [before, after].contains(.toBeConfirmed) ? .toBeConfirmed : .blank
    }
    return .money((after.money ?? .zero) - (before.money ?? .zero))
  }
}
