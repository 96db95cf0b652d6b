/// What a register says of a line besides its figures.
extension RowLoader {
  /// Its owner, service, priority and status.
  func fields(_ reader: MappingReader) -> [LineField: String] {
    var fields: [LineField: String] = [:]
    for field in LineField.allCases {
      guard let scalar = reader.scalar(field.rawValue), !scalar.isNull else { continue }
      if context.check(scalar, field) { fields[field] = scalar.text.trimmed }
    }
    return fields
  }

  /// The range of the share of a saving that is delivered; a diagnostic on any other line.
  func deliveryRange(_ reader: MappingReader, role: Role?) -> Spread? {
    guard let node = reader.node("delivery-range") else { return nil }
    if let role, role != .saving {
      context.problems.add(
        .wrongValue,
        "the share delivered is drawn of savings, and this line is of role \(role.rawValue)",
        at: reader.keyRange("delivery-range"), expected: "a line of role saving",
        help: "multiply its formula by an assumption that has a range")
    }
    return SpreadLoader(problems: context.problems, unit: .percent).share(node)
  }

  /// How sure the money of a line is, when it stops and what it is rolled into.
  func funding(_ reader: MappingReader) -> Funding {
    var funding = Funding()
    if let node = reader.node("funding") {
      funding.status = fundingStatus(node, in: Array(context.years.planColumns))
    }
    if let scalar = reader.filled("ends") {
      funding.ends = context.problems.year(scalar)
      funding.endsRange = scalar.range
    }
    if reader.has("rolled-into") {
      funding.rolledInto = reader.identifier("rolled-into")
      funding.rolledIntoRange = reader.valueRange("rolled-into")
    }
    return funding
  }

  /// A status by column: one for all of them, a list with one for each, or a mapping by year.
  func fundingStatus(_ node: Node, in columns: [Int]) -> [Int: FundingStatus] {
    var found: [Int: FundingStatus] = [:]
    switch node {
    case .scalar(let scalar):
      let status = context.fundingStatus(scalar)
      for column in columns { found[column] = status }
    case .sequence(let items, let range):
      if items.count != columns.count {
        context.problems.add(
          items.count < columns.count ? .tooFewFigures : .tooManyFigures,
          "\(items.count) statuses for \(columns.count) years", at: range,
          expected: "one for each of those years")
      }
      for (column, item) in zip(columns, items) {
        found[column] = context.problems.scalar(item, "a status").flatMap(context.fundingStatus)
      }
    case .mapping(let entries, _):
      for entry in entries {
        guard let column = context.planColumn(entry.key) else { continue }
        found[column] = context.problems.scalar(entry.value, "a status")
          .flatMap(context.fundingStatus)
      }
    }
    return found
  }
}

extension PlanContext {
  /// The status that a scalar names; nil where it is left empty.
  func fundingStatus(_ scalar: Node.Scalar) -> FundingStatus? {
    if scalar.isNull { return nil }
    if let status = FundingStatus(rawValue: scalar.text) { return status }
    problems.wrongValue(scalar, "'funding'", among: FundingStatus.allCases.map(\.rawValue))
    return nil
  }

  /// Whether a field may have a value; a diagnostic when it is none of the declared ones.
  func check(_ scalar: Node.Scalar, _ field: LineField) -> Bool {
    let declared = declared(field)
    if declared.isEmpty || declared.contains(scalar.text.trimmed) { return true }
    problems.wrongValue(scalar, "'\(field.rawValue)'", among: declared)
    return false
  }

  /// The values that the plan declares for a field; none where any text will do.
  private func declared(_ field: LineField) -> [String] {
    if let grouping = groupings.first(where: { $0.field == field }) {
      return grouping.values.map(\.id)
    }
    return field == .status ? statusDelivery.map(\.status) : []
  }
}
