extension TotalFinder {
  /// Lines that have in each year what a total had the year before.
  ///
  /// What is not called an opening has to have the exact figures of a total below it.
  func openings() -> [Int: MadeRow] {
    let words = [
      "opening", "base", "brought forward", "b/f", "b/fwd", "previous", "prior", "starting",
      "budget",
    ]
    var openings: [Int: MadeRow] = [:]
    for row in open where made[row] == nil && !figures.isExhausted {
      let isNamed = ImportWords.holds(rows[row].title, words)
      let probe = figures.probeOfYearBefore(row)
      let closing = open.first { other in
        guard other != row, made[other] != nil, probe?.admits([other], signs: 0) ?? true
        else { return false }
        let fit = fit(row, from: TotalFinder.closing(other))
        guard fit.holds, fit.agreeing > 1, fit.sizes.count > 1 else { return false }
        return isNamed || (row < other && fit.exact == fit.agreeing && figures.isLarge(row))
      }
      if let closing {
        openings[row] = .previous(TotalFinder.closing(closing))
      } else if isNamed, let funding = fundingBefore(row) {
        openings[row] = .previous(funding)
      }
    }
    return openings
  }

  /// The funding of the year before that a base budget starts from, which is printed with either sign:
  /// the gap is then new in each year.
  private func fundingBefore(_ row: Int) -> MadeRow.Term? {
    guard figures.isLarge(row) else { return nil }
    let funding = open.filter {
      $0 != row && RoleFinder.role(ofGroup: rows[$0].title) == .funding
    }
    return funding.lazy.flatMap {
      [TotalFinder.closing($0), MadeRow.Term(row: $0, isNegative: true)]
    }
    .first { closing in
      let fit = fit(row, from: closing)
      return fit.holds && fit.agreeing > 1 && fit.sizes.count > 1 && fit.exact == fit.agreeing
    }
  }

  /// Holds an opening against what a row was the year before, as it should be or as it is printed.
  private func fit(_ row: Int, from closing: MadeRow.Term) -> TotalFit {
    let right = figures.fit(row, .previous(closing))
    return right.holds ? right : figures.printed?.fit(row, .previous(closing)) ?? right
  }

  private static func closing(_ row: Int) -> MadeRow.Term {
    MadeRow.Term(row: row, isNegative: false)
  }

  /// Lines that are called openings and have what a total had the year before in most years.
  ///
  /// Where one figure of an opening is misprinted, it is an opening still, and `reconcile` shows where.
  func nearOpenings() -> [Int: MadeRow] {
    let words = ["opening", "brought forward", "b/f", "b/fwd", "previous", "prior", "base budget"]
    let printed = figures.printed ?? figures
    var openings: [Int: MadeRow] = [:]
    for row in open where made[row] == nil && figures.isLarge(row) && !figures.isExhausted {
      guard ImportWords.holds(rows[row].title, words) else { continue }
      let closing = open.first { other in
        guard row < other, case .sum(let terms)? = made[other],
          terms.contains(where: { $0.row == row })
        else { return false }
        let fit = printed.fit(row, .previous(TotalFinder.closing(other)))
        // The first column agrees with itself.
        return fit.exact > 1 && fit.differing > 0 && fit.exact > fit.differing
      }
      if let closing { openings[row] = .previous(TotalFinder.closing(closing)) }
    }
    return openings
  }

  // MARK: Parts

  /// The rows below a row that are called parts of it: `of which teachers`.
  func parts(of row: Int) -> [MadeRow.Term] {
    rows.indices[(row + 1)...].prefix { rows[$0].isPart && rows[$0].kind == .line }
      .filter { rows[$0].unit == rows[row].unit }
      .map { MadeRow.Term(row: $0, isNegative: false) }
  }

  /// Asks where parts make their row in most columns and not in all; parts that never do are some of them.
  private func askParts() {
    for row in open {
      let parts = parts(of: row)
      guard parts.count > 1 else { continue }
      let printed = figures.printed ?? figures
      let fit = printed.fit(row, parts)
      guard fit.differing > 0, fit.exact > 0, fit.exact >= fit.differing else { continue }
      log.ask(
        "Which is misprinted, '\(rows[row].title)' or one of its parts, \(rows.titles(parts.map(\.row)))? They "
          + "add up to it in every column but \(fit.differing). All are kept as printed.",
        row: rows[row].number)
    }
  }

  // MARK: What is asked

  func explain() {
    askParts()
    for (row, how) in made.sorted(by: { $0.key < $1.key }) {
      let title = rows[row].title
      let fit = figures.fit(row, how)
      guard case .sum(let terms) = how else {
        // An opening that is what is printed of its closing row is right, though that is not.
        if fit.differing > 0, figures.printed?.fit(row, how).holds != true {
          log.ask(
            "Is '\(title)' what it is called, of the rows above it? It does not agree in "
              + "\(fit.differing) of \(figures.columnCount) columns; 'mtfs reconcile' shows where.",
            row: rows[row].number)
        }
        continue
      }
      if fit.differing > 0 {
        log.ask(
          "Is '\(title)' the total of the \(terms.count) rows it is read as? It does not add in "
            + "\(fit.differing) of \(figures.columnCount) columns; 'mtfs reconcile' shows where.",
          row: rows[row].number)
      } else if !isTotal(row), !isMade(row), fit.agreeing < 3 || terms.count < 3 {
        log.ask(
          "Is '\(title)' the sum of \(terms.count) rows, from '\(rows[terms[0].row].title)' on? "
            + "It is not called a total, but adds up in every column, and is read as one.",
          row: rows[row].number)
      } else if min(terms.count { $0.isNegative }, terms.count { !$0.isNegative }) > 1 {
        log.ask(
          "Is '\(title)' made of \(text(terms))? No word says so; it agrees in every column.",
          row: rows[row].number)
      }
    }
  }

  private func text(_ terms: [MadeRow.Term]) -> String {
    terms.enumerated().map { place, term in
      let sign = term.isNegative ? "less " : place == 0 ? "" : "plus "
      return "\(sign)'\(rows[term.row].title)'"
    }.joined(separator: " ")
  }
}
