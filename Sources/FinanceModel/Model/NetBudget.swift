/// The base budgets of a plan's services, from which its net budget requirement starts.
public struct NetBudget: Sendable {
  /// In printed order.
  public let services: [Service]
  /// The base budget of what is no service's; nil where its lines have it in the base year.
  public let corporate: Money?
  /// The lines of council tax; nil where the plan does not say which they are.
  public let councilTax: [Identifier]?
  /// Where the plan says `net-budget`.
  public let range: SourceRange

  /// A service by the word that lines have under `service`.
  public struct Service: Sendable {
    public let name: String
    public let title: String
    /// Its base budget, with all that its lines have in the base year; nil where those are all of it.
    public let base: Money?
    public let range: SourceRange
  }

  /// The id of the row that formulas may name.
  static let requirement = "net-budget-requirement"
}

extension Plan {
  /// What of a net budget a line belongs to.
  enum BudgetPart: Hashable {
    /// The position of a service among `budgetServices`.
    case service(Int)
    case corporate
    case reserves
    case funding
    case councilTax
  }

  /// The services of the net budget: those that it states, else those that lines name.
  var budgetServices: [NetBudget.Service] {
    if let stated = netBudget?.services, !stated.isEmpty { return stated }
    let titles = groupings.first { $0.field == .service }?.values ?? []
    var names: [String] = []
    for line in rows.compactMap(\.line) where line.role != .memorandum && line.role != .funding {
      if let name = line.fields[.service], !names.contains(name) { names.append(name) }
    }
    let order = titles.map(\.id).filter(names.contains)
    return (order + names.filter { !order.contains($0) }).map { name in
      NetBudget.Service(
        name: name, title: titles.first { $0.id == name }?.title ?? name, base: nil, range: range)
    }
  }

  /// The lines of council tax; nil where the plan does not say which they are.
  var councilTaxLines: Set<Identifier>? {
    if let stated = netBudget?.councilTax { return Set(stated) }
    return councilTax.map { tax in
      Set(tax.lines.filter { $0.key != .collectionFund }.values)
    }
  }

  /// The part of each line of a gap; nil for other rows.
  var budgetParts: [BudgetPart?] {
    let services = Dictionary(
      budgetServices.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let tax = councilTaxLines ?? []
    let fund = councilTax?.lines[.collectionFund]
    return rows.map { row in
      guard let line = row.line, line.role != .memorandum else { return nil }
      if tax.contains(line.id) { return .councilTax }
      if line.role == .funding || line.id == fund { return .funding }
      if line.role == .reserves { return .reserves }
      return line.fields[.service].flatMap { services[$0] }.map(BudgetPart.service) ?? .corporate
    }
  }
}
