/// Reads `risks`: what could go wrong, and what there is to meet it.
struct RiskLoader {
  let context: PlanContext

  private var problems: Problems { context.problems }

  func register(_ node: Node, at key: SourceRange) -> RiskRegister? {
    guard let reader = MappingReader(node, .risks, problems) else { return nil }
    guard context.unit.isMoney else {
      problems.add(
        .wrongValue, "risks are amounts of money, and the plan is in '\(context.unit.rawValue)'",
        at: key, expected: "a plan in £, £000 or £m",
        help: "rows of other units may have a 'unit' of their own")
      return nil
    }
    var first: [Identifier: SourceRange] = [:]
    let risks = records(reader).compactMap { record -> Risk? in
      guard let risk = risk(record) else { return nil }
      if let other = first[risk.id] {
        problems.add(
          .duplicateIdentifier, "the risk '\(risk.id)' is there twice", at: risk.range,
          expected: "each risk once",
          help: "give one of them another id, or take it out: it would be counted twice",
          notes: [Diagnostic.Note("'\(risk.id)' is first used here", at: other)])
      }
      first[risk.id] = risk.range
      return risk
    }
    return RiskRegister(
      risks: risks, contingency: held(reader, "contingency"),
      generalFund: held(reader, "general-fund"), source: reader.text("source"),
      grid: context.rounding == .printed
        ? Rounding(decimals: context.decimals, unit: context.unit) : nil, range: key)
  }

  /// A general fund is stated once: under `reserves`, or else with the risks.
  func check(_ register: RiskRegister?, beside reserves: [Reserve]) {
    guard let held = register?.generalFund,
      let reserve = reserves.first(where: { $0.kind == .general })
    else { return }
    problems.add(
      .conflictingKeys, "'general-fund' and the reserve '\(reserve.id)' exclude each other",
      at: held.range, expected: "no 'general-fund': the reserve's opening balance is used",
      notes: [Diagnostic.Note("this is the reserve", at: reserve.range)])
  }

  /// The risks: a list, a table pasted as a block, or the name of a table's file.
  private func records(_ reader: MappingReader) -> [Node] {
    guard case .scalar(let scalar)? = reader.node("register"), !scalar.isNull else {
      return reader.items("register")
    }
    return RecordTable(keySet: .risk, problems: problems).records(scalar)
  }

  private func risk(_ node: Node) -> Risk? {
    guard let reader = MappingReader(node, .risk, problems) else { return nil }
    let id = reader.identifier("id")
    let lower = cost(reader, "lower")
    let upper = cost(reader, "upper")
    if let lower, let upper, lower > upper {
      problems.add(
        .wrongValue, "the lower amount is more than the upper", at: reader.valueRange("lower"),
        expected: "an amount up to that of 'upper'", help: "exchange the two, or mend one of them",
        notes: [Diagnostic.Note("this is the upper amount", at: reader.valueRange("upper"))])
    }
    let likelihood = reader.filled("likelihood").flatMap(problems.likelihood)
    guard let id, let lower, let upper, let likelihood else { return nil }
    return Risk(
      id: id, title: reader.text("title") ?? id.name, lower: lower, upper: upper,
      likelihood: likelihood, owner: reader.text("owner"),
      mitigation: reader.text("mitigation"), note: reader.text("note"),
      source: reader.text("source"), range: reader.valueRange("id"))
  }

  /// What a risk costs, which is never below nil.
  private func cost(_ reader: MappingReader, _ key: String) -> Money? {
    guard let found = reader.figure(key, unit: context.unit)?.quantity,
      case .money(let money) = found
    else { return nil }
    if money >= .zero { return money }
    problems.add(
      .wrongValue, "'\(key)' of a risk is below nil", at: reader.valueRange(key),
      expected: "what it costs, nil or more",
      help: "write it without brackets; what may turn out better is no risk")
    return nil
  }

  /// An amount of money, or a formula that gives one.
  private func held(_ reader: MappingReader, _ key: String) -> RiskRegister.Held? {
    guard let scalar = reader.filled(key) else { return nil }
    if scalar.isFormula {
      return reader.formula(key).map {
        RiskRegister.Held(amount: .formula($0), range: scalar.range)
      }
    }
    guard case .money(let money)? = reader.figure(key, unit: context.unit)?.quantity else {
      return nil
    }
    return RiskRegister.Held(amount: .stated(money), range: scalar.range)
  }
}

extension Problems {
  /// How likely something is, from 0% to 100%.
  fileprivate func likelihood(_ scalar: Node.Scalar) -> Rate? {
    let expected = "a percentage from 0% to 100%"
    guard scalar.text.contains("%") else {
      add(
        .wrongValue, "'likelihood' takes a percentage", at: scalar.range, expected: expected,
        help: asPercentage(scalar))
      return nil
    }
    guard case .number(let rate)? = amount(scalar, unit: .percent)?.cell.figure else { return nil }
    if rate >= .zero, rate <= .one { return rate }
    add(
      .wrongValue,
      rate < .zero ? "a likelihood is never below nil" : "a likelihood is at most certain",
      at: scalar.range, expected: expected,
      help: rate < .zero ? "write it without a sign" : "100% is certain")
    return nil
  }
}
