/// Whether the lines of a table are whole amounts or changes, and what is said of it.
extension RecognisedTable {
  /// `rolls` are the openings that a budget starts from.
  func bases(words: String, rolls: Set<Int>) -> LineBases {
    let gap = levelGap.gap()
    let rolling = changes(rolls)
    let found = BasisFinder(
      rows: rows, layout: layout, made: made, rolls: rolls, words: words, gap: gap?.row,
      isGapMost: gap.map { !$0.isRequirement && leavesMost($0) } ?? false
    ).basis()
    let phrase = found.basis == .level ? "whole amounts" : "what each year adds"
    if let reason = proof(rolls, rolling) {
      log.note(reason)
    } else if found.isSure {
      log.note("The figures are read as \(phrase), because \(found.reason).")
    } else {
      log.ask(
        "Are the figures \(phrase), or \(found.basis == .level ? "what each year adds" : "whole amounts")? "
          + "They are read as \(phrase), because \(found.reason). Lines are '\(found.basis.rawValue)'."
      )
    }
    return LineBasesFinder(
      rows: rows, made: made, layout: layout, unit: unit, gap: gap, log: log
    ).found(found.basis, rolling: rolling)
  }

  /// What an opening proves of every line that leads to the gap; nil where it does not.
  private func proof(_ rolls: Set<Int>, _ rolling: Set<Int>) -> String? {
    let finder = levelGap
    guard let gap = finder.gap() else { return nil }
    for row in rolls.sorted() {
      guard case .previous(let closing)? = made[row] else { continue }
      let isFed = !made.stages(of: closing.row).contains(row)
      let settled = isFed ? rolling.union(finder.leaves(of: closing.row).keys) : rolling
      guard finder.leaves(of: gap.row).keys.allSatisfy(settled.contains) else { continue }
      let start = "'\(rows[row].title)' starts from '\(rows[closing.row].title)'"
      return isFed
        ? "\(start) of the year before: what is added to it is read as what each year adds, the "
          + "funding as whole amounts, and the gap of each year is new."
        : "\(start): what is added to it is read as what each year adds."
    }
    return nil
  }

  /// The lines that are added to an opening: they are changes, whatever the others are.
  ///
  /// Where the opening is last year's funding, that has whole amounts, and its own lines are none.
  private func changes(_ rolls: Set<Int>) -> Set<Int> {
    let finder = levelGap
    return Set(
      rolls.flatMap { row -> [Int] in
        guard case .previous(let closing)? = made[row] else { return [] }
        let lines = finder.leaves(of: closing.row).keys
        if made.stages(of: closing.row).contains(row) { return Array(lines) }
        return made.keys.filter { made[$0]?.isSum(with: row) == true }
          .flatMap { finder.leaves(of: $0).keys }.filter { !lines.contains($0) }
      })
  }

  /// Whether a gap is more than half of all that adds to it, as no gap between whole budgets is.
  private func leavesMost(_ gap: GapFinder.Found) -> Bool {
    let effects = gap.effects.map { row, effect in layout.years(of: rows[row]).sum * Int128(effect)
    }
    let adding = effects.filter { $0 > 0 }.reduce(0, +)
    return effects.reduce(0, +) * 2 > adding
  }
}
