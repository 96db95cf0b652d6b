/// Writes the figures and lines of council tax as a plan would write them by hand.
///
/// The yield is rounded as the plan is, and so are the two steps between last year's and this
/// year's. Each line is the way from one step to the next, so that the lines add up to the change.
struct CouncilTaxRows {
  let reader: MappingReader
  let inputs: CouncilTaxInputs
  let named: [CouncilTax.Part: Line]
  let hasAdultSocialCare: Bool
  let isIncomePositive: Bool
  /// Whether the section has a share of its lines delivered, which is not for these.
  let sectionDelivers: Bool
  let context: PlanContext

  /// The decimals of the tax base.
  static let baseDecimals = 2

  /// A line as the plan names it: its id, its title and the like.
  struct Line {
    let id: Identifier
    let entries: [Node.Entry]
    let range: SourceRange
  }

  // MARK: Figures

  /// The figures that the lines are made from; none is printed in the plan's table.
  var figures: [Node] { baseFigures + bandDFigures + yieldFigures }

  private var baseFigures: [Node] {
    let stated = reader.node("tax-base")
    let isBefore = inputs[.collectionRate] != nil
    let first = isBefore ? CouncilTax.Figure.baseBeforeCollection : .base
    let growth = inputs[.baseGrowth].map { " * (1 + \($0.id))" } ?? ""
    let title = "Council tax base"
    var rows = [
      count(
        first, isBefore ? "\(title) before the collection rate" : title,
        "previous(\(first.rawValue))\(growth)", base: stated)
    ]
    if let rate = inputs[.collectionRate] {
      rows.append(count(.base, title, "\(first.rawValue) * \(rate.id)"))
    }
    return rows
  }

  private var bandDFigures: [Node] {
    let last = "previous(\(CouncilTax.Figure.bandD.rawValue))"
    var rows = [
      pence(.coreRise, "Core increase in Band D", rise(.coreIncrease, last), base: nothing)
    ]
    var whole = "\(last) + \(CouncilTax.Figure.coreRise.rawValue)"
    if hasAdultSocialCare {
      let care = CouncilTax.Figure.bandDAdultSocialCare
      let raise = CouncilTax.Figure.adultSocialCareRise.rawValue
      whole += " + \(raise)"
      rows += [
        pence(
          .adultSocialCareRise, "Adult social care increase in Band D",
          rise(.adultSocialCareIncrease, last), base: nothing),
        pence(
          care, "Band D for adult social care", "previous(\(care.rawValue)) + \(raise)",
          base: reader.node("adult-social-care") ?? .made("0", at: reader.range)),
        pence(
          .bandDCore, "Band D without adult social care",
          "\(CouncilTax.Figure.bandD.rawValue) - \(care.rawValue)"),
      ]
    }
    return rows + [pence(.bandD, "Band D", whole, base: reader.node("band-d"))]
  }

  private var yieldFigures: [Node] {
    let last = "previous(\(CouncilTax.Figure.bandD.rawValue))"
    let base = CouncilTax.Figure.base.rawValue
    var rows = [
      money(.yield, "Council tax yield", "\(CouncilTax.Figure.bandD.rawValue) * \(base)"),
      money(
        .yieldAfterGrowth, "Yield of the tax base at last year's Band D", "\(last) * \(base)",
        base: nothing),
    ]
    if hasAdultSocialCare {
      rows.append(
        money(
          .yieldAfterCore, "The same with the core increase",
          "(\(last) + \(CouncilTax.Figure.coreRise.rawValue)) * \(base)", base: nothing))
    }
    return rows
  }

  /// What an increase adds to Band D: a share of last year's, or the pounds that are stated.
  private func rise(_ key: CouncilTaxInputs.Key, _ last: String) -> String {
    guard let increase = inputs[key] else { return "£0" }
    return increase.unit.isMoney ? "\(increase.id)" : "\(increase.id) * \(last)"
  }

  // MARK: Lines

  /// The lines, in printed order; each is there in full, whatever its section delivers.
  var lines: [Node] {
    CouncilTax.Part.allCases.compactMap { part in named[part].map { line(part, $0) } }
  }

