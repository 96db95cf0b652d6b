/// Finds the unit in which a table prints its money.
struct UnitFinder {
  let grid: Grid
  let layout: TableLayout
  let options: ImportOptions
  let log: ImportLog

  /// In small letters and with straight apostrophes; several words are written together.
  private static let names: [(text: String, unit: Unit)] = [
    ("£million", .millions), ("£millions", .millions), ("£m", .millions), ("£ms", .millions),
    ("£mn", .millions), ("£mill", .millions), ("£'m", .millions), ("£'ms", .millions),
    ("£m's", .millions), ("£0.0m", .millions), ("£0.00m", .millions), ("£0.000m", .millions),
    ("inmillions", .millions), ("millionsofpounds", .millions),
    ("£thousand", .thousands), ("£thousands", .thousands), ("£000s", .thousands),
    ("£000", .thousands), ("£'000", .thousands), ("£'000s", .thousands), ("£000's", .thousands),
    ("'000", .thousands), ("'000s", .thousands), ("000s", .thousands), ("£k", .thousands),
    ("£ks", .thousands), ("£'k", .thousands), ("£thou", .thousands), ("inthousands", .thousands),
    ("thousandsofpounds", .thousands), ("£", .pounds), ("£s", .pounds), ("£'s", .pounds),
  ]

  /// The unit that a heading names as a word of its own, or two or three together; nil for none.
  static func unit(in text: String) -> Unit? {
    let words = plain(text).split { " ()[],;:\u{A0}/".contains($0) }.map { word in
      word.hasSuffix(".") ? String(word.dropLast()) : String(word)
    }
    let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
    let triples = zip(pairs, words.dropFirst(2)).map { $0 + $1 }
    return names.first {
      words.contains($0.text) || pairs.contains($0.text) || triples.contains($0.text)
    }?.unit
  }

  private static func plain(_ text: String) -> String {
    String(text.lowercased().map { "’‘`′".contains($0) ? "'" : $0 })
  }

  /// The unit that a text is and nothing else: `£000`, `FTE`, `%`.
  static func unitAlone(_ text: String) -> Unit? {
    switch plain(text) {
    case "fte", "ftes", "number", "no.", "no": .number
    case "%", "percent", "per cent": .percent
    case let name: names.first { $0.text == name }?.unit
    }
  }

  /// The unit, and whether a `£` in the cells only repeats that they are money.
  func unit() -> (unit: Unit, repeatsPounds: Bool) {
    let stated = options.unit ?? named()
    let cells = grid.rows[layout.band.upperBound...].flatMap { row in
      layout.figureColumns.map { row.text($0) }
    }.filter(\.looksLikeAmount)
    let withSign = cells.count { $0.contains("£") && !$0.contains { $0.isLetter } }
    let isRepeated = withSign * 2 > cells.count
    if let stated {
      if isRepeated, stated != .pounds {
        log.ask(
          "The cells have a £ and the headings say \(stated.rawValue): are the figures in "
            + "\(stated.rawValue)? They are read so.")
      }
      return (stated, isRepeated && stated != .pounds)
    }
    if isRepeated {
      log.note("The unit is £: the cells have it, and no heading another.")
      return (.pounds, false)
    }
    if let own = own(cells) {
      log.note("The unit is \(own.rawValue): most cells say so.")
      return (own, false)
    }
    let unit = guess(cells)
    log.ask(
      "In what unit are the figures? The table does not say, and they are read as "
        + "\(unit.rawValue). Answer with --unit.")
    return (unit, false)
  }

  /// The unit that most cells have behind their figure: `£4.5m`.
  private func own(_ cells: [String]) -> Unit? {
    let suffixes = cells.map { $0.lowercased().filter(\.isLetter) }
    if suffixes.count(where: { ["m", "mn", "million"].contains($0) }) * 2 > cells.count {
      return .millions
    }
    return suffixes.count(where: { ["k", "thousand"].contains($0) }) * 2 > cells.count
      ? .thousands : nil
  }

  /// The unit in the headings, the texts above them, or the first cells of rows of units.
  private func named() -> Unit? {
    let columns = layout.figureColumns.map { layout.titles[$0] }
    let corner = layout.columns.firstIndex(of: .title).map { layout.titles[$0] } ?? ""
    let found = (columns + [corner] + layout.preamble).compactMap(UnitFinder.unit(in:))
    guard let first = found.first else { return besides() }
    if let units = columnUnits() {
      log.ask(
        "Which unit is the table to be in? Its columns have several, \(units), and no reading of all in "
          + "one can be right: they are read as \(first.rawValue). Write all in one unit, and import "
          + "it again.")
    } else if let other = found.first(where: { $0 != first }) {
      log.ask(
        "The headings name both \(first.rawValue) and \(other.rawValue): which is it? The figures "
          + "are read as \(first.rawValue).")
    }
    return first
  }

  /// The units of the columns, each with its first heading, where they are not of one.
  private func columnUnits() -> String? {
    var firsts: [(unit: Unit, title: String)] = []
    for column in layout.figureColumns {
      let title = layout.titles[column]
      guard let unit = UnitFinder.unit(in: title), !firsts.contains(where: { $0.unit == unit })
      else { continue }
      firsts.append((unit, title))
    }
    guard firsts.count > 1 else { return nil }
    return firsts.map { "\($0.unit.rawValue) in '\($0.title)'" }.joined(separator: " and ")
  }

  /// The unit that words without figures name, below the headings: `All figures in £000`.
  private func besides() -> Unit? {
    let words = grid.rows[layout.band.upperBound...].filter { row in
      !row.cells.contains(where: \.looksLikeAmount)
    }
    let found = Set(words.flatMap(\.cells).compactMap(UnitFinder.unit(in:)))
    guard found.count == 1, let unit = found.first, unit != .pounds else { return nil }
    log.note("The unit is \(unit.rawValue): words beside the figures say so.")
    return unit
  }

  /// Three decimals are millions, large whole figures pounds, and anything else thousands.
  private func guess(_ cells: [String]) -> Unit {
    let amounts = cells.compactMap { try? AmountText($0, unit: .number, footnotes: true) }
    let hasDecimals = amounts.count {
      ($0.place?.step ?? FixedPoint.one) < FixedPoint.one
    }
    let sizes = amounts.compactMap { $0.cell.figure?.trillionths.magnitude }
    let largest = (sizes.max() ?? 0) / FixedPoint.one.magnitude
    if hasDecimals * 2 > amounts.count { return largest < 100_000 ? .millions : .pounds }
    return largest >= 3_000_000 ? .pounds : .thousands
  }
}
