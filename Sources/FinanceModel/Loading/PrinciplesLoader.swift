/// Reads the file of referendum principles that a plan names.
struct PrinciplesLoader {
  let problems: Problems
  /// The plan's file, from whose folder the other is named.
  let plan: SourceFile

  static let columns = [
    "year", "class", "core", "adult social care", "pounds", "rule", "status", "source",
  ]

  /// The principles for a class of authority, in the order of the file.
  func principles(_ path: Node.Scalar, for authority: AuthorityClass?) -> [ReferendumPrinciple] {
    let file = problems.collecting { () throws(Diagnostics) in
      try SourceFile.reading(path: plan.sibling(path.text), named: path.range)
    }
    guard let file else { return [] }
    let rows = problems.collecting { () throws(Diagnostics) in
      try DelimitedReader.rows(of: file, separator: Separator(path: path.text) ?? .tab)
    }
    guard let rows, let heading = rows.first, hasColumns(heading, file) else { return [] }
    let names = heading.map(\.text.trimmed)
    var seen: [String: SourceRange] = [:]
    return rows.dropFirst().compactMap { row -> ReferendumPrinciple? in
      if row.allSatisfy(\.text.trimmed.isEmpty) { return nil }
      guard row.count == names.count else {
        problems.add(
          .raggedRow, "the row has \(row.count) cells and the heading \(names.count)",
          at: row[0].range, expected: "\(names.count) cells in every row",
          help: "keep the separators of blank cells")
        return nil
      }
      let cells = Dictionary(zip(names, row)) { first, _ in first }
      guard let principle = principle(cells, row[0].range) else { return nil }
      let name = cells["class"]?.text.trimmed ?? ""
      if let other = seen["\(principle.year) \(name)"] {
        problems.add(
          .wrongValue, "there are two principles for the class '\(name)' in \(principle.year)",
          at: row[0].range, expected: "one for each year and class",
          help: "keep the later of them, with its status",
          notes: [Diagnostic.Note("the other stands here", at: other)])
      }
      seen["\(principle.year) \(name)"] = row[0].range
      return name == authority?.principlesClass ? principle : nil
    }
  }

  private func hasColumns(_ heading: [DelimitedCell], _ file: SourceFile) -> Bool {
    let names = heading.map(\.text.trimmed)
    let missing = Self.columns.filter { !names.contains($0) }
    if missing.isEmpty { return true }
    problems.add(
      .tableColumn,
      "the principles have no column \(missing.map { "'\($0)'" }.joined(separator: ", "))",
      at: heading.first?.range ?? SourceRange(file: file, bytes: 0..<0),
      expected: "the columns " + Self.columns.map { "'\($0)'" }.joined(separator: ", "))
    return false
  }

  private func principle(
    _ cells: [String: DelimitedCell], _ range: SourceRange
  ) -> ReferendumPrinciple? {
    let count = problems.found.count
    let year = scalar(cells["year"]).flatMap(problems.year)
    let known = Set(AuthorityClass.allCases.map(\.principlesClass))
    if let name = scalar(cells["class"]), !known.contains(name.text) {
      problems.wrongValue(name, "'class'", among: known.sorted())
    }
    let core = amount(cells["core"], .percent)
    let care = amount(cells["adult social care"], .percent)
    let pounds = amount(cells["pounds"], .pounds)
    let rule = choice(cells["rule"], "rule", ReferendumPrinciple.Rule.self)
    let status = choice(cells["status"], "status", ReferendumPrinciple.Status.self)
    let source = cells["source"]?.text.trimmed ?? ""
    guard let year, let rule, let status else { return nil }
    var missing: [String] = []
    let isRead = problems.found.count == count
    if isRead, core == nil, rule != .pounds { missing.append("core") }
    if isRead, pounds == nil, rule != .percentage { missing.append("pounds") }
    if source.isEmpty { missing.append("source") }
    for column in missing {
      problems.add(
        .missingKey, "the principle has no '\(column)'", at: cells[column]?.range ?? range,
        expected: column == "source"
          ? "the document that states it" : "a figure, which its rule needs")
    }
    return ReferendumPrinciple(
      year: year, core: core?.rate, adultSocialCare: care?.rate, pounds: pounds?.money, rule: rule,
      status: status, source: source, range: range)
  }

  private func scalar(_ cell: DelimitedCell?) -> Node.Scalar? {
    cell.map { Node.Scalar(text: $0.text.trimmed, style: .plain, range: $0.range) }
  }

  private func amount(_ cell: DelimitedCell?, _ unit: Unit) -> Quantity? {
    guard let scalar = scalar(cell), !scalar.isNull else { return nil }
    return problems.amount(scalar, unit: unit)?.cell.figure
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ cell: DelimitedCell?, _ name: String, _: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let scalar = scalar(cell) else { return nil }
    if let choice = Choice(rawValue: scalar.text) { return choice }
    problems.wrongValue(scalar, "'\(name)'", among: Choice.allCases.map(\.rawValue))
    return nil
  }
}

extension Quantity {
  /// The number; nil for money.
  var rate: Rate? {
    if case .number(let rate) = self { rate } else { nil }
  }

  /// The money; nil for a number.
  var money: Money? {
    if case .money(let money) = self { money } else { nil }
  }
}
