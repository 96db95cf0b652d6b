/// The lines of two plans in one order: that of the later plan, with those that it dropped put in.
///
/// A dropped line stands after the one that preceded it in its section of the earlier plan. Where the
/// later plan has no line of that section left, it stands in a group at the end.
struct MovementOrder {
  struct Group {
    /// Nil for lines outside sections.
    let section: Identifier?
    var lines: [Identifier]
  }

  private(set) var groups: [Group] = []
  /// The group in which each line stands.
  private var home: [Identifier: Int] = [:]
  /// For each section of the earlier plan, its last line so far that stands in the same section.
  private var latest: [Identifier?: Identifier] = [:]

  init(old: Plan, new: Plan) {
    for line in new.rows.compactMap(\.line) { append(line) }
    for line in old.rows.compactMap(\.line) { insert(line) }
  }

  private mutating func append(_ line: Line) {
    if groups.isEmpty || groups[groups.count - 1].section != line.details.section {
      groups.append(Group(section: line.details.section, lines: []))
    }
    groups[groups.count - 1].lines.append(line.id)
    home[line.id] = groups.count - 1
  }

  private mutating func insert(_ line: Line) {
    let section = line.details.section
    if let group = home[line.id] {
      if groups[group].section == section { latest[section] = line.id }
      return
    }
    let before = latest[section]
    guard let group = before.flatMap({ home[$0] }) ?? groups.firstIndex(of: section) else {
      groups.append(Group(section: section, lines: [line.id]))
      home[line.id] = groups.count - 1
      latest[section] = line.id
      return
    }
    let place = before.flatMap { groups[group].lines.firstIndex(of: $0) }
    groups[group].lines.insert(line.id, at: place.map { $0 + 1 } ?? 0)
    home[line.id] = group
    latest[section] = line.id
  }
}

extension [MovementOrder.Group] {
  fileprivate func firstIndex(of section: Identifier?) -> Int? {
    firstIndex { $0.section == section }
  }
}
