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
  /// What a figure feeds directly: formulas, its section, the gaps and the claims. In printed order.
  public func uses(of name: Identifier) -> [Use] {
    rowUses(of: name) + sectionUses(of: name) + gapUses(of: name)
      + claims.filter { $0.formula.expression.names.contains(name) }.map { claim in
        Use(title: claim.says, id: claim.id, made: "= \(claim.formula.text)", place: claim.range)
      }
  }

  private func rowUses(of name: Identifier) -> [Use] {
    rows.flatMap { row -> [Use] in
      guard let details = row.details else { return [] }
      var formulas = details.entries.compactMap { entry -> Formula? in
        if case .formula(let formula) = entry { formula } else { nil }
      }
      for adjustment in row.line?.adjustments ?? [] {
        if case .deliver(let formula) = adjustment.operation { formulas.append(formula) }
      }
      var seen: Set<String> = []
      return formulas.filter { formula in
        formula.expression.names.contains(name) && seen.insert(formula.text).inserted
      }.map { formula in
        Use(
          title: details.title, id: details.id, made: "= \(formula.text)", place: formula.range)
      }
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
