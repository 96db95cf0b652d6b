extension CheckRule {
  static let lineNobodyAdds = CheckRule(
    "line-nobody-adds",
    finds: "a section of several lines without a total, which no formula adds, and a memorandum "
      + "line of money that no formula reads",
    why: "a line that no printed figure adds can be wrong, missing or typed twice and nothing "
      + "shows it",
    mending: "give the section a total:, or name its lines in a formula",
    faulty: "role: pressure",
    mended: "role: pressure\n"
      + "total: { id: total-pressures, title: Total pressures }"
  ) { subject in
    let read = subject.names
    let sections = subject.plan.sections.compactMap { section -> Finding.Place? in
      let lines = (subject.index.linesOfSection[section.id] ?? [])
        .compactMap { subject.plan.rows[$0].line }
        .filter { $0.role != .memorandum && $0.details.unit.isMoney }
      guard lines.count > 1, !read.contains(section.id),
        !lines.contains(where: { read.contains($0.id) }), !subject.addsGap(read)
      else { return nil }
      return Finding.Place(
        "no figure adds the \(lines.count) lines of '\(section.title ?? section.id.name)'",
        at: section.range)
    }
    let memoranda = subject.plan.rows.compactMap { row -> Finding.Place? in
      guard let line = row.line, line.role == .memorandum, line.details.unit.isMoney,
        !read.contains(line.id), !(line.details.section.map(read.contains) ?? false)
      else { return nil }
      return Finding.Place(
        "'\(line.details.title)' is a memorandum that no formula reads", at: line.details.idRange,
        help: "name it in a formula or a claim, or leave it out")
    }
    return sections + memoranda
  }
}

extension CheckSubject {
  /// Whether a formula reads a gap, which adds every line that is in it.
  fileprivate func addsGap(_ names: Set<Identifier>) -> Bool {
    GapKind.allCases.contains { kind in Identifier(kind.rawValue).map(names.contains) ?? false }
  }
}
