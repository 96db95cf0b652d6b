extension CheckRule {
  static let totalLeavesOutRow = CheckRule(
    "total-leaves-out-row",
    finds: "a formula that adds rows of a block and leaves out a line above it in the same block, "
      + "which no other sum adds either",
    why: "a reader takes a total for the sum of all that stands above it",
    mending: "add the row to the formula, or use the section's total:, which adds every line",
    faulty: "- { id: total-pressures, title: Total pressures, figure: \"= pay + demand\" }",
    mended: "- { id: total-pressures, title: Total pressures, figure: \"= pay + demand + energy\" }"
  ) { subject in
    let sums = PlainTotals(subject.index)
    return sums.totals.sorted().flatMap { total in
      subject.leftOut(of: total, sums).map { row in
        let left = subject.plan.rows[row]
        return Finding.Place(
          "'\(subject.plan.rows[total].title)' leaves out '\(left.title)' above it",
          at: sums.formula(total)?.range ?? subject.plan.rows[total].range,
          notes: [
            Diagnostic.Note("no total adds this row", at: left.details?.idRange ?? left.range)
          ])
      }
    }
  }
}

extension CheckSubject {
  /// The typed rows of a total's block, above it, that neither it nor any other plain sum adds.
  ///
  /// A block is a section or table from its start, or from the last sum in it, to the total. Rows
  /// that enter no gap belong to it only after the first that the total adds.
  fileprivate func leftOut(of total: Int, _ sums: PlainTotals) -> [Int] {
    let added = sums.lines[total] ?? []
    guard let first = added.min(), let isMoney = plan.rows[first].details?.unit.isMoney else {
      return []
    }
    let blocks = Set(added.map { block($0) })
    let isOutsideGap = added.allSatisfy { !isInGap($0) }
    let start = plan.rows.indices.prefix(first).last { sums.lines[$0] != nil } ?? -1
    guard start + 1 < total else { return [] }
    return ((start + 1)..<total).filter { row in
      guard let details = plan.rows[row].details, sums.isTyped(row), blocks.contains(block(row))
      else { return false }
      return !sums.added.contains(row) && details.unit.isMoney == isMoney
        && (isInGap(row) || (isOutsideGap && row > first))
    }
  }

  /// The section or table that a row stands in.
  private func block(_ row: Int) -> Identifier? {
    plan.rows[row].details?.section ?? plan.rows[row].table
  }

  private func isInGap(_ row: Int) -> Bool {
    plan.rows[row].line.map { $0.role != .memorandum } ?? false
  }
}
