/// The savings of one year by owner: approved, achieved, reported as pressures, and at risk.
public struct SavingsMonitoring: Sendable {
  public let delivery: SavingsDelivery
  /// In the order in which the lines name them; savings without an owner last.
  public let owners: [Owner]
  public let total: Amounts
  /// What all owners have to spend; nil where one of them has no budget stated.
  public let totalBudget: Money?
  /// The savings of which nothing is stated, so that all of them is at risk.
  public let unstated: [Line]

  /// The savings of one owner.
  public struct Owner: Sendable {
    /// Nil for the savings without one.
    public let name: String?
    public let amounts: Amounts
    /// Nil where it is not stated.
    public let budget: Money?
    public let savings: [Saving]
  }

  /// One saving that is new in the year.
  public struct Saving: Sendable {
    public let line: Line
    public let amounts: Amounts
  }

  /// What was approved for the year, and what has become of it.
  public struct Amounts: Hashable, Sendable {
    /// What the plan saves in the year by what is new in it.
    public let approved: Money
    public let achieved: Money
    public let pressures: Money

    /// What is neither achieved nor reported as a pressure; negative where more was achieved.
    public var atRisk: Money { approved - achieved - pressures }

    /// What is at risk as a share of a budget.
    public func share(of budget: Money?) -> Rate? { budget.flatMap { try? atRisk / $0 } }

    static let zero = Amounts(approved: .zero, achieved: .zero, pressures: .zero)

    static func + (left: Amounts, right: Amounts) -> Amounts {
      Amounts(
        approved: left.approved + right.approved, achieved: left.achieved + right.achieved,
        pressures: left.pressures + right.pressures)
    }
  }

  /// Throws `Diagnostics` for an amount with the other sign than its saving.
  init(_ delivery: SavingsDelivery, _ planned: SavingsView) throws(Diagnostics) {
    self.delivery = delivery
    let known = Dictionary(
      delivery.savings.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    var faults: [Diagnostic] = []
    var unstated: [Line] = []
    let oneOffs = Dictionary(
      planned.gap.oneOffs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let savings = planned.lines.compactMap { line -> Saving? in
      let approved = planned.approved(line, in: delivery.year, oneOffs)
      let stated = known[line.id]
      if stated == nil, approved == .zero { return nil }
      if stated == nil { unstated.append(line) }
      if let stated, approved.isOpposed(to: stated.achieved) {
        faults.append(SavingsMonitoring.fault(line, stated))
      }
      return Saving(
        line: line,
        amounts: Amounts(
          approved: approved, achieved: stated?.achieved ?? .zero,
          pressures: stated?.pressures ?? .zero))
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    var names: [String?] = []
    for saving in savings where !names.contains(saving.line.fields[.owner]) {
      names.append(saving.line.fields[.owner])
    }
    let budgets = Dictionary(
      delivery.budgets.map { ($0.owner, $0.amount) }, uniquingKeysWith: { first, _ in first })
    owners = (names.filter { $0 != nil } + names.filter { $0 == nil }).map { name in
      let own = savings.filter { $0.line.fields[.owner] == name }
      return Owner(
        name: name, amounts: own.map(\.amounts).reduce(.zero, +),
        budget: name.flatMap { budgets[$0] }, savings: own)
    }
    total = savings.map(\.amounts).reduce(.zero, +)
    let held = owners.compactMap(\.budget)
    totalBudget = held.count == owners.count && !held.isEmpty ? held.reduce(.zero, +) : nil
    self.unstated = unstated
  }

  private static func fault(_ line: Line, _ stated: SavingsDelivery.Monitored) -> Diagnostic {
    Diagnostic(
      .wrongValue, "'achieved' of '\(line.id)' has the other sign than the saving",
      at: stated.range,
      label: "expected what is saved as it is, and what costs money in brackets",
      help: "what a saving has cost instead belongs under 'pressures'",
      notes: [Diagnostic.Note("this is the saving", at: line.details.idRange)])
  }
}

extension SavingsView {
  /// What a saving brings that is new in a year: of one-off money all of that year.
  fileprivate func approved(
    _ line: Line, in year: FinancialYear, _ oneOffs: [Identifier: OneOffMoney]
  ) -> Money {
    if let oneOff = oneOffs[line.id] { return -(oneOff.amounts[year] ?? .zero) }
    return series(line, .annual)[year] ?? .zero
  }
}

extension Money {
  /// Whether one is above nil and the other below.
  fileprivate func isOpposed(to other: Money) -> Bool {
    (self > .zero && other < .zero) || (self < .zero && other > .zero)
  }
}
