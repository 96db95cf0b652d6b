@testable import FinanceModel

/// A plan of typed lines in sections, over years of its own, in whole £000.
///
/// Its gaps are those of `NaivePlan`, which shares no code with the evaluator.
struct NaiveVersion {
  struct Line {
    var line: NaivePlan.Line
    /// The section it stands in; the second prints income positive.
    var section: Int
    var carriesGap = false
  }

  /// The calendar year in which its first year starts.
  var first: Int
  var years: Int
  var hasBase: Bool
  var statedGap: Int?
  var lines: [Line]
  /// In what order the sections stand.
  var sections: [Int]

  static let sectionCount = 3

  var starts: Range<Int> { first..<(first + years) }

  var plan: NaivePlan {
    NaivePlan(
      years: years, hasBase: hasBase, statedGap: statedGap, showsLevels: false,
      lines: lines.map(\.line))
  }

  func line(_ id: String) -> NaivePlan.Line? { lines.first { $0.line.id == id }?.line }

  /// What a line adds to the gap in a year; nil where it has no figure or is in no gap.
  func effect(_ id: String, _ start: Int) -> Int? {
    guard let line = line(id), line.role != .memorandum, starts.contains(start) else { return nil }
    return line.annual(start - first).map { $0 * line.sign }
  }

  func annual(_ start: Int) -> Int {
    starts.contains(start) ? plan.annual(.remaining, start - first) : 0
  }

  /// The level in a year: before the first that of the base year, after the last that of the last.
  func cumulative(_ start: Int) -> Int {
    if start < first { return plan.start(.remaining) }
    return plan.cumulative(.remaining, min(start, starts.upperBound - 1) - first)
  }

  // MARK: As a plan file

  /// The ids of its lines as its file has them.
  var order: [String] {
    sections.flatMap { section in lines.filter { $0.section == section }.map(\.line.id) }
  }

  func question(_ path: String) throws -> Question {
    Question(base: try Plan(SourceFile(path: path, text: text(title: path))))
  }

  private func text(title: String) -> String {
    let labels = starts.compactMap { FinancialYear(start: $0)?.description }
    var text =
      "plan: sample\ntitle: \(title)\nunit: £000\nyears: [\(labels.joined(separator: ", "))]\n"
    if hasBase { text += "base-year: \(FinancialYear(start: first - 1)?.description ?? "")\n" }
    if let statedGap { text += "base-gap: \(statedGap)\n" }
    text += "sections:\n"
    for section in sections {
      let signs = section == 1 ? "income-positive" : "cost-positive"
      let rows = lines.filter { $0.section == section }.map { "    \(row($0))\n" }.joined()
      text +=
        "- id: section-\(section)\n  signs: \(signs)\n  lines:\(rows.isEmpty ? " []\n" : "\n" + rows)"
    }
    return text
  }

  private func row(_ line: Line) -> String {
    func amount(_ figure: Int?) -> String { figure.map(String.init) ?? "~" }
    let own = line.line
    let figures = own.figures.map(amount).joined(separator: ", ")
    let memo = own.isMemo ? ", base-memo: yes" : ""
    let base = hasBase ? ", base: \(amount(own.base))\(memo)" : ""
    let carries = line.carriesGap ? ", carried-gap: yes" : ""
    return
      "- { id: \(own.id), role: \(own.role), \(own.basis.rawValue): [\(figures)]\(base)\(carries) }"
  }
}

/// Two versions of a random plan, and what moved between them by the rules alone.
struct NaiveMovement {
  let old: NaiveVersion
  let new: NaiveVersion

  struct Row: Equatable {
    let kind: Movement.Kind
    /// One difference for each year of the new version; nil where neither has a figure.
    let annual: [Int?]
  }

  /// The lines that differ, by id.
  var rows: [String: Row] {
    var rows: [String: Row] = [:]
    for id in Set((old.lines + new.lines).map(\.line.id)) {
      let pairs = new.starts.map { (old.effect(id, $0), new.effect(id, $0)) }
      let annual = pairs.map { before, after in
        before == nil && after == nil ? nil : (after ?? 0) - (before ?? 0)
      }
      if annual.allSatisfy({ ($0 ?? 0) == 0 }) { continue }
      let kind: Movement.Kind
      if !old.starts.contains(where: { old.effect(id, $0) != nil }) {
        kind = .added
      } else if !new.starts.contains(where: { new.effect(id, $0) != nil }) {
        kind = .removed
      } else {
        let moves = total(old, id) == total(new, id) && !hasSameAmounts(id)
        kind = moves ? .reprofiled : .changed
      }
      rows[id] = Row(kind: kind, annual: annual)
    }
    return rows
  }

