extension CheckRule {
  static let provisionalTotals = CheckRule(
    "provisional-totals",
    finds: "a cell to be confirmed (`tbc`) in a year in which a total or the gap is provisional",
    why: "tbc counts as nothing, so every total above it is provisional and may look too good",
    mending: "type the figure when it is known, or a best estimate until then",
    faulty: "- { id: care, title: Adult care, recurring: [1.000, tbc, 1.000] }",
    mended: "- { id: care, title: Adult care, recurring: [1.000, 1.500, 1.000] }"
  ) { subject in
    subject.plan.rows.compactMap { row in
      guard let details = row.details else { return nil }
      let columns = details.entries.indices.filter { column in
        if case .typed(.toBeConfirmed, _) = details.entries[column] {
          return subject.isProvisional(column)
        }
        return false
      }
      guard let first = columns.first else { return nil }
      let years = columns.map(subject.plan.name(ofColumn:))
      return Finding.Place(
        "'\(details.title)' is to be confirmed in \(years.listed(most: 20)), and the totals above it "
          + "are provisional",
        at: details.place(first))
    }
  }
}

extension CheckSubject {
  /// Whether a formula's figure or the gap is provisional in a column.
  fileprivate func isProvisional(_ column: Int) -> Bool {
    let years = plan.years.columns
    if years.indices.contains(column),
      forecast.gap?.provisionalYears.contains(years[column]) ?? false
    {
      return true
    }
    return plan.rows.indices.contains { row in
      let cells = forecast.printed[row]
      guard case .formula? = plan.rows[row].details?.entries.dropFirst(column).first else {
        return false
      }
      return cells.indices.contains(column) && cells[column].isProvisional
    }
  }
}
