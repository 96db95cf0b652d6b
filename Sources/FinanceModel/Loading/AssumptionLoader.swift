/// Reads the assumptions of a plan.
struct AssumptionLoader {
  let context: PlanContext

  func assumptions(_ entries: [Node.Entry]) -> [Assumption] {
    entries.compactMap { entry in
      let found = MappingReader(entry.value, .assumption, context.problems)
      guard let id = context.problems.identifier(entry.key), let reader = found else {
        context.problems.silence(.unknownName)
        return nil
      }
      let unit = reader.unit("unit") ?? .number
      return Assumption(
        id: id, title: reader.text("title") ?? id.name, unit: unit,
        values: values(reader, unit: unit), source: reader.text("source"),
        spread: reader.node("range").flatMap {
          SpreadLoader(problems: context.problems, unit: unit).spread($0)
        },
        extends: extends(reader, unit: unit), range: entry.key.range)
    }
  }

  private func values(_ reader: MappingReader, unit: Unit) -> [Assumption.Value] {
    let profile = ProfileLoader(context: context, unit: unit)
    var entries = profile.historyEntries(reader.node("base"), missing: .blank)
    if case .scalar(let scalar) = reader.node("values"), !scalar.isFormula {
      entries += context.years.planColumns.map { _ in profile.entry(.scalar(scalar)) }
    } else if let node = reader.node("values") {
      entries += profile.planEntries(node, then: nil, key: "values")
    }
    return entries.map { entry in
      switch entry {
      case .typed(let cell, let range): return Assumption.Value(cell: cell, range: range)
      case .formula(let formula):
        context.problems.add(
          .wrongType, "an assumption holds values, not formulas", at: formula.range,
          expected: "a value", help: "give the formula a row of its own, with 'print: no'")
        return Assumption.Value(cell: .blank, range: formula.range)
      case .blank: return Assumption.Value(cell: .blank, range: reader.range)
      }
    }
  }

  /// The rule by which a roll finds the value of the year after the last.
  private func extends(_ reader: MappingReader, unit: Unit) -> Assumption.Extension {
    guard let scalar = reader.filled("extends") else { return .last }
    switch scalar.text {
    case "last": return .last
    case "blank": return .blank
    default:
      let cell = reader.problems.amount(
        scalar, unit: unit, help: "'extends' takes 'last', 'blank' or the value itself")?.cell
      return cell.map(Assumption.Extension.value) ?? .last
    }
  }
}
