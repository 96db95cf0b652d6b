/// Writes a proposed plan as the text of a file, with its questions as comments where they arise.
struct PlanDraftWriter {
  let draft: PlanDraft
  let figures: TotalFigures
  let questions: [ImportQuestion]
  /// How the plan names the published table: the lines under `published:`.
  let published: [String]
  /// The comments at its head.
  let head: [String]

  func text() -> String {
    var lines = head.flatMap { PlanDraftWriter.comment($0, indent: 0) }
    for (number, question) in questions.enumerated() where question.row == nil {
      lines += PlanDraftWriter.comment("Question \(number + 1): \(question.text)", indent: 0)
    }
    lines += [""] + facts + ["", "sections:"]
    for item in draft.items { lines += text(item) }
    lines += ["", "published:"] + published
    return lines.map { $0 + "\n" }.joined()
  }

  private var facts: [String] {
    var facts = ["plan: \(draft.id)", "title: \(scalar(draft.title, inFlow: false))"]
    if let authority = draft.authority {
      facts.append("authority: \(scalar(authority, inFlow: false))")
    }
    facts += ["unit: \(draft.unit.rawValue)", "decimals: \(draft.decimals)"]
    if !draft.hasGap { facts.append("gap: none") }
    if let base = draft.history.last {
      facts.append(
        draft.history.count == 1
          ? "base-year: \(base)" : "base-years: [\(list(draft.history.map(\.description)))]")
    }
    facts.append("years: [\(list(draft.years.map(\.description)))]")
    if let title = draft.totalTitle {
      facts.append("total-column: { id: all-years, title: \(scalar(title)) }")
    }
    return facts
  }

  // MARK: Items

  private func text(_ item: PlanDraft.Item) -> [String] {
    switch item {
    case .row(let row):
      return comments(row, indent: 2) + ["  - \(text(ofRow: row, inSection: nil))"]
    case .section(let section): return text(section)
    case .opening(let id, let row):
      let first = figure(draft.rows[row].cells[draft.history.count], draft.unit)
      var keys = [
        "id: \(id)", "title: \(scalar("Budget to start from"))", "role: cost", "print: no",
        "level: [\(list(draft.years.map { _ in first }))]",
      ]
      if !draft.history.isEmpty { keys.append("base: \(first)") }
      return [
        "  # The whole budget that the opening of the first year stands for; the table prints it there.",
        "  - { \(list(keys)) }",
      ]
    }
  }

  private func text(_ section: PlanDraft.Section) -> [String] {
    var lines = ["  - id: \(section.id)"]
    if let title = section.title { lines.append("    title: \(scalar(title, inFlow: false))") }
    if draft.hasGap, let role = section.role { lines.append("    role: \(role.rawValue)") }
    if section.isIncomePositive { lines.append("    signs: income-positive") }
    lines.append("    lines:")
    for row in section.rows {
      lines += comments(row, indent: 6)
      lines.append("      - \(text(ofRow: row, inSection: section))")
    }
    if let total = section.total {
      lines += comments(total, indent: 4)
      var keys = identity(total) + base(total, formula: "= sum(\(section.id))")
      keys += texts(total) + inTotal(total)
      lines.append("    total: { \(list(keys)) }")
    }
    return lines
  }

  private func text(ofRow row: Int, inSection section: PlanDraft.Section?) -> String {
    let source = draft.rows[row]
    if source.kind == .heading { return "{ heading: \(scalar(source.title)) }" }
    var keys = identity(row)
    if let how = draft.made[row] {
      let formula = scalar("= \(source.formula ?? "0")")
      keys += base(row, formula: "= \(source.formula ?? "0")")
      if case .previous = how, draft.history.isEmpty {
        keys.append("figure: [\(figure(source.cells[0], source.unit))], then: \(formula)")
      } else {
        keys.append("figure: \(formula)")
      }
    } else {
      if draft.hasGap, let role = source.role, role != section?.role {
        keys.append("role: \(role.rawValue)")
      }
      if source.unit != draft.unit {
        keys += ["unit: \(scalar(source.unit.rawValue))", "decimals: \(min(source.decimals, 6))"]
      }
      keys += lineFigures(row)
    }
    if let note = source.note { keys.append("note: \(scalar(note))") }
    return "{ \(list(keys + texts(row) + inTotal(row))) }"
  }

