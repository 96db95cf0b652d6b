/// A table of typed cells: rows with a label, and columns that mostly are years.
public struct ReportTable: Hashable, Sendable {
  /// What the figures are, with the kind of gap: `Budget gap, annual`.
  public var caption: String
  /// What most figures count, shown in the heading. A cell in any other unit shows its own.
  public var unit: Unit?
  /// The heading over the labels; may be empty.
  public var stub: String
  /// The headings over the cells: `2017-18`, `Total`.
  public var columns: [String]
  public var rows: [Row]
  /// A picture of some of its figures, for the formats that can show one.
  public var chart: Chart?
  /// How negative figures are marked for a reader; a machine always gets a minus.
  public var negatives = AmountFormat.Negatives.brackets

  public init(
    caption: String, unit: Unit? = nil, stub: String = "", columns: [String], rows: [Row] = [],
    chart: Chart? = nil
  ) {
    self.caption = caption
    self.unit = unit
    self.stub = stub
    self.columns = columns
    self.rows = rows
    self.chart = chart
  }

  /// One row. Cells left out at its end are `none`.
  public struct Row: Hashable, Sendable {
    /// What a row is, which decides how it is set off.
    public enum Kind: String, Hashable, Sendable {
      case heading
      case line
      /// A sum of rows above it, set off from them.
      case total
      /// A row that a formula makes, which is no sum of the rows above it.
      case figure
    }

    public var kind: Kind
    public var label: String
    public var cells: [ReportCell]
    /// How many steps the label is indented; a heading never is.
    public var indent: Int

    public init(_ kind: Kind, _ label: String, _ cells: [ReportCell] = [], indent: Int = 0) {
      self.kind = kind
      self.label = label
      self.cells = cells
      self.indent = indent
    }
  }

  /// How many cells the longest row has, headings included.
  var columnCount: Int {
    rows.reduce(columns.count) { max($0, $1.cells.count) }
  }
}
