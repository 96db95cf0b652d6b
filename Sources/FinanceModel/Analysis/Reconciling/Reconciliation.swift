/// Every published cell and claim of a plan with its verdict.
public struct Reconciliation: Sendable {
  public let plan: Plan
  /// One for each cell of each published table, in published order.
  public let cells: [ReconciledCell]
  public let claims: [ReconciledClaim]
  /// One for each identity and year.
  public let identities: [ReconciledIdentity]

  /// How many cells have a verdict.
  public func count(_ verdict: Verdict) -> Int {
    cells.count { $0.verdict == verdict }
  }

  /// Whether there is nothing that could be held against anything.
  public var isEmpty: Bool { cells.isEmpty && claims.isEmpty && identities.isEmpty }

  /// Whether any cell, claim or identity is wrong.
  public var hasFindings: Bool {
    cells.contains { $0.verdict == .wrong } || claims.contains { $0.verdict == .wrong }
      || identities.contains { $0.verdict == .wrong }
  }
}

/// A published cell held against the engine's.
public struct ReconciledCell: Sendable {
  /// The name of the published table's file.
  public let table: String
  /// The position of the plan's row.
  public let row: Int
  public let column: PublishedTable.Column
  public let published: PublishedTable.Cell
  public let computed: PublishedTable.Content
  public let verdict: Verdict
  /// Published less computed; nil where either is not a figure, unless one of them stands for nil.
  public let difference: Quantity?
  /// What rounding alone could make the difference; nil for a typed figure and for text.
  public let bound: Quantity?
  /// What would explain a difference, or the reason that the plan records.
  public let suggestion: String?
}

/// A claim held against the formula it must equal.
public struct ReconciledClaim: Sendable {
  public let claim: Claim
  public let computed: Quantity?
  public let verdict: Verdict
  /// Stated less computed.
  public let difference: Quantity?
}

extension Plan {
  /// Holds every published cell and every claim against the engine. Throws `Diagnostics`.
  public func reconciled() throws(Diagnostics) -> Reconciliation {
    let index = PlanIndex(self)
    let engine = Evaluator(index)
    _ = try engine.forecast()
    var cells: [ReconciledCell] = []
    for table in published {
      cells += try TableReconciler(index: index, table: table, engine: engine).cells()
    }
    var held: [ReconciledIdentity] = []
    if !identities.isEmpty {
      let reconciler = IdentityReconciler(index: index, engine: engine)
      for identity in identities { held += try reconciler.reconciled(identity) }
    }
    return Reconciliation(
      plan: self, cells: cells,
      claims: try claims.map { claim throws(Diagnostics) in try engine.reconcile(claim) },
      identities: held)
  }
}

extension Evaluator {
  /// A claim holds when its formula rounds to it at the place with which it is stated.
  func reconcile(_ claim: Claim) throws(Diagnostics) -> ReconciledClaim {
    let value = try valueOrFault { () throws(Diagnostics) in
      try evaluate(claim.formula.expression, nil, .printed)
    }
    let computed = value.kind == .zero ? claim.stated.with(trillionths: 0) : value.quantity
    guard let computed else {
      return ReconciledClaim(claim: claim, computed: nil, verdict: .wrong, difference: nil)
    }
    guard computed.isMoney == claim.stated.isMoney else {
      throw Diagnostics(
        Diagnostic(
          .formulaKind,
          "'\(claim.text)' is held against \(computed.isMoney ? "money" : "a number")",
          at: claim.formula.range,
          label: "expected \(claim.stated.isMoney ? "money" : "a number")"))
    }
    let difference = computed.with(
      trillionths: claim.stated.trillionths - computed.trillionths)
    let verdict: Verdict =
      if difference.isZero { .exact } else if computed.rounded(claim.place) == claim.stated {
        .rounding
      } else if let noted = claim.noted, noted.difference == difference { .noted } else { .wrong }
    return ReconciledClaim(
      claim: claim, computed: computed, verdict: verdict, difference: difference)
  }
}

extension Plan {
  /// In what a reconciled cell is printed: its column's own unit, or its row's.
  func style(_ cell: ReconciledCell) -> CellStyle {
    style(cell.row, cell.column, in: nil)
  }
}
