/// Writes rows as a plan would have them by hand, where the plan states what they are made of.
struct RowNodes {
  let context: PlanContext
  /// Where what they stand for was typed.
  let range: SourceRange
  let source: Node?

  /// A figure in the plan's unit, rounded as its lines are, that the plan's table does not print.
  ///
  /// Without a `base` its formula goes for the columns before the plan too.
  func figure(
    _ id: String, _ title: String, _ figures: Node, base: Node? = nil, isRate: Bool = false
  ) -> Node {
    var entries = start(id, title)
    if isRate {
      set("unit", Unit.percent.rawValue, &entries)
    } else {
      set("rounding", context.rounding.rawValue, &entries)
    }
    set("print", "no", &entries)
    if let base { entries.set("base", base) }
    entries.set("figure", figures)
    return .mapping(entries, range)
  }

  /// A line of a section, there in full whatever the section delivers.
  func line(
    _ id: String, _ title: String, _ role: Role, _ basis: Basis, _ figures: Node, base: Node?,
    in place: SectionPlace, status: FundingStatus? = nil
  ) -> Node {
    var entries = start(id, title)
    set("role", role.rawValue, &entries)
    if let status { set("funding", status.rawValue, &entries) }
    if let base { entries.set("base", base) }
    entries.set(basis.rawValue, figures)
    if place.delivers { set("delivery", "100%", &entries) }
    return .mapping(entries, range)
  }

  /// A line with the whole of another row: a level among levels, else what it adds to last year's.
  func follows(
    _ figure: String, _ id: String, _ title: String, in place: SectionPlace, hasBase: Bool
  ) -> Node {
    let isTurned = place.isIncomePositive
    let whole = formula(isTurned ? "-\(figure)" : figure)
    let change = "\(figure) - previous(\(figure), £0)"
    let base = context.years.base.map { _ in hasBase ? whole : .made("~", at: range) }
    return place.showsLevels
      ? line(id, title, .pressure, .level, whole, base: base, in: place)
      : line(
        id, title, .pressure, .recurring, formula(isTurned ? "-(\(change))" : change), base: base,
        in: place)
  }

  func formula(_ text: String) -> Node {
    .scalar(Node.Scalar(text: "= \(text)", style: .plain, range: range))
  }

  /// One formula for each column, as the base and the figures of a row.
  func formulas(_ texts: [String]) -> (base: Node?, figures: Node) {
    let count = context.years.history.count
    let nodes = texts.map(formula)
    return (
      count == 0 ? nil : .sequence(Array(nodes.prefix(count)), range),
      .sequence(Array(nodes.dropFirst(count)), range)
    )
  }

  private func start(_ id: String, _ title: String) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    set("id", id, &entries)
    entries.set("title", .scalar(Node.Scalar(text: title, style: .doubleQuoted, range: range)))
    if let source { entries.set("source", source) }
    return entries
  }

  private func set(_ key: String, _ text: String, _ entries: inout [Node.Entry]) {
    entries.set(key, .scalar(Node.Scalar(text: text, style: .plain, range: range)))
  }
}

extension Money {
  /// The amount as a formula has it: `£12000000`.
  var inFormula: String {
    let format = AmountFormat(decimals: 12, negatives: .minus, groupsThousands: false)
    var digits = format.text(magnitude, in: .pounds)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return trillionths < 0 ? "(-£\(digits))" : "£\(digits)"
  }
}

/// The sections of a plan and its assumptions, with those that other parts of the plan stand for.
struct MadeRows {
  var items: [Node]
  var assumptions: [Assumption]

  /// Adds lines at the end of a section, and figures that the plan's table does not print.
  mutating func add(_ lines: [Node], to place: SectionPlace, figures: [Node]) {
    items[place.position] = items[place.position].inserting(lines, under: "lines", atEnd: true)
    items += figures
  }
}