  private func line(_ part: CouncilTax.Part, _ line: Line) -> Node {
    var entries = line.entries
    let range = line.range
    let basis = part == .collectionFund ? Basis.oneOff : .recurring
    if entries["title"] == nil { entries.set("title", .made(title(part), at: range)) }
    if entries["source"] == nil, let source = reader.node("source") {
      entries.set("source", source)
    }
    if let base = base(part) { entries.set("base", formula(base, at: range)) }
    entries.set(basis.rawValue, formula("\(sign)(\(change(part)))", at: range))
    if sectionDelivers { entries.set("delivery", .made("100%", at: range)) }
    return .mapping(entries, range)
  }

  private var sign: String { isIncomePositive ? "" : "-" }

  /// What a line adds to the yield, or the amount of the collection fund.
  private func change(_ part: CouncilTax.Part) -> String {
    let yield = CouncilTax.Figure.yield.rawValue
    let growth = CouncilTax.Figure.yieldAfterGrowth.rawValue
    let core = CouncilTax.Figure.yieldAfterCore.rawValue
    return switch part {
    case .baseGrowth: "\(growth) - previous(\(yield))"
    case .coreIncrease: "\(hasAdultSocialCare ? core : yield) - \(growth)"
    case .adultSocialCareIncrease: "\(yield) - \(core)"
    case .collectionFund: inputs[.collectionFund].map { "\($0.id)" } ?? "0"
    }
  }

  /// What a line has in the base year: the yield, in its parts, and the balance shared out.
  private func base(_ part: CouncilTax.Part) -> String? {
    let yield = CouncilTax.Figure.yield.rawValue
    switch part {
    case .baseGrowth: return nil
    case .coreIncrease:
      let core = "\(CouncilTax.Figure.bandDCore.rawValue) * \(CouncilTax.Figure.base.rawValue)"
      return hasAdultSocialCare ? "\(sign)(\(core))" : "\(sign)\(yield)"
    case .adultSocialCareIncrease:
      return "\(sign)\(yield) - \(named[.coreIncrease].map { "\($0.id)" } ?? "0")"
    case .collectionFund:
      guard let fund = inputs[.collectionFund], let column = context.years.baseColumn,
        fund.values[column].cell.figure != nil
      else { return nil }
      return "\(sign)\(fund.id)"
    }
  }

  private func title(_ part: CouncilTax.Part) -> String {
    switch part {
    case .coreIncrease: "Council tax increase"
    case .adultSocialCareIncrease: "Adult social care increase"
    case .baseGrowth: "Council tax base growth"
    case .collectionFund: "Collection fund"
    }
  }

  // MARK: Nodes

  private var nothing: Node { .made("~", at: reader.range) }

  private func count(
    _ figure: CouncilTax.Figure, _ title: String, _ text: String, base: Node? = nil
  ) -> Node {
    row(figure, title, text, base, .number, Self.baseDecimals, .printed, "tax-base")
  }

  private func pence(
    _ figure: CouncilTax.Figure, _ title: String, _ text: String, base: Node? = nil
  ) -> Node {
    row(figure, title, text, base, .pounds, 2, .printed, "band-d")
  }

  private func money(
    _ figure: CouncilTax.Figure, _ title: String, _ text: String, base: Node? = nil
  ) -> Node {
    row(figure, title, text, base, context.unit, context.decimals, context.rounding, "band-d")
  }

  /// A figure that stands where the plan states what it starts from.
  private func row(
    _ figure: CouncilTax.Figure, _ title: String, _ text: String, _ base: Node?, _ unit: Unit,
    _ decimals: Int, _ rounding: LineRounding, _ key: String
  ) -> Node {
    let range = reader.keyRange(key)
    var entries: [Node.Entry] = []
    func set(_ key: String, _ text: String) {
      entries.append(Node.Entry(key: .made(key, at: range), value: Self.scalar(text, at: range)))
    }
    set("id", figure.rawValue)
    set("title", title)
    set("unit", unit.rawValue)
    set("decimals", String(decimals))
    set("rounding", rounding.rawValue)
    set("print", "no")
    if let base { entries.append(Node.Entry(key: .made("base", at: range), value: base)) }
    set("figure", "= \(text)")
    if let source = reader.node("source") {
      entries.append(Node.Entry(key: .made("source", at: range), value: source))
    }
    return .mapping(entries, range)
  }

  private func formula(_ text: String, at range: SourceRange) -> Node {
    Self.scalar("= \(text)", at: range)
  }

  private static func scalar(_ text: String, at range: SourceRange) -> Node {
    .scalar(Node.Scalar(text: text, style: .plain, range: range))
  }
}