  /// Whether it is one-off money in both, and the same in every year, so that it only unwinds.
  private func hasSameAmounts(_ id: String) -> Bool {
    guard let before = old.line(id), let after = new.line(id), before.isOneOff, after.isOneOff
    else { return false }
    func amount(_ version: NaiveVersion, _ line: NaivePlan.Line, _ start: Int) -> Int {
      version.starts.contains(start) ? line.level(start - version.first) * line.sign : 0
    }
    return new.starts.allSatisfy { amount(old, before, $0) == amount(new, after, $0) }
  }

  /// The amounts of a line that is one-off money in both, else what it adds, over the new years.
  private func total(_ version: NaiveVersion, _ id: String) -> Int {
    let lines = [old.line(id), new.line(id)]
    let isOneOff = lines.allSatisfy { $0?.isOneOff ?? false }
    return new.starts.reduce(0) { sum, start in
      guard isOneOff else { return sum + (version.effect(id, start) ?? 0) }
      guard let line = version.line(id), version.starts.contains(start) else { return sum }
      return sum + line.level(start - version.first) * line.sign
    }
  }
}

extension NaiveMovement {
  /// A plan, and another made from it as plans are: years moved on, lines added, dropped and changed.
  init(seed: UInt64, sameYears: Bool) {
    var random = SplitMix64(seed: seed)
    func chance(_ part: Int) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    func amount() -> Int? { chance(4) ? nil : Int.random(in: -9999...9999, using: &random) }
    func gap() -> Int? { chance(3) ? Int.random(in: -999...999, using: &random) : nil }
    func line(_ id: String, _ version: NaiveVersion, section: Int) -> NaiveVersion.Line {
      NaiveVersion.Line(
        line: NaivePlan.Line(
          id: id, role: Role.allCases.randomElement(using: &random) ?? .cost,
          basis: Basis.allCases.randomElement(using: &random) ?? .level,
          base: version.hasBase ? amount() : nil, isMemo: version.hasBase && chance(6),
          figures: version.starts.map { _ in amount() }, isTurned: section == 1),
        section: section, carriesGap: chance(12))
    }
    func section() -> Int { Int.random(in: 0..<NaiveVersion.sectionCount, using: &random) }

    var old = NaiveVersion(
      first: 2020, years: Int.random(in: 1...5, using: &random), hasBase: chance(2),
      statedGap: gap(), lines: [], sections: Array(0..<NaiveVersion.sectionCount))
    for number in 0..<Int.random(in: 0...8, using: &random) {
      old.lines.append(line("line-\(number)", old, section: section()))
    }
    var new = old
    new.statedGap = chance(2) ? old.statedGap : gap()
    new.sections.shuffle(using: &random)
    if !sameYears {
      new.years = Int.random(in: 1...5, using: &random)
      new.first = 2020 + Int.random(in: (1 - new.years)...(old.years - 1), using: &random)
      new.hasBase = chance(2)
    }
    new.lines = old.lines.compactMap { kept in
      if chance(6) { return nil }
      let section = chance(5) ? section() : kept.section
      let fresh = line(kept.line.id, new, section: section)
      let figures = new.starts.enumerated().map { index, start in
        old.starts.contains(start) ? kept.line.figures[start - 2020] : fresh.line.figures[index]
      }
      var shown = figures
      switch Int.random(in: 0..<8, using: &random) {
      case 0: shown = figures.map { _ in nil }
      case 1: shown = fresh.line.figures
      case 2, 3: shown.shuffle(using: &random)
      default: break
      }
      return NaiveVersion.Line(
        line: NaivePlan.Line(
          id: kept.line.id, role: chance(8) ? fresh.line.role : kept.line.role,
          basis: chance(8) ? fresh.line.basis : kept.line.basis,
          base: new.hasBase ? (old.hasBase ? kept.line.base : fresh.line.base) : nil,
          isMemo: new.hasBase && kept.line.isMemo, figures: shown, isTurned: section == 1),
        section: section, carriesGap: kept.carriesGap)
    }
    for number in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...new.lines.count, using: &random)
      new.lines.insert(line("new-\(number)", new, section: section()), at: place)
    }
    self.old = old
    self.new = new
  }
}
