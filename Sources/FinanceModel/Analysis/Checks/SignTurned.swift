extension CheckRule {
  static let signTurned = CheckRule(
    "sign-turned", reads: .scenario,
    finds: "a change that sets or adds figures and so turns the sign of one, except in reserves "
      + "and in what may be a surplus or a deficit",
    why: "a saving whose bracket is lost becomes a cost, and a grant cannot fall below nil",
    mending: "put the figure in brackets as the plan has it, or make what is added smaller",
    faulty: "- { name: Less saved, line: procurement, set: 0.900, in: 2025-26 }",
    mended: "- { name: Less saved, line: procurement, set: (0.900), in: 2025-26 }"
  ) { subject in
    subject.records.filter(\.change.givesFigures).flatMap { record in
      record.rows.compactMap { row in subject.turned(row, by: record.change) }
    }
  }
}

extension Change {
  /// Whether its figures are typed in it, rather than made of the plan's.
  fileprivate var givesFigures: Bool {
    switch operation {
    case .set, .add: true
    case .scale, .shift, .slip, .deliver, .deliverByStatus, .profile, .remove, .insert, .fund: false
    }
  }
}

extension CheckSubject {
  fileprivate func turned(_ row: ChangedRow, by change: Change) -> Finding.Place? {
    guard let before = row.before else { return nil }
    let turned = row.years.filter { year in
      let signs = [before, row.after].map { $0[year].figure?.trillionths.signum() ?? 0 }
      return signs[0] * signs[1] < 0
    }
    // An assumption is no line, and what a scenario inserts is held to the rules for lines.
    guard let first = turned.first, let old = before[first].figure,
      let new = row.after[first].figure,
      let line = lines.first(where: { $0.line.id == row.id })?.line,
      line.role != .reserves, !LineWording(line.details).isEitherSign
    else { return nil }
    let more = turned.count - 1
    return Finding.Place(
      "'\(row.title)' turns from \(text(old, line.details)) to \(text(new, line.details)) "
        + "in \(year(first))"
        + (more == 0 ? "" : ", and in \(more) more \(more == 1 ? "year" : "years")"),
      at: change.range, notes: [Diagnostic.Note("this is the line", at: line.details.idRange)])
  }
}
