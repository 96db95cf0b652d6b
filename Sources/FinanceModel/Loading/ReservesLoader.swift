/// Reads `reserves` and gives the plan the lines and figures that they stand for.
struct ReservesLoader {
  let context: PlanContext
  /// The plan's own sections and rows.
  let sections: [Section]
  let rows: [Row]
  /// What the risks come to, weighted; nil in a plan without them.
  let risks: Cell?

  private var problems: Problems { context.problems }

  /// One reserve, and the rows that it stands for.
  struct Loaded {
    let reserve: Reserve
    let rows: ReserveRows
  }

  func reserves(_ items: [Node]) -> [Loaded] {
    var seen: [Identifier: SourceRange] = [:]
    var drawn: [Identifier: Node.Scalar] = [:]
    return items.compactMap { item in
      let count = problems.found.count
      guard let reader = MappingReader(item, .reserve, problems),
        let id = reader.identifier("id"), isSound(id, reader, &seen)
      else { return nil }
      let kind = reader.choice("kind", Reserve.Kind.self)
      _ = reader.figure("opening", unit: context.unit)
      let lines = lines(reader, &drawn)
      checkMinimum(reader)
      for key in [Reserve.Part.contributions, .use] { checkYears(key.rawValue, reader) }
      let flag = reader.flag("meets-gap")
      let (title, source, note) = (reader.text("title"), reader.text("source"), reader.text("note"))
      guard problems.found.count == count else {
        // What names it or its rows is not at fault as well.
        problems.silence(.unknownName, .publishedRow)
        return nil
      }
      let reserve = Reserve(
        id: id, title: title ?? id.name, kind: kind ?? .general,
        lines: lines.map(\.id), hasMinimum: reader.has("minimum"),
        meetsGap: flag ?? false, source: source, note: note, range: reader.valueRange("id"))
      return Loaded(
        reserve: reserve,
        rows: ReserveRows(
          reserve: reserve, reader: reader,
          moves: lines.map { ($0.id, isTurned($0)) }, risks: risks, context: context))
    }
  }

  /// Whether an id is its own, and leaves room for those of the reserve's lines.
  private func isSound(
    _ id: Identifier, _ reader: MappingReader, _ seen: inout [Identifier: SourceRange]
  ) -> Bool {
    let range = reader.valueRange("id")
    if let first = seen[id] {
      problems.add(
        .duplicateIdentifier, "the id '\(id)' is used twice", at: range,
        expected: "an id of its own",
        help: "ids are unique across sections, rows, assumptions and columns",
        notes: [Diagnostic.Note("'\(id)' is first used here", at: first)])
      return false
    }
    seen[id] = range
    let longest = Identifier.longest - "-\(Reserve.Part.contributions.rawValue)".count
    if id.name.count <= longest { return true }
    problems.add(
      .badIdentifier, "'\(id)' is too long for the id of a reserve", at: range,
      expected: "at most \(longest) characters",
      help: "its lines have ids that begin with it, such as \(id.name.prefix(8))...-contributions")
    problems.silence(.unknownName, .publishedRow)
    return false
  }

  /// A minimum is a figure, and is taken from the risks only where there are some.
  private func checkMinimum(_ reader: MappingReader) {
    guard case .scalar(let scalar)? = reader.node("minimum"), !scalar.isFormula else { return }
    if scalar.text == ReserveRows.risks {
      if risks != nil { return }
      problems.add(
        .missingKey, "the plan has no risks to take the minimum from", at: scalar.range,
        expected: "the key 'risks' in the plan", help: "docs/risks.md shows what belongs in it")
    } else if Identifier(scalar.text) != nil, scalar.text != "tbc" {
      problems.add(
        .wrongValue, "'\(scalar.text)' is no minimum", at: scalar.range,
        expected: "a figure such as 4.500, a formula in quotes, or 'risks'",
        help: NearestName.of(scalar.text, among: [ReserveRows.risks]).map {
          "the nearest word is '\($0)', what the plan's risks come to"
        })
    } else if reader.filled("minimum") != nil {
      _ = problems.amount(scalar, unit: context.unit)
    }
  }

  /// What is added or drawn is told year by year.
  private func checkYears(_ key: String, _ reader: MappingReader) {
    guard case .scalar(let scalar)? = reader.node(key), !scalar.isFormula else { return }
    let count = context.years.years.count
    problems.add(
      .wrongType, "'\(key)' holds one figure for each year",
      at: scalar.isNull ? reader.keyRange(key) : scalar.range,
      expected: "a list of \(count) figures, or a formula in quotes",
      help: "write ~ for a year without a figure")
  }

