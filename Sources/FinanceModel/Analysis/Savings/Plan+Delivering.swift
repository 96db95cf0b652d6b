extension Plan {
  /// The plan with a share of each saving delivered, as the change `deliver` of a scenario would.
  ///
  /// A saving that has no share stays as it is, and so does its base year.
  func delivering(_ share: (Line) -> Rate?) -> Plan {
    var delivered = self
    for (position, row) in rows.enumerated() {
      guard var line = row.line, line.role == .saving, let share = share(line) else { continue }
      line.adjustments.append(
        Adjustment(
          operation: .scale(share), columns: Set(years.planColumns), name: "delivery",
          range: line.details.idRange))
      delivered.rows[position] = .line(line)
    }
    return delivered
  }

  /// The share that the plan counts on for the status of a line; nil where it does not say.
  func deliveredShare(of line: Line) -> Rate? {
    guard let status = line.fields[.status] else { return nil }
    return statusDelivery.first { $0.status == status }?.share
  }
}
