extension Reconciliation {
  /// What `reconcile --format json` holds; `docs/json.md` describes it.
  public var json: JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(ReportStyle())), ("cells", .array(cells.map(cell))),
      ("claims", .array(claims.map(claim))), ("checks", .array(identities.map(identity))),
      (
        "summary",
        .object(Verdict.allCases.map { ($0.rawValue, .integer(count($0))) })
      ),
    ])
  }

  private func cell(_ cell: ReconciledCell) -> JSONValue {
    let row = plan.rows[cell.row]
    let style = plan.style(cell)
    func figure(_ quantity: Quantity?, moreDecimals: Int = 0) -> JSONValue {
      quantity.map {
        .figure(.figure($0), in: style.unit, decimals: style.decimals + moreDecimals)
      } ?? .null
    }
    let computed: JSONValue =
      switch cell.computed {
      case .text(let text): .string(text)
      case .cell(let value): .figure(value, in: style.unit, decimals: style.decimals)
      }
    return .object([
      ("table", .string(cell.table)), ("row", .string(row.id?.name ?? row.title)),
      ("column", .string(plan.name(cell.column))), ("published", .string(cell.published.text)),
      ("computed", computed), ("verdict", .string(cell.verdict.rawValue)),
      ("difference", figure(cell.difference)), ("bound", figure(cell.bound, moreDecimals: 1)),
      ("suggestion", .optional(cell.suggestion)),
    ])
  }

  private func identity(_ held: ReconciledIdentity) -> JSONValue {
    func figure(_ quantity: Quantity?, moreDecimals: Int = 0) -> JSONValue {
      guard let quantity else { return .null }
      let style = plan.style(quantity)
      return .figure(.figure(quantity), in: style.unit, decimals: style.decimals + moreDecimals)
    }
    return .object([
      ("id", .string(held.identity.id.name)), ("says", .string(held.identity.says)),
      ("column", .optional(held.column.map(plan.name(ofColumn:)))), ("left", figure(held.left)),
      ("right", figure(held.right)), ("verdict", .string(held.verdict.rawValue)),
      ("difference", figure(held.difference)), ("bound", figure(held.bound, moreDecimals: 1)),
    ])
  }

  private func claim(_ claim: ReconciledClaim) -> JSONValue {
    func figure(_ quantity: Quantity?) -> JSONValue {
      quantity.map {
        .figure(.figure($0), in: claim.claim.unit, decimals: plan.decimals(claim.claim))
      } ?? .null
    }
    return .object([
      ("id", .string(claim.claim.id.name)), ("says", .string(claim.claim.says)),
      ("stated", .string(claim.claim.text)), ("computed", figure(claim.computed)),
      ("verdict", .string(claim.verdict.rawValue)), ("difference", figure(claim.difference)),
    ])
  }
}
