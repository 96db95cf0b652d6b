@testable import FinanceModel

/// A plan of typed lines and its gaps by the rules alone: recursive sums of whole £000.
///
/// It shares no code with the evaluator, which it is held against.
struct NaivePlan {
  struct Line {
    let id: String
    let role: Role
    let basis: Basis
    /// The base-year figure; nil for none.
    let base: Int?
    let isMemo: Bool
    /// One figure for each year; nil for a blank.
    let figures: [Int?]
    /// Whether it stands in the section that prints income positive.
    let isTurned: Bool

    /// What the line starts from.
    var start: Int? { isMemo ? nil : base }

    func figure(_ year: Int) -> Int? { year < 0 ? start : figures[year] }

    func annual(_ year: Int) -> Int? {
      if basis == .recurring { return figures[year] }
      if figure(year) == nil && figure(year - 1) == nil { return nil }
      return (figure(year) ?? 0) - (figure(year - 1) ?? 0)
    }

    func cumulative(_ year: Int) -> Int? {
      let before = year == 0 ? nil : cumulative(year - 1)
      guard let annual = annual(year) else { return before }
      return (before ?? 0) + annual
    }

    func level(_ year: Int) -> Int { (start ?? 0) + (cumulative(year) ?? 0) }

    var isOneOff: Bool { basis == .oneOff || role == .reserves }
    var sign: Int { isTurned ? -1 : 1 }
  }

  let years: Int
  let hasBase: Bool
  let statedGap: Int?
  let showsLevels: Bool
  let lines: [Line]

  func counted(in kind: GapKind) -> [Line] {
    lines.filter { line in
      if line.role == .memorandum { return false }
      switch kind {
      case .required: return line.role != .saving
      case .beforeReserves: return line.role != .saving && line.role != .reserves
      case .plan: return line.role == .saving
      case .remaining, .structural: return true
      }
    }
  }

  func annual(_ kind: GapKind, _ year: Int) -> Int {
    counted(in: kind).reduce(0) { $0 + $1.sign * ($1.annual(year) ?? 0) }
  }

  func start(_ kind: GapKind) -> Int {
    if let statedGap { return kind == .plan ? 0 : statedGap }
    guard hasBase, lines.contains(where: { $0.role == .cost }) else { return 0 }
    return counted(in: kind).reduce(0) { $0 + $1.sign * ($1.start ?? 0) }
  }

  func cumulative(_ kind: GapKind, _ year: Int) -> Int {
    if kind == .structural {
      let oneOff = counted(in: kind).filter(\.isOneOff).reduce(0) { $0 + $1.sign * $1.level(year) }
      return cumulative(.remaining, year) - oneOff
    }
    return (year == 0 ? start(kind) : cumulative(kind, year - 1)) + annual(kind, year)
  }

  /// What the table prints for the total of a section.
  func total(turned: Bool, _ year: Int) -> Int? {
    let cells = lines.filter { $0.isTurned == turned }.map { line in
      line.basis == .oneOff && !showsLevels ? line.annual(year) : line.figures[year]
    }
    return cells.contains { $0 != nil } ? cells.reduce(0) { $0 + ($1 ?? 0) } : nil
  }

  // MARK: As a plan file

  var sections: String {
    [(false, "cost-positive", "plain"), (true, "income-positive", "turned")]
      .map { turned, signs, id in
        let rows = lines.filter { $0.isTurned == turned }.map { "    \(text($0))" }
        return """
          - id: \(id)
            signs: \(signs)
            shows: \(showsLevels ? "levels" : "changes")
            total: { id: total-\(id)\(hasBase ? ", base: ~" : "") }
            lines:\(rows.isEmpty ? " []" : "\n" + rows.joined(separator: "\n"))
          """
      }.joined(separator: "\n")
  }

  private func text(_ line: Line) -> String {
    let figures = line.figures.map(amount).joined(separator: ", ")
    let base = hasBase ? ", base: \(amount(line.base))\(line.isMemo ? ", base-memo: yes" : "")" : ""
    return "- { id: \(line.id), role: \(line.role), \(line.basis.rawValue): [\(figures)]\(base) }"
  }

  /// Whole £000 as £m with three decimals.
  private func amount(_ thousands: Int?) -> String {
    guard let thousands else { return "~" }
    let size = thousands.magnitude
    let decimals = String(1000 + size % 1000).dropFirst()
    return "\(thousands < 0 ? "-" : "")\(size / 1000).\(decimals)"
  }

  func sheet() throws -> Sheet {
    try Sheet(
      sections, head: statedGap.map { "base-gap: \(amount($0))" } ?? "",
      base: hasBase ? "2016-17" : nil, years: years)
  }

  func text(_ cells: [Int?]) -> String { cells.map(amount).joined(separator: " ") }
}

extension NaivePlan {
  /// A plan of a few lines on all bases and roles.
  init(seed: UInt64, mostLines: Int = 10, mostYears: Int = 6) {
    var random = SplitMix64(seed: seed)
    func amount() -> Int? {
      Int.random(in: 0..<5, using: &random) == 0
        ? nil : Int.random(in: -9999...9999, using: &random)
    }
    years = Int.random(in: 1...mostYears, using: &random)
    hasBase = Bool.random(using: &random)
    statedGap =
      Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: -999...999, using: &random) : nil
    showsLevels = Bool.random(using: &random)
    var lines: [Line] = []
    for number in 0..<Int.random(in: 0...mostLines, using: &random) {
      let figures = (0..<years).map { _ in amount() }
      let base = hasBase ? amount() : nil
      lines.append(
        Line(
          id: "line-\(number)", role: Role.allCases.randomElement(using: &random) ?? .cost,
          basis: Basis.allCases.randomElement(using: &random) ?? .level, base: base,
          isMemo: hasBase && Int.random(in: 0..<5, using: &random) == 0, figures: figures,
          isTurned: Int.random(in: 0..<3, using: &random) == 0))
    }
    self.lines = lines
  }
}