  // MARK: The lines that move it

  /// The lines of role reserves that a reserve names; each moves one reserve.
  private func lines(_ reader: MappingReader, _ drawn: inout [Identifier: Node.Scalar]) -> [Line] {
    reader.items("lines").compactMap { node in
      guard let scalar = problems.scalar(node, "the id of a line"), let line = line(scalar) else {
        return nil
      }
      guard line.role == .reserves else {
        problems.add(
          .wrongValue, "'\(line.id)' is a line of the role '\(line.role.rawValue)'",
          at: scalar.range, expected: "a line of the role 'reserves'",
          help: "give that line 'role: reserves', or type what is used under 'use'",
          notes: [Diagnostic.Note("this is the line", at: line.details.idRange)])
        return nil
      }
      if let first = drawn[line.id] {
        problems.add(
          .wrongValue, "'\(line.id)' draws on a reserve already", at: scalar.range,
          expected: "each line under one reserve, once",
          help: "give what each reserve pays a line of its own",
          notes: [Diagnostic.Note("it is named here", at: first.range)])
        return nil
      }
      drawn[line.id] = scalar
      return line
    }
  }

  private func line(_ name: Node.Scalar) -> Line? {
    if let line = rows.lazy.compactMap(\.line).first(where: { $0.id.name == name.text }) {
      return line
    }
    let lines = rows.compactMap(\.line).filter { $0.role == .reserves }.map(\.id.name)
    problems.add(
      .unknownName, "the plan has no line '\(name.text)'", at: name.range,
      expected: "the id of a line of the role 'reserves'",
      help: NearestName.of(name.text, among: lines).map { "the nearest is '\($0)'" }
        ?? (lines.isEmpty
          ? "no line of the plan has the role 'reserves': type what is used under 'use'" : nil))
    return nil
  }

  /// Whether a draw is printed positive, as income is in its section.
  private func isTurned(_ line: Line) -> Bool {
    sections.first { $0.id == line.details.section }?.signs == .incomePositive
  }
}

extension SectionLoader {
  /// Reads the reserves, and puts their lines and figures behind the rows that are there.
  ///
  /// `risks` is the register that a minimum may be taken from.
  mutating func loadReserves(_ plan: MappingReader, _ risks: RiskRegister?) -> [Reserve] {
    let items = plan.items("reserves")
    if items.isEmpty { return [] }
    guard context.unit.isMoney, !context.years.years.isEmpty else {
      context.problems.add(
        .wrongValue, "reserves are amounts of money by year", at: items[0].range,
        expected: "a plan with 'years' in £, £000 or £m")
      return []
    }
    let weighted = risks.map { Cell.money($0.weighted) }
    let loaded = ReservesLoader(
      context: context, sections: sections, rows: rows,
      risks: weighted ?? (plan.has("risks") ? .blank : nil)
    ).reserves(items)
    if loaded.isEmpty { return [] }
    load(ReserveRows.items(loaded.map(\.rows)))
    for (reserve, rows) in loaded.map({ ($0.reserve, $0.rows) }) {
      checkSigns(of: reserve, rows.reader)
    }
    return loaded.map(\.reserve)
  }

  /// What is contributed, used and held at least is typed without a sign.
  private func checkSigns(of reserve: Reserve, _ reader: MappingReader) {
    for part in [Reserve.Part.contributions, .use, .minimum] where reader.has(part.rawValue) {
      guard let line = rows.last(where: { $0.id?.name == reserve.name(of: part) })?.details else {
        continue
      }
      var seen: Set<SourceRange> = []
      for case .typed(let cell, let range) in line.entries where seen.insert(range).inserted {
        if let figure = cell.figure, figure.isNegative {
          context.problems.add(
            .wrongValue, "'\(part.rawValue)' is typed without a sign", at: range,
            expected: "an amount from nil",
            help: part == .minimum
              ? nil : "what is added goes under 'contributions', what is drawn under 'use'")
        } else if part == .minimum, cell.figure == nil, cell != .blank {
          context.problems.add(
            .wrongValue, "'minimum' takes a figure", at: range, expected: "a figure such as 4.500")
        }
      }
    }
  }
}
