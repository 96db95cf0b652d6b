extension CheckRule {
  static let lineWithoutSource = CheckRule(
    "line-without-source",
    finds: "lines and assumptions without a `source`, in a section and a plan that have none "
      + "either",
    why: "nobody can check a figure, or bring it up to date, without knowing where it comes from",
    mending: "add source: to the line, to its section or to the plan, naming the document and the "
      + "page",
    faulty: "title: Plan without a source",
    mended: "title: Plan with its source\n"
      + "source: Cabinet, 6 February 2025, Appendix 2"
  ) { subject in
    let plan = subject.plan
    guard plan.source == nil else { return [] }
    let sourced = Set(
      plan.sections.filter { $0.source != nil }.map(\.id)
        + plan.tables.filter { $0.source != nil }.map(\.id))
    let rows = plan.rows.compactMap(\.details).filter { details in
      details.isTyped && details.source == nil && details.section?.name != Reserve.section
        && !((details.section ?? details.table).map(sourced.contains) ?? false)
    }
    let blocks = Dictionary(grouping: rows) { $0.section ?? $0.table }
    let found = blocks.values.map { rows in
      Finding.Place("no source for \(rows.map { "'\($0.title)'" }.listed())", at: rows[0].idRange)
    }
    let assumptions = plan.assumptions.filter { $0.source == nil }.map { assumption in
      Finding.Place("no source for the assumption '\(assumption.title)'", at: assumption.range)
    }
    return found + assumptions
  }
}
