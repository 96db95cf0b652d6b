extension CheckRule {
  static let notedDifferenceGone = CheckRule(
    "noted-difference-gone",
    finds: "a note of a difference, at a published cell or a claim, where there is none any more",
    why: "a note that explains nothing hides the next difference from whoever reads it",
    mending: "leave the note out",
    faulty: "- table: pressures.tsv\n"
      + "  noted: [{ row: pay, column: 2025-26, difference: 0.100, "
      + "because: the report has a misprint }]",
    mended: "- table: pressures.tsv"
  ) { subject in
    let cells = subject.plan.published.flatMap { table in
      table.noted.compactMap { note -> Finding.Place? in
        let verdict = subject.verdict(of: note, in: table)
        if verdict == .noted || verdict == .wrong { return nil }
        let place = "'\(note.row)' in \(subject.plan.name(note.column))"
        return Finding.Place(
          verdict == nil
            ? "the note is for \(place), which the published table does not have"
            : "\(place) has no difference to note any more",
          at: note.range)
      }
    }
    let claims = subject.reconciliation.claims.filter { claim in
      claim.claim.noted != nil && (claim.verdict == .exact || claim.verdict == .rounding)
    }
    return cells
      + claims.map { claim in
        Finding.Place(
          "'\(claim.claim.says)' holds, and has no difference to note any more",
          at: claim.claim.formula.range)
      }
  }
}

extension CheckSubject {
  /// The verdict of the cell that a note is for; nil where the table has no such cell.
  fileprivate func verdict(of note: NotedDifference, in table: PublishedTable) -> Verdict? {
    reconciliation.cells.first { cell in
      cell.table == table.name && cell.column == note.column
        && (plan.rows[cell.row].id?.name == note.row || plan.rows[cell.row].title == note.row)
    }?.verdict
  }
}
