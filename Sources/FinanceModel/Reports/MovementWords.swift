/// What a movement says in words: its titles, the note of each letter, and what else differs.
struct MovementWords {
  let movement: Movement
  let style: ReportStyle

  static let start = "Gap carried in at the start"
  /// Heads rows of no titled section where they follow one.
  static let untitled = "Other lines"
  static let afterCarriedGap = "After the gap carried forward"

  private var plan: Plan { movement.new.plan }
  private var years: [FinancialYear] { movement.years }

  var opening: String { "Remaining gap, \(movement.old.title)" }
  var closing: String { "Remaining gap, \(movement.new.title)" }

  /// How many lines differ, and what that does to the gap in the end.
  var summary: String {
    if movement.isEmpty {
      return (movement.recastings.isEmpty ? "Nothing" : "No figure")
        + " changed: every line adds the same to every year."
    }
    let rows = movement.carried + movement.rows
    let counts = Movement.Kind.allCases.compactMap { kind in
      let count = rows.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    let lines = rows.count == 1 ? "1 line differs" : "\(rows.count) lines differ"
    let level = [movement.opening(.cumulative), movement.closing(.cumulative)]
      .map { style.text($0.values.last ?? .zero, plan) }
    let path =
      level[0] == level[1] ? "stays at \(level[0])" : "goes from \(level[0]) to \(level[1])"
    return (rows.isEmpty ? "No line differs. " : "\(lines): \(counts.joined(separator: ", ")). ")
      + "The remaining gap \(path) a year by \(years.last.words)."
  }

  /// What is wrong with the gap carried in.
  var findings: [String] {
    movement.wrongCarriedGap.map { wrong in
      [
        "The gap carried in does not agree: \(movement.new.title) carries in "
          + "\(style.text(wrong.stated, plan)), and \(movement.old.title) leaves "
          + "\(style.text(wrong.due, plan)) in \(wrong.year)."
      ]
    } ?? []
  }

  // MARK: Letters

  struct Note: Hashable {
    let letter: String
    let text: String
  }

  /// The note of each letter, in their order.
  var notes: [Note] {
    let rows = movement.rows
    return rows.indices.compactMap { index in
      guard let letter = rows[index].letter, letter.isFirst else { return nil }
      let sharing = rows[index...].prefix { $0.letter?.text == letter.text }
      let recast = sharing.flatMap { row in
        row.recastings.map { change in
          (sharing.count > 1 ? "\(row.title): \(text(change))" : text(change).capitalisedFirst)
            + "."
        }
      }
      return Note(
        letter: letter.text,
        text: ([rows[index].note ?? text(rows[index])] + recast).joined(separator: " "))
    }
  }

  /// The notes as a page prints them, those with the same words together: `D to R: Added.`
  var lettered: [String] {
    var runs: [[Note]] = []
    for note in notes {
      if runs.last?.last?.text == note.text {
        runs[runs.count - 1].append(note)
      } else {
        runs.append([note])
      }
    }
    return runs.map { run in
      let (first, last) = (run[0], run[run.count - 1])
      let letters =
        run.count == 1
        ? first.letter : "\(first.letter) \(run.count == 2 ? "and" : "to") \(last.letter)"
      return "\(letters): \(first.text)"
    }
  }

  /// What happened to a line that carries no note.
  private func text(_ row: Movement.Row) -> String {
    let differing = years.indices.filter { row.before[$0] != row.after[$0] }
    let oldYears = Set(movement.old.plan.years.years)
    switch row.kind {
    case .added: return "Added."
    case .removed:
      let common = years.indices.filter { oldYears.contains(years[$0]) }
      return "Removed: it was \(list(common.map { row.before[$0] }))."
        + (row.formerNote.map { " Its note was: \($0)" } ?? "")
    case .reprofiled: return "Re-profiled: the total stays at \(amount(row.total))."
    case .changed:
      if differing.allSatisfy({ !oldYears.contains(years[$0]) }) {
        return "Goes on into \(differing.map { years[$0] }.words): "
          + "\(list(differing.map { row.after[$0] }))."
      }
      if differing.count == 1, let year = differing.first {
        return "Changed from \(list([row.before[year]])) to \(list([row.after[year]])) "
          + "in \(years[year])."
      }
      return "Changed from \(list(row.before)) to \(list(row.after))."
    }
  }

  private func list(_ cells: [Cell]) -> String {
    cells.map { $0.money.map(amount) ?? ($0 == .toBeConfirmed ? "tbc" : "nothing") }
      .joined(separator: ", ")
  }

  private func amount(_ money: Money) -> String {
    AmountFormat(decimals: style.decimals(plan), negatives: .brackets, groupsThousands: true)
      .text(money, in: style.unit(plan))
  }

  // MARK: Beside the figures

  /// What a reader has to know beside the rows.
  var remarks: [String] {
    var remarks = movement.recastings.map { recasting in
      "\(recasting.title): \(recasting.changes.map(text).joined(separator: "; ")); "
        + "its figures are the same."
    }
    if movement.start != .zero {
      remarks.append(
        "\(movement.new.title) starts its cumulative gap from "
          + "\(style.text(movement.new.gap.base, plan)); \(movement.old.title) leaves "
          + "\(style.text(movement.due, plan)).")
    }
    let missing = years.filter { !movement.old.plan.years.years.contains($0) }
    if !missing.isEmpty {
      remarks.append(
        "\(movement.old.title) has no year \(missing.words): it adds nothing there.")
    }
    for version in [movement.old, movement.new] where !version.gap.provisionalYears.isEmpty {
      remarks.append(
        "Provisional in \(version.title), with figures still to be confirmed: "
          + "\(version.gap.provisionalYears.words).")
    }
    return remarks
  }

  private func text(_ change: Movement.Recasting.Change) -> String {
    switch change {
    case .title(let old): "it was called \(old)"
    case .section(let old, let new):
      "it stood \(old.map { "in \($0)" } ?? "outside sections") and stands "
        + "\(new.map { "in \($0)" } ?? "outside them")"
    case .role(let old, let new): "its role was \(old.rawValue) and is \(new.rawValue)"
    case .basis(let old, let new): "it was \(old.rawValue) and is \(new.rawValue)"
    }
  }
}

extension [FinancialYear] {
  /// `2017-18, 2018-19`.
  fileprivate var words: String { map(\.description).joined(separator: ", ") }
}

extension FinancialYear? {
  fileprivate var words: String { self?.description ?? "" }
}

extension String {
  /// The text with its first letter in capitals.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
