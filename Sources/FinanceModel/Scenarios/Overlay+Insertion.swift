/// Lines that a scenario inserts.
extension Overlay {
  func inserting(_ nodes: [Node]) -> Plan {
    var changed = plan
    let before = problems.found.count
    for node in nodes {
      guard let reader = MappingReader(node, .inserted, problems),
        let place = place(reader, in: changed),
        let row = RowLoader(context: context).line(reader, in: place.parent)
      else { continue }
      changed.insert(row, at: place.index)
    }
    changed.writeNetBudgetRequirement()
    if problems.found.count == before { NameCheck(plan: changed, problems: problems).check() }
    return changed
  }

  private typealias Place = (parent: RowLoader.Parent?, index: Int)

  /// Where a line goes: after the line it names, or at the end of its section.
  private func place(_ reader: MappingReader, in changed: Plan) -> Place? {
    let overlay = Overlay(plan: changed, problems: problems)
    var after: Int?
    if let name = reader.has("after") ? reader.filled("after") : nil {
      guard let row = overlay.line(name) else { return nil }
      after = row
    }
    var section = after.flatMap { changed.rows[$0].details?.section }
    if let name = reader.has("section") ? reader.filled("section") : nil {
      guard let found = changed.sections.first(where: { $0.id.name == name.text }) else {
        overlay.unknown(name, "section", among: changed.sections.map(\.id.name))
        return nil
      }
      if after != nil, section != found.id {
        problems.add(
          .conflictingKeys, "the line under 'after' is not in the section '\(name.text)'",
          at: name.range, expected: "a line of that section under 'after', or no 'section'")
        return nil
      }
      section = found.id
    }
    if section == nil, !reader.has("role"), !reader.isMisspelt(["section", "after", "role"]) {
      problems.add(
        .missingKey, "the inserted line does not say where it goes",
        at: reader.has("id") ? reader.keyRange("id") : reader.range.firstLine,
        expected: "'section' or 'after' beside it",
        help: "a line outside all sections has a 'role' of its own")
      return nil
    }
    let found = section.flatMap { id in changed.sections.first { $0.id == id } }
    let parent = found.map {
      RowLoader.Parent(id: $0.id, role: $0.role, delivery: $0.delivery, inTotal: $0.inTotal)
    }
    return (parent, after.map { $0 + 1 } ?? changed.end(of: found))
  }
}

extension Plan {
  /// Where a line goes that is the last of a section, or the last of all.
  fileprivate func end(of section: Section?) -> Int {
    let end = rows.firstIndex { $0.table != nil } ?? rows.count
    guard let section else { return end }
    let isOwn = { (row: Row) in
      if case .figure(let figure) = row, figure.totalOf != nil { return false }
      return row.details?.section == section.id
    }
    if let last = rows.lastIndex(where: isOwn) { return last + 1 }
    let total = rows.firstIndex { $0.details?.section == section.id }
    let heading = rows.firstIndex { row in
      if case .heading(let heading) = row { return heading.title == section.title }
      return false
    }
    return total ?? heading.map { $0 + 1 } ?? end
  }

  /// Puts a row in its place; what points at later rows goes on pointing at them.
  fileprivate mutating func insert(_ row: Row, at index: Int) {
    rows.insert(row, at: index)
    published = published.map { $0.movingRows(from: index) }
  }
}

extension PublishedTable {
  /// The same table in a plan with one row more at a place.
  fileprivate func movingRows(from index: Int) -> PublishedTable {
    PublishedTable(
      name: name,
      rows: rows.map { row in
        Row(title: row.title, row: row.row < index ? row.row : row.row + 1, cells: row.cells)
      }, style: style, noted: noted)
  }
}
