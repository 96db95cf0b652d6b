/// A row that reads another figure in its formula.
public struct Use: Hashable, Sendable {
  /// The title of the row, section total, gap or claim.
  public let title: String
  public let id: Identifier?
  /// The formula, or how else the figure is read.
  public let made: String
  public let place: SourceRange?
}

extension Plan {
  /// What a figure feeds directly: formulas, its section, the gaps, identities and claims. In printed order.
  public func uses(of name: Identifier) -> [Use] {
    rowUses(of: name) + sectionUses(of: name) + gapUses(of: name) + statementUses(of: name)
  }

  private func rowUses(of name: Identifier) -> [Use] {
    rows.flatMap { row in
      var seen: Set<String> = []
      return row.formulas.filter { formula in
        formula.expression.names.contains(name) && seen.insert(formula.text).inserted
      }.map { formula in
        Use(title: row.title, id: row.id, made: "= \(formula.text)", place: formula.range)
      }
    }
  }

  private func statementUses(of name: Identifier) -> [Use] {
    identities.filter { identity in
      let condition = identity.condition
      return condition.left.names.union(condition.right.names).contains(name)
    }.map { Use(title: $0.says, id: $0.id, made: $0.text, place: $0.range) }
      + claims.filter { $0.formula.expression.names.contains(name) }.map { claim in
        Use(title: claim.says, id: claim.id, made: "= \(claim.formula.text)", place: claim.range)
      }
  }

  private func sectionUses(of name: Identifier) -> [Use] {
    guard let section = rows.first(where: { $0.line?.id == name })?.details?.section else {
      return []
    }
    let uses = rows.compactMap { row -> Use? in
      guard case .figure(let figure) = row, figure.totalOf == section else { return nil }
      return Use(
        title: row.title, id: figure.id, made: "= sum(\(section))", place: figure.details.range)
    }
    return uses
  }

  private func gapUses(of name: Identifier) -> [Use] {
    guard gap != .none, let line = rows.first(where: { $0.line?.id == name })?.line,
      line.role != .memorandum
    else { return [] }
    let kind: GapKind = line.role == .saving ? .plan : .required
    return [
      Use(
        title: "Gap: \(kind.words)", id: Identifier(kind.rawValue), made: "its annual effect",
        place: nil)
    ]
  }
}
