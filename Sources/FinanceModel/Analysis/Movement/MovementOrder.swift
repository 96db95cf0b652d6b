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
  /// The group of each line that is not put in.
  private var home: [Identifier: Int] = [:]
  /// The first group of each section.
  private var first: [Identifier?: Int] = [:]
  /// What is put in at the start of a group.
  private var leading: [Int: [Identifier]] = [:]
  /// What is put in after a line.
  private var following: [Identifier: [Identifier]] = [:]

  init(old: Plan, new: Plan) {
    for line in new.rows.compactMap(\.line) { append(line) }
    var latest: [Identifier?: Identifier] = [:]
    for line in old.rows.compactMap(\.line) {
      let section = line.details.section
      if let group = home[line.id] {
        if groups[group].section == section { latest[section] = line.id }
      } else if let before = latest[section] {
        following[before, default: []].append(line.id)
      } else if let group = first[section] {
        leading[group, default: []].append(line.id)
      } else {
        append(line)
        latest[section] = line.id
      }
    }
    for index in groups.indices {
      groups[index].lines =
        (leading[index] ?? []) + groups[index].lines.flatMap { [$0] + (following[$0] ?? []) }
    }
  }

  /// Adds a line to the last group, or to one of its own where that is of another section.
  private mutating func append(_ line: Line) {
    let section = line.details.section
    if groups.isEmpty || groups[groups.count - 1].section != section {
      groups.append(Group(section: section, lines: []))
      if first[section] == nil { first[section] = groups.count - 1 }
    }
    groups[groups.count - 1].lines.append(line.id)
    home[line.id] = groups.count - 1
  }
}
