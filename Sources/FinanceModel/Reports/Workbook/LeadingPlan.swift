/// What a cell for input holds, whichever sheet of a workbook it stands on.
enum PlanInput: Hashable, Sendable {
  case assumption(Identifier, Int)
  /// A line's or a figure's entry in a column.
  case entry(Identifier, Int)
  /// What a gap starts from.
  case baseGap(GapRows.Row)
}

/// The first of several plans in one workbook, as the sheets of the others name its figures.
struct LeadingPlan {
  /// A cell for input and what it holds.
  struct Known: Hashable, Sendable {
    let place: SheetPlace
    let cell: Cell
    let unit: Unit
  }

  private let book: PlanWorkbook.Skeleton
  private let inputs: [PlanInput: Known]
  private let effects: [Identifier: Int]
  /// The file of its plan, by what it is and not by how it was named.
  private let file: String
  private let isUnchanged: Bool

  /// Its place among the plans of the workbook.
  static let number = 0

  /// Of a workbook whose sheets are laid out, so that its cells for input are known.
  init(_ workbook: PlanWorkbook) {
    book = workbook.skeleton
    inputs = workbook.inputs
    effects = Dictionary(
      workbook.lineRows.enumerated().compactMap { position, row in
        workbook.plan.rows[row].id.map { ($0, position) }
      }, uniquingKeysWith: { first, _ in first })
    file = LeadingPlan.file(workbook.answer.question)
    isUnchanged = !workbook.isScenario
  }

  private static func file(_ question: Question) -> String {
    SourceFile.identity(of: question.base.range.file.path)
  }

  /// Whether a question is asked of its plan, so that what no change reaches is the same in both.
  func isPlan(of question: Question) -> Bool { LeadingPlan.file(question) == file }

  /// Whether it is the plan as it stands of a question.
  func isBase(of question: Question) -> Bool { isUnchanged && isPlan(of: question) }

  /// Where another plan of the workbook finds an input that is the same in both.
  func place(_ input: PlanInput, _ figure: SheetFigure) -> SheetPlace? {
    guard let known = inputs[input], known.cell == figure.cell, known.unit == figure.unit else {
      return nil
    }
    return known.place.of(LeadingPlan.number)
  }

  /// A year of one of its gaps.
  func gap(_ kind: GapKind, _ series: Series, year: Int) -> SheetPlace {
    book.gap(kind, series, year: year).of(LeadingPlan.number)
  }

  /// What a line adds to a year; nil for a line that it has not.
  func effect(_ line: Identifier?, year: Int) -> SheetPlace? {
    line.flatMap { effects[$0] }.map { book.effect($0, year: year).of(LeadingPlan.number) }
  }
}

extension PlanWorkbook {
  /// Where the figures of a gap stand, without what they are.
  struct Skeleton {
    let places: PlanPlaces
    let gapRows: GapRows

    func gap(_ kind: GapKind, _ series: Series, year: Int) -> SheetPlace {
      places.gap(
        series, gapRows.row(kind, series), places.index.planColumns.lowerBound + year,
        hasBase: series == .cumulative && gapRows.hasBase)
    }

    /// What a line adds to a year, by its position among those that enter the gap.
    func effect(_ position: Int, year: Int) -> SheetPlace {
      let offset = places.index.baseGapColumn == nil ? 2 : 3
      return SheetPlace(sheet: .effects, row: position, column: year + offset)
    }
  }

  var skeleton: Skeleton { Skeleton(places: places, gapRows: gapRows) }

  /// A cell for input. One that no change sets, and that is as in the leading plan, takes its figure from
  /// there: another figure there changes all plans, another one here this plan alone.
  mutating func input(
    _ figure: SheetFigure, _ input: PlanInput, at place: SheetPlace?, isSet: Bool
  ) -> SheetFigure {
    var figure = figure
    figure.isInput = true
    guard !isSet, let place else { return figure }
    if let lead {
      guard sharesPlan, let known = lead.place(input, figure) else { return figure }
      figure.formula = figure.cell.figure == nil ? marked(known, figure.cell) : .cell(known)
    } else {
      inputs[input] = LeadingPlan.Known(place: place, cell: figure.cell, unit: figure.unit)
    }
    return figure
  }

  /// A cell elsewhere that holds no figure yet: its mark until it does.
  private func marked(_ place: SheetPlace, _ cell: Cell) -> SheetFormula {
    let count = SheetFormula.comparison(.call("COUNT", [.cell(place)]), "=", .number("0"))
    return .call("IF", [count, .text(cell.mark ?? ""), .cell(place)])
  }
}

extension SheetPlace {
  /// The place as the sheets of other plans name it.
  func of(_ plan: Int) -> SheetPlace {
    SheetPlace(sheet: .of(plan, sheet), row: row, column: column)
  }
}
