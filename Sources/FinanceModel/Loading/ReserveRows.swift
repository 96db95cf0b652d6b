/// Writes the lines and figures of a reserve as a plan would write them by hand.
///
/// Each line is a memorandum of one year's money, so that a scenario may set, scale or slip it; the
/// closing balance is a figure by formula. None of them is printed in the plan's table.
struct ReserveRows {
  let reserve: Reserve
  let reader: MappingReader
  /// The lines that move it, each with whether its signs are turned.
  let moves: [(id: Identifier, isTurned: Bool)]
  /// What the risks come to, weighted; nil in a plan without them.
  let risks: Cell?
  let context: PlanContext

  /// The word for a minimum that is the weighted total of the plan's risks.
  static let risks = "risks"

  /// The rows of all reserves as items of `sections`: a section of their lines, and the balances.
  static func items(_ all: [ReserveRows]) -> [Node] {
    guard let range = all.first?.range else { return [] }
    let section: [Node.Entry] = [
      entry("id", .made(Reserve.section, at: range)), entry("role", .made("memorandum", at: range)),
      entry("shows", .made("levels", at: range)),
      entry("lines", .sequence(all.flatMap(\.lines), range)),
    ]
    return [.mapping(section, range)] + all.map(\.balance)
  }

  private var range: SourceRange { reserve.range }

  // MARK: Lines

  private var lines: [Node] {
    Reserve.Part.allCases.compactMap { part in
      figures(part).map { line(part, $0) }
    }
  }

  private func line(_ part: Reserve.Part, _ figures: Node) -> Node {
    row(id: reserve.name(of: part), title: "\(reserve.title): \(part.words)") {
      [Self.entry(Basis.oneOff.rawValue, figures)]
    }
  }

  /// What a line holds by year; nil for a minimum that is not stated.
  private func figures(_ part: Reserve.Part) -> Node? {
    let years = context.years.years
    switch part {
    case .opening:
      let first = reader.node("opening") ?? blank
      return .sequence(
        [first] + years.dropFirst().map { _ in formula("previous(\(reserve.id))") }, range)
    case .contributions, .use:
      if let node = reader.node(part.rawValue), node.isFormula || node.text == nil { return node }
      return .sequence(years.map { _ in blank }, range)
    case .minimum:
      guard case .scalar(let scalar)? = reader.node(part.rawValue), !scalar.isFormula else {
        return reader.node(part.rawValue)
      }
      let all = scalar.text == Self.risks ? Self.made(risks, scalar, context) : .scalar(scalar)
      return .sequence(years.map { _ in all }, scalar.range)
    }
  }

  /// What the risks come to as it would be typed, where they are asked for.
  private static func made(_ risks: Cell?, _ word: Node.Scalar, _ context: PlanContext) -> Node {
    let text = risks?.typed(in: context.unit, decimals: context.decimals) ?? "~"
    return .scalar(Node.Scalar(text: text, style: .plain, range: word.range))
  }

  // MARK: The balance

  /// The closing balance as planned: the base year's is the opening balance of the first year.
  private var balance: Node {
    var text = reserve.name(of: .opening) + " + " + reserve.name(of: .contributions)
    text += " - " + reserve.name(of: .use)
    for move in moves { text += "\(move.isTurned ? " -" : " +") level(\(move.id))" }
    return row(id: reserve.id.name, title: reserve.title) {
      var entries: [Node.Entry] = []
      if context.years.base != nil, let opening = reader.node("opening") {
        entries.append(Self.entry("base", opening))
      }
      return entries + [Self.entry("figure", formula(text))]
    }
  }

  // MARK: Nodes

  private func row(id: String, title: String, figures: () -> [Node.Entry]) -> Node {
    var entries = [
      Self.entry("id", .scalar(Node.Scalar(text: id, style: .plain, range: range))),
      Self.entry("title", .scalar(Node.Scalar(text: title, style: .doubleQuoted, range: range))),
      Self.entry("print", .made("no", at: range)),
    ]
    entries += figures()
    for key in ["source", "note"] {
      if let node = reader.node(key) { entries.append(Self.entry(key, node)) }
    }
    return .mapping(entries, range)
  }

  private static func entry(_ key: String, _ value: Node) -> Node.Entry {
    Node.Entry(key: .made(key, at: value.range), value: value)
  }

  private var blank: Node { .made("~", at: range) }

  private func formula(_ text: String) -> Node {
    .scalar(Node.Scalar(text: "= \(text)", style: .plain, range: range))
  }
}

extension Reserve.Part {
  /// As the title of its line says it.
  fileprivate var words: String {
    switch self {
    case .opening: "opening balance"
    case .contributions: "contributions"
    case .use: "planned use"
    case .minimum: "minimum"
    }
  }
}
