extension Plan {
  /// The plan of one draw, for the ordinary evaluator: each input at the point of that position.
  ///
  /// A drawn share is the last change of its lines, as a scenario that delivers them would make it.
  func drawn(_ inputs: [SampledInput], at positions: [Int]) -> Plan {
    var plan = self
    for (input, position) in zip(inputs, positions) {
      let point = input.points[position]
      switch input.target {
      case .assumption(let id, let columns):
        guard let place = plan.assumptions.firstIndex(where: { $0.id == id }) else { continue }
        for column in columns {
          let range = plan.assumptions[place].values[column].range
          plan.assumptions[place].values[column] = Assumption.Value(
            cell: .figure(point), range: range)
        }
      case .delivery(let lines):
        guard case .number(let share) = point else { continue }
        let chosen = Set(lines)
        for row in plan.rows.indices {
          guard case .line(var line) = plan.rows[row], chosen.contains(line.id) else { continue }
          line.adjustments.append(
            Adjustment(
              operation: .scale(share), columns: Set(years.planColumns),
              name: "the share delivered that was drawn", range: line.details.range))
          plan.rows[row] = .line(line)
        }
      }
    }
    return plan
  }
}
