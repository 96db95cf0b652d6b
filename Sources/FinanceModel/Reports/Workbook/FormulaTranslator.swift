/// Turns a formula of a plan into one over the cells of its workbook.
///
/// `= levy-rate * previous(working-level)` becomes `=ROUND(Assumptions!C5*Workings!B7,3)`. It gives
/// what the engine gives, to the printed place; what a spreadsheet cannot say throws `Untranslatable`.
struct FormulaTranslator {
  let places: PlanPlaces
  let evaluator: Evaluator
  let style: ReportStyle
  /// Where each gap stands on its sheets.
  let gapRows: GapRows

  var plan: Plan { evaluator.plan }
  var index: PlanIndex { evaluator.index }

  /// Why a figure is a value and no formula.
  struct Untranslatable: Error {
    let reason: String
  }

  /// A formula and what it counts.
  struct Term {
    enum Kind: Hashable {
      /// Pounds, or so many of them that a 1 stands for this power of ten.
      case money(Int)
      case number
      /// A bare 0, which is both.
      case zero
    }

    var formula: SheetFormula
    var kind: Kind
  }

  /// The formula of a row's cell, in the unit and on the grid of the cell.
  func formula(
    _ formula: Formula, row: Int?, _ column: Int?, in unit: Unit, rounding: Rounding?
  ) throws(Untranslatable) -> SheetFormula {
    var translator = self
    translator.row = row
    let term = try translator.term(formula.expression, column, .printed)
    return try finished(term, in: unit, rounding: rounding)
  }

  /// The row whose own formula is translated: it sees itself before its changes.
  private var row: Int?

  init(places: PlanPlaces, evaluator: Evaluator, style: ReportStyle, gapRows: GapRows) {
    self.places = places
    self.evaluator = evaluator
    self.style = style
    self.gapRows = gapRows
  }

  /// The most numbers and cells, and the most brackets, that every spreadsheet program takes.
  private static let mostParts = 250
  private static let deepest = 40

  /// In a cell's unit, rounded as the engine does, or so finely that only the last bits go.
  func finished(
    _ term: Term, in unit: Unit, rounding: Rounding?
  ) throws(Untranslatable) -> SheetFormula {
    let formula = scaled(term, to: unit.exponent).formula
    guard formula.size <= FormulaTranslator.mostParts, formula.depth <= FormulaTranslator.deepest
    else { throw Untranslatable(reason: "its formula is too long for a spreadsheet") }
    if let rounding { return .rounded(formula, unit.places(rounding)) }
    if formula.isCell || formula.isLookedThrough || formula.isNumber { return formula }
    return .rounded(formula, unit.finePlaces)
  }

  // MARK: Kinds

  /// Money in another unit.
  func scaled(_ term: Term, to exponent: Int?) -> Term {
    guard case .money(let own) = term.kind, let exponent, own != exponent else { return term }
    let factor = SheetFormula.number("1" + String(repeating: "0", count: abs(own - exponent)))
    return Term(
      formula: .product(
        term.formula, [SheetFormula.Factor(isDivisor: own < exponent, formula: factor)]),
      kind: .money(exponent))
  }

  /// Several terms in one unit: their own where they have the same, else that of the page.
  func unified(_ terms: [Term]) -> (terms: [Term], kind: Term.Kind) {
    let exponents = Set(
      terms.compactMap { term -> Int? in
        if case .money(let exponent) = term.kind { exponent } else { nil }
      })
    guard let first = exponents.first else {
      return (terms, terms.contains { $0.kind == .number } ? .number : .zero)
    }
    let exponent = exponents.count == 1 ? first : style.unit(plan).exponent ?? first
    return (terms.map { scaled($0, to: exponent) }, .money(exponent))
  }

  func kind(_ unit: Unit) -> Term.Kind { unit.exponent.map(Term.Kind.money) ?? .number }

  /// What an expression gives now; nil where it gives nothing or cannot be computed.
  func value(_ expression: Expression, _ column: Int?, _ reading: Evaluator.Reading) -> Value? {
    let saved = evaluator.rowOfEntry
    evaluator.rowOfEntry = row.flatMap { index.lines[$0]?.isAdjusted == true ? $0 : nil }
    defer { evaluator.rowOfEntry = saved }
    let value = try? evaluator.valueOrFault { () throws(Diagnostics) in
      try evaluator.evaluate(expression, column, reading)
    }
    return value.flatMap { $0.kind == .nothing ? nil : $0 }
  }

  /// Whether a name is the row whose formula this is, which sees itself before its changes.
  func seesItself(_ row: Int) -> Bool { row == self.row && index.lines[row]?.isAdjusted == true }
}

extension Unit {
  /// The power of ten of pounds that a 1 stands for; nil for what is no money.
  var exponent: Int? {
    switch self {
    case .pounds: 0
    case .thousands: 3
    case .millions: 6
    case .percent, .number: nil
    }
  }

  /// The places to which a workbook rounds sums, so that what is nil shows as nil: binary sums are not
  /// exact.
  var finePlaces: Int {
    switch self {
    case .millions: 9
    case .thousands: 6
    case .pounds: 4
    case .percent, .number: 11
    }
  }

  /// The decimals of a figure in this unit that lies on a grid; below nil for tens and hundreds.
  func places(_ rounding: Rounding) -> Int {
    // A percentage is held, and written into a workbook, as the share that it is.
    let one = self == .percent ? FixedPoint.one : trillionths
    var (step, places) = (rounding.step, 0)
    while step < one {
      step *= 10
      places += 1
    }
    while step > one {
      step /= 10
      places -= 1
    }
    return places
  }
}