  private func identity(_ row: Int) -> [String] {
    let source = draft.rows[row]
    let title = source.title.isEmpty ? "Row \(source.number), without a title" : source.title
    return ["id: \(source.id ?? "row-\(source.number)")", "title: \(scalar(title))"]
  }

  // MARK: Figures

  private func lineFigures(_ row: Int) -> [String] {
    let source = draft.rows[row]
    let cells = source.cells.map { figure($0, source.unit) }
    let before = cells.prefix(draft.history.count)
    var keys: [String] = []
    let isLevel = draft.bases.isLevel(row)
    if before.contains(where: { $0 != "~" }) || (isLevel && !before.isEmpty) {
      keys.append(
        before.count == 1 ? "base: \(before[0])" : "base: [\(list(Array(before)))]")
      if draft.basesAreChanges && !isLevel || draft.bases.changes.contains(row) {
        keys.append("base-memo: yes")
      }
    }
    let years = cells[draft.history.count...].prefix(draft.years.count)
    keys.append("\(isLevel ? "level" : "recurring"): [\(list(Array(years)))]")
    return keys
  }

  /// The `base` of a row that the table makes, where its formula does not give what is printed.
  private func base(_ row: Int, formula: String) -> [String] {
    guard let how = draft.made[row], !draft.history.isEmpty else { return [] }
    let source = draft.rows[row]
    var differs = false
    let entries = draft.history.indices.map { column -> String in
      let cell = source.cells[column]
      let value = figures.value(how, of: row, column)
      if case .previous = how, column == 0 {
        differs = true
        return figure(cell, source.unit)
      }
      let isMade = cell.figure == nil ? (value ?? 0) == 0 && !cell.isText : value != nil
      if isMade { return scalar(formula) }
      differs = true
      return figure(cell, source.unit)
    }
    guard differs else { return [] }
    return [entries.count == 1 ? "base: \(entries[0])" : "base: [\(list(entries))]"]
  }

  /// Words, and marks where a formula gives a figure, by year.
  private func texts(_ row: Int) -> [String] {
    let source = draft.rows[row]
    let isMade = draft.made[row] != nil
    let texts = zip(draft.history + draft.years, source.cells).compactMap { year, cell -> String? in
      let isMark = isMade && (cell.form == .tbc || cell.form == .notApplicable)
      return cell.isText || isMark ? "\(year): \(scalar(cell.text))" : nil
    }
    return texts.isEmpty ? [] : ["text: { \(list(texts)) }"]
  }

  private func inTotal(_ row: Int) -> [String] {
    draft.totalExceptions[row].map { ["in-total: \($0)"] } ?? []
  }

  /// A cell as a plan types it.
  private func figure(_ cell: CellReading, _ unit: Unit) -> String {
    guard let quantity = cell.cell.figure else {
      switch cell.cell {
      case .dash: return "\"-\""
      case .toBeConfirmed: return "tbc"
      case .notApplicable: return "n/a"
      default: return "~"
      }
    }
    var decimals = cell.decimals
    var format = AmountFormat(decimals: decimals, negatives: .brackets, groupsThousands: false)
    while decimals < 18, quantity.trillionths % Rounding(decimals: decimals, unit: unit).step != 0 {
      decimals += 1
      format.decimals = decimals
    }
    let text = format.text(quantity, in: unit)
    return unit == .percent ? text + "%" : text
  }

  // MARK: Text

  private func comments(_ row: Int, indent: Int) -> [String] {
    let number = draft.rows[row].number
    return questions.enumerated().filter { $1.row == number }
      .flatMap { PlanDraftWriter.comment("Question \($0 + 1): \($1.text)", indent: indent) }
  }

  /// A comment, broken into lines that fit a page.
  static func comment(_ text: String, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent) + "#"
    var lines: [String] = []
    var line = start
    for word in Printable.text(text).split(whereSeparator: \.isWhitespace) {
      if line.count + word.count + 1 > 100, line != start {
        lines.append(line)
        line = start
      }
      line += " " + word
    }
    return lines + [line]
  }

  private func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }

  private func scalar(_ text: String, inFlow: Bool = true) -> String {
    PlanDraftWriter.scalar(text, inFlow: inFlow)
  }

  /// A text as YAML holds it, in quotes where it needs them.
  static func scalar(_ text: String, inFlow: Bool = true) -> String {
    let place = SourceRange(file: SourceFile(path: "", bytes: []), bytes: 0..<0)
    return Node.Scalar.made(text, at: place).text(inFlow: inFlow)
  }
}
