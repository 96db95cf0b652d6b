extension CheckRule {
  static let mixedBases = CheckRule(
    "mixed-bases",
    finds: "a `recurring` line in a section with `level` lines",
    why: "the section's total then adds what a year changes to what other lines are in full",
    mending: "type whole amounts with level:, or move the line to a section of changes",
    faulty: "- { id: pay, title: Pay award, recurring: [1.000, 1.000, 1.000] }",
    mended: "- { id: pay, title: Pay award, base: 0.000, level: [1.000, 2.000, 3.000] }"
  ) { subject in
    let blocks = Dictionary(
      grouping: subject.lines.filter {
        $0.line.details.unit.isMoney && $0.line.role != .memorandum
      },
      by: \.line.details.section)
    return blocks.compactMap { section, lines in
      let changes = lines.filter { $0.line.basis == .recurring }
      guard section != nil, let first = changes.first,
        let level = lines.first(where: { $0.line.basis == .level })
      else { return nil }
      let titles = changes.map { "'\($0.title)'" }.listed()
      return Finding.Place(
        "changes in a section of whole amounts: \(titles)", at: first.range,
        notes: [Diagnostic.Note("'\(level.title)' is a whole amount", at: level.range)])
    }
  }
}
