/// Reads `council-tax` and turns it into the assumptions, figures and lines that it stands for.
struct CouncilTaxLoader {
  let context: PlanContext
  /// The assumptions that the plan states itself.
  let assumptions: [Assumption]
  /// The items of `sections`.
  let sections: [Node]

  private var problems: Problems { context.problems }

  /// What a plan has through its council tax.
  struct Loaded {
    let councilTax: CouncilTax
    /// Those of its own, for values that were typed in the place of an assumption's id.
    let assumptions: [Assumption]
    /// The items of `sections` with its lines and figures among them.
    let sections: [Node]
  }

  /// Nil, with diagnostics, where it cannot be read.
  func load(_ node: Node, at key: SourceRange) -> Loaded? {
    let count = problems.found.count
    guard let reader = MappingReader(node, .councilTax, problems) else { return unread() }
    guard context.years.base != nil else {
      problems.add(
        .baseYearMissing, "council tax needs a base year, and the plan has none", at: key,
        expected: "'base-year' in the plan", help: "Band D and the tax base are those of that year")
      return unread()
    }
    let authority = reader.choice("authority-class", AuthorityClass.self)
    _ = reader.text("source")
    checkBandD(reader, authority)
    checkTaxBase(reader)
    var inputs = CouncilTaxInputs(context: context, assumptions: assumptions)
    inputs.read(reader)
    let lines = lines(reader)
    let place = section(reader)
    let principles = reader.filled("referendum-principles").map {
      PrinciplesLoader(problems: problems, plan: node.range.file).principles($0, for: authority)
    }
    if let path = reader.scalar("referendum-principles"), authority == nil,
      !reader.has("authority-class"), !reader.isMisspelt(["authority-class"])
    {
      problems.add(
        .missingKey, "the principles need the class of the authority", at: path.range,
        expected: "'authority-class' beside it",
        help: "one of " + AuthorityClass.allCases.map(\.rawValue).joined(separator: ", "))
    }
    guard problems.found.count == count, let place, let lines else { return unread() }
    let hasCare = reader.has("adult-social-care") || reader.has("adult-social-care-increase")
    let rows = CouncilTaxRows(
      reader: reader, inputs: inputs, named: lines, hasAdultSocialCare: hasCare,
      isIncomePositive: place.isIncomePositive, sectionDelivers: place.delivers, context: context)
    var items = sections
    items[place.position] = items[place.position].inserting(rows.lines, under: "lines")
    return Loaded(
      councilTax: CouncilTax(
        authorityClass: authority, collectionRate: inputs[.collectionRate]?.id,
        collectionFund: inputs[.collectionFund]?.id, hasAdultSocialCare: hasCare,
        lines: lines.mapValues(\.id), principles: principles ?? [], range: key),
      assumptions: inputs.own, sections: items + rows.figures)
  }

  /// What is missing with it is no fault of the formulas that name it.
  private func unread() -> Loaded? {
    problems.silence(.unknownName, .publishedRow)
    return nil
  }

  // MARK: Figures of the base year

  private func checkBandD(_ reader: MappingReader, _ authority: AuthorityClass?) {
    let whole = amount(reader, "band-d", isNilAllowed: false)
    let care = amount(reader, "adult-social-care", isNilAllowed: true)
    if let whole, let care, care.trillionths > whole.trillionths {
      problems.add(
        .wrongValue, "the part for adult social care is more than Band D",
        at: reader.valueRange("adult-social-care"), expected: "a part of 'band-d'",
        help: "'band-d' is the whole charge, with that part in it and without parish precepts")
    }
    let keys = reader.present(["adult-social-care", "adult-social-care-increase"])
    if let authority, !authority.hasAdultSocialCare, let key = keys.first {
      problems.add(
        .conflictingKeys,
        "'\(key)' and 'authority-class: \(authority.rawValue)' exclude each other",
        at: reader.keyRange(key), expected: "no such key",
        help: "only authorities with social care raise a part of the tax for it")
    }
  }

  /// An amount in whole pence.
  private func amount(_ reader: MappingReader, _ key: String, isNilAllowed: Bool) -> Quantity? {
    guard let found = reader.figure(key, unit: .pounds) else { return nil }
    let isSound =
      found.quantity.rounded(.pence) == found.quantity
      && (found.quantity.trillionths > 0 || (isNilAllowed && found.quantity.isZero))
    if isSound { return found.quantity }
    problems.add(
      .wrongValue, "'\(key)' is a charge in pounds and whole pence", at: reader.valueRange(key),
      expected: "an amount such as £1,523.04",
      help: "take it from the resolution that set the tax")
    return nil
  }

  private func checkTaxBase(_ reader: MappingReader) {
    guard let found = reader.figure("tax-base", unit: .number) else { return }
    let grid = Rounding(decimals: CouncilTaxRows.baseDecimals, unit: .number)
    if found.quantity.trillionths > 0, found.quantity.rounded(grid) == found.quantity { return }
    problems.add(
      .wrongValue, "'tax-base' is a number of Band D equivalents",
      at: reader.valueRange("tax-base"),
      expected: "a number above nil with at most \(CouncilTaxRows.baseDecimals) decimals")
  }

  // MARK: Its lines and their section

  private func lines(_ reader: MappingReader) -> [CouncilTax.Part: CouncilTaxRows.Line]? {
    guard let node = reader.node("lines"),
      let lines = MappingReader(node, .councilTaxLines, problems)
    else { return nil }
    let needs: [(CouncilTax.Part, [String])] = [
      (.adultSocialCareIncrease, ["adult-social-care", "adult-social-care-increase"]),
      (.collectionFund, ["collection-fund"]),
    ]
    for (part, keys) in needs {
      let given = reader.present(keys).first
      let isThere = lines.has(part.rawValue)
      if let given, !isThere, !lines.isMisspelt([part.rawValue]) {
        problems.add(
          .missingKey, "'\(given)' needs its line", at: reader.keyRange(given),
          expected: "'\(part.rawValue)' under 'lines'",
          help: "such as \(part.rawValue): { id: \(part.rawValue) }")
      } else if given == nil, isThere {
        problems.add(
          .conflictingKeys, "the line '\(part.rawValue)' has nothing to show",
          at: lines.keyRange(part.rawValue),
          expected: "'\(keys.last ?? "")' beside 'lines', or no such line")
      }
    }
    var found: [CouncilTax.Part: CouncilTaxRows.Line] = [:]
    for part in CouncilTax.Part.allCases {
      guard let node = lines.node(part.rawValue),
        let line = MappingReader(node, .councilTaxLine, problems),
        let id = line.identifier("id"), case .mapping(let entries, let range) = node
      else { continue }
      found[part] = CouncilTaxRows.Line(id: id, entries: entries, range: range)
    }
    return found
  }

  /// The section that the lines stand in.
  private func section(_ reader: MappingReader) -> SectionPlace? {
    guard let place = SectionPlace("section", reader, among: sections) else { return nil }
    if let role = sections[place.position]["role"], let text = role.text,
      Role(rawValue: text) != nil, !["funding", "income", "memorandum"].contains(text)
    {
      problems.add(
        .wrongValue, "council tax stands in a section of the role '\(text)'",
        at: reader.valueRange("section"), expected: "a section of the role 'funding' or 'income'",
        notes: [Diagnostic.Note("the role of the section", at: role.range)])
    }
    return place
  }
}

extension Rounding {
  /// Whole pence.
  static let pence = Rounding(decimals: 2, unit: .pounds)
}
