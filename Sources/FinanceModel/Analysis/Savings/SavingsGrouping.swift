/// The savings of a plan by what one of their fields says.
public struct SavingsGrouping: Sendable {
  public let field: LineField
  /// In the order that the plan declares, or else of first appearance; savings without it last.
  public let groups: [Group]

  /// The savings that say the same.
  public struct Group: Sendable {
    /// What they say; nil for the savings without the field.
    public let value: String?
    public let title: String
    /// In printed order.
    public let lines: [Line]
  }
}

extension SavingsAnswer {
  /// The savings by each of some fields; by nil, by status and by owner where any has one.
  public func groups(by fields: [LineField]?) throws(Diagnostics) -> [SavingsGrouping] {
    let lines = lines
    let chosen =
      fields
      ?? [.status, .owner].filter { field in
        lines.contains { $0.fields[field] != nil }
      }
    var found: [SavingsGrouping] = []
    for field in chosen {
      let regrouping = try planned.forecast.regrouped(by: field)
      let groups = regrouping.groups.compactMap { group -> SavingsGrouping.Group? in
        let own = lines.filter { $0.fields[field] == group.value }
        return own.isEmpty
          ? nil : SavingsGrouping.Group(value: group.value, title: group.title, lines: own)
      }
      found.append(SavingsGrouping(field: field, groups: groups))
    }
    return found
  }
}
