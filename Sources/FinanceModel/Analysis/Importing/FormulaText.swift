/// Writes how a row is made from others as a formula of ids.
struct FormulaText {
  let rows: [ImportedRow]
  /// The section of each line that is in one.
  private let owners: [Int: PlanDraft.Section]

  init(rows: [ImportedRow], sections: [PlanDraft.Section]) {
    self.rows = rows
    owners = sections.reduce(into: [:]) { owners, section in
      for row in section.rows { owners[row] = section }
    }
  }

  /// Without its equals sign.
  func text(_ how: MadeRow, of row: Int) -> String {
    switch how {
    case .previous(let closing):
      return "\(closing.isNegative ? "-" : "")previous(\(name(closing.row)))"
    case .change(let other): return "\(name(other)) - previous(\(name(other)), 0)"
    case .running(let other): return "previous(\(name(row)), 0) + \(name(other))"
    case .sum(let terms): return sum(terms)
    }
  }

  private func name(_ row: Int) -> String { rows[row].id ?? "row-\(rows[row].number)" }

  /// Rows added up; those that are all of a section under its name.
  private func sum(_ terms: [MadeRow.Term]) -> String {
    var parts: [(name: String, isNegative: Bool)] = []
    var done: Set<Int> = []
    let signs = Dictionary(
      terms.map { ($0.row, $0.isNegative) }, uniquingKeysWith: { first, _ in first })
    for term in terms where !done.contains(term.row) {
      if let section = owners[term.row] {
        let lines = section.rows.filter { rows[$0].kind == .line }
        if lines.count > 1, lines.allSatisfy({ signs[$0] == term.isNegative }) {
          parts.append((section.id, term.isNegative))
          done.formUnion(lines)
          continue
        }
      }
      parts.append((name(term.row), term.isNegative))
      done.insert(term.row)
    }
    var text = ""
    for part in parts.filter({ !$0.isNegative }) + parts.filter(\.isNegative) {
      if text.isEmpty {
        text = (part.isNegative ? "-" : "") + part.name
      } else {
        text += (part.isNegative ? " - " : " + ") + part.name
      }
    }
    return text
  }
}
