/// A workbook without a format: sheets of typed cells, some of which say what they are worked out from.
///
/// ```swift
/// let bytes = try question.answer().spreadsheet(program: "mtfs").rendered()
/// ```
///
/// Every figure in it is the engine's; a formula beside it is what a spreadsheet program recalculates.
public struct Spreadsheet: Hashable, Sendable {
  /// The title of the document, which its properties hold.
  public let title: String
  /// Whose document it is.
  public let author: String?
  /// What wrote it.
  public let program: String
  let sheets: [Sheet]

  /// A row of the cover: a label and what it says.
  public struct Fact: Hashable, Sendable {
    public let label: String
    public let text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// Which sheet is meant, wherever it stands.
  enum SheetID: Hashable, Sendable {
    case cover, notes, assumptions, plan, workings, effects, oneOffs, before, difference, settings
    case table(Int)
    case gap(Series)
    case changes(Series)
    case report(Int)
    /// Several plans side by side: a gap of each, how far it is from the first, lines that differ.
    case compared(GapKind, Series)
    case distance(Series)
    case differing(Series)
    /// A sheet of one of several plans in a workbook, as the sheets of the others name it.
    indirect case of(Int, SheetID)
  }
}

/// One sheet: a title, lines under it, and one table with its headings.
struct Sheet: Hashable, Sendable {
  /// Which sheet it is among those of its plan.
  let id: Spreadsheet.SheetID
  /// Which of several plans it belongs to; nil where there is one, and for what they share.
  var plan: Int?
  /// What that one is called, with its number.
  var planTitle: String?
  /// As its tab has it: legal, and the only one of its name.
  var name: String
  var title: String
  /// What the contents list says of it.
  var about: String
  /// Under the title: the unit and the kind of what is shown.
  var lines: [String] = []
  /// The heading over the labels, and those over the cells; none for a sheet that is read as text.
  var headings: [String] = []
  var rows: [SheetRow] = []
  /// What most figures count; a cell in any other unit shows its own.
  var unit: Unit?
  var charts: [SheetChart] = []
  /// How negative figures are marked.
  var negatives = AmountFormat.Negatives.brackets

  /// What the sheets of every plan call it.
  var place: Spreadsheet.SheetID { plan.map { .of($0, id) } ?? id }

  /// How many rows stand above the first of the table.
  var rowsAbove: Int { 1 + lines.count + (headings.isEmpty ? 0 : 1) }

  /// How many columns it has, that of the labels included.
  var width: Int { rows.reduce(max(headings.count, 1)) { max($0, $1.cells.count + 1) } }
}

/// A row of a sheet's table.
struct SheetRow: Hashable, Sendable {
  var kind: ReportTable.Row.Kind
  var label: SpreadsheetCell
  var cells: [SpreadsheetCell]
  var indent = 0

  init(
    _ kind: ReportTable.Row.Kind, _ label: String, _ cells: [SpreadsheetCell] = [], indent: Int = 0
  ) {
    self.kind = kind
    self.label = .text(label)
    self.cells = cells
    self.indent = indent
  }

  init(link text: String, to sheet: Spreadsheet.SheetID, _ cells: [SpreadsheetCell]) {
    kind = .line
    label = .link(text, sheet)
    self.cells = cells
  }
}

/// One cell of a sheet.
enum SpreadsheetCell: Hashable, Sendable {
  case none
  case text(String)
  /// Words that lead to another sheet.
  case link(String, Spreadsheet.SheetID)
  case figure(SheetFigure)
}

/// A figure, how it is shown, and what it is worked out from.
struct SheetFigure: Hashable, Sendable {
  /// What the engine gives; a mark where that is no figure.
  var cell: Cell
  var unit: Unit
  var decimals: Int
  /// What is shown for nil; nil for the digits.
  var nilMark: String?
  var formula: SheetFormula?
  /// Whether a reader may type another figure here, also in place of a formula.
  var isInput = false
}

/// A picture of cells: rows of a table as series over its headings, or a column over its labels.
struct SheetChart: Hashable, Sendable {
  /// By years, with one series for each row; or of rows, with the figures of one column.
  let chart: Chart
  /// The positions of the rows, counted from the first of the table.
  let rows: [Int]
  /// The columns of the first and the last figure; that of the labels is 0.
  let columns: ClosedRange<Int>
}
