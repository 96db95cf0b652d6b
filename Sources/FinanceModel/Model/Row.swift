/// One row of the printed table.
///
/// It is kept behind a reference, for a plan copies its rows all the time, and a line is large.
public indirect enum Row: Sendable {
  case heading(Heading)
  case line(Line)
  case figure(Figure)

  /// The words at the start of the row.
  public var title: String {
    switch self {
    case .heading(let heading): heading.title
    case .line(let line): line.details.title
    case .figure(let figure): figure.details.title
    }
  }

  /// What lines and figures have in common; nil for a heading.
  public var details: RowDetails? {
    switch self {
    case .heading: nil
    case .line(let line): line.details
    case .figure(let figure): figure.details
    }
  }

  /// The name by which formulas refer to it; nil for a heading.
  public var id: Identifier? { details?.id }

  /// The table beside the sections that it is a row of; nil for a row of the plan's own table.
  public var table: Identifier? {
    if case .heading(let heading) = self { heading.table } else { details?.table }
  }

  /// Whether the row stands in the printed table.
  public var isPrinted: Bool { details?.isPrinted ?? true }

  /// The line; nil for a heading or a figure.
  public var line: Line? {
    if case .line(let line) = self { line } else { nil }
  }

  /// Where it stands in its file.
  public var range: SourceRange {
    switch self {
    case .heading(let heading): heading.range
    case .line(let line): line.details.range
    case .figure(let figure): figure.details.range
    }
  }
}

/// A title between rows; its cells are blank.
public struct Heading: Hashable, Sendable {
  public let title: String
  /// The table beside the sections that it stands in, or nil.
  public let table: Identifier?
  public let range: SourceRange
}

/// What lines and figures have in common.
public struct RowDetails: Sendable {
  public let id: Identifier
  public let title: String
  /// The section it stands in, or nil.
  public let section: Identifier?
  /// The table beside the sections that it is a row of, or nil.
  public let table: Identifier?
  public let unit: Unit
  public let decimals: Int
  /// Rounds each computed figure to this grid; nil leaves it as it is.
  public let rounding: Rounding?
  public var isPrinted: Bool
  /// The unit and decimals of its cells in columns that have their own.
  public let columnStyles: [Int: CellStyle]
  /// One value for each column, years first and then those of tables: typed, computed or blank.
  public var entries: [Entry]
  /// Text printed in place of a cell, by column.
  public let text: [Int: String]
  public let note: String?
  public let source: String?
  /// What its total column holds.
  public let inTotal: InTotal
  /// Where its id stands.
  public let idRange: SourceRange
  /// From the row's first key to its last.
  public let range: SourceRange

  /// The unit and decimals of its cell in a column.
  public func style(_ column: Int) -> CellStyle {
    columnStyles[column] ?? CellStyle(unit: unit, decimals: decimals)
  }

  /// The grid that a computed figure is rounded to in a column; nil leaves it as it is.
  func rounding(_ column: Int) -> Rounding? {
    rounding.map { columnStyles[column]?.lastPlace ?? $0 }
  }

  /// The grid of the row's last printed place.
  public var lastPlace: Rounding { Rounding(decimals: decimals, unit: unit) }
}

/// What a row's total column holds.
public enum InTotal: Sendable {
  /// The sum of the printed year cells.
  case sum
  /// The last year's cell, as a table of levels has it.
  case last
  case blank
  case formula(Formula)
}

/// One cell of a row as the file has it.
public enum Entry: Sendable {
  case typed(Cell, SourceRange)
  case formula(Formula)
  /// Nothing was written for it.
  case blank
}
