/// Writes the risks of a plan as a table beside the sections would be written by hand.
///
/// It is there only where a published table is `of: risks`, so that the register is held against
/// what was published and its figures are typed once. What it computes is what `mtfs risks` prints.
struct RiskRows {
  let register: RiskRegister

  /// The id of the table.
  static let id = "risks"

  /// Whether the plan holds a published table against its risks, and has no table of that name.
  static func areAsked(by reader: MappingReader) -> Bool {
    func names(_ key: String, _ inner: String) -> [String] {
      guard case .sequence(let items, _)? = reader.node(key) else { return [] }
      return items.compactMap { $0[inner]?.text }
    }
    return names("published", "of").contains(id) && !names("tables", "id").contains(id)
  }

  var table: Node {
    mapping([
      ("id", text(Self.id)), ("title", text("Risks")),
      (
        "columns",
        list([
          column("lower", "Lower"), column("upper", "Upper"),
          column("mid-point", "Mid-point", ("formula", "= (lower + upper) / 2")),
          column(
            "likelihood", "Likelihood", ("unit", "%"),
            ("decimals", String(register.likelihoodDecimals))),
          column("weighted", "Weighted", ("formula", "= (lower + upper) * likelihood / 2")),
        ])
      ), ("rows", list(register.risks.map(row))),
    ])
  }

  private func column(_ id: String, _ title: String, _ more: (String, String)...) -> Node {
    mapping(([("id", id), ("title", title)] + more).map { ($0.0, text($0.1)) })
  }

  private func row(_ risk: Risk) -> Node {
    func amount(_ money: Money) -> Node { figure(.money(money), .pounds, risk.range) }
    return mapping([
      ("id", .scalar(Node.Scalar(text: risk.id.name, style: .plain, range: risk.range))),
      ("title", .made(risk.title, at: risk.range)),
      ("rounding", text(register.grid == nil ? "none" : "printed")),
      (
        "values",
        list([
          amount(risk.lower), amount(risk.upper),
          figure(.number(risk.likelihood), .percent, risk.range),
        ])
      ),
    ])
  }

  /// A figure in full, with its unit.
  private func figure(_ quantity: Quantity, _ unit: Unit, _ range: SourceRange) -> Node {
    let format = AmountFormat(
      decimals: FixedPoint.places, negatives: .minus, groupsThousands: false)
    return .made(unit.phrase(format.text(quantity, in: unit)), at: range)
  }

  // MARK: Nodes

  private func text(_ text: String) -> Node { .made(text, at: register.range) }

  private func list(_ items: [Node]) -> Node { .sequence(items, register.range) }

  private func mapping(_ entries: [(String, Node)]) -> Node {
    .mapping(
      entries.map { Node.Entry(key: .made($0.0, at: $0.1.range), value: $0.1) }, register.range)
  }
}
