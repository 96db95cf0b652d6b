extension CheckRule {
  static let publishedRowUnmatched = CheckRule(
    "published-row-unmatched",
    finds: "a printed line or figure that no row of a published table is matched with, in a plan "
      + "that has a published table",
    why: "its figures were never held against what was published",
    mending: "add the row to the published table, match it with row:, or say print: no",
    faulty: "- { id: demand, title: Demand, recurring: [~, ~, ~] }",
    mended: "- { id: demand, title: Demand, print: no, recurring: [~, ~, ~] }"
  ) { subject in
    guard !subject.plan.published.isEmpty else { return [] }
    let matched = Set(subject.plan.published.flatMap { $0.rows.map(\.row) })
    return subject.plan.rows.indices.compactMap { row in
      guard let details = subject.plan.rows[row].details, details.isPrinted, !matched.contains(row)
      else { return nil }
      return Finding.Place(
        "'\(details.title)' is in no published table of the plan", at: details.idRange)
    }
  }
}
