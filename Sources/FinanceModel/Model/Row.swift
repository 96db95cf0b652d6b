/// One row of the printed table.
public enum Row: Sendable {
  case heading(Heading)
  case line(Line)
  case figure(Figure)

  public var title: String {
    switch self {
    case .heading(let heading): heading.title
    case .line(let line): line.details.title
    case .figure(let figure): figure.details.title
    }
  }

  public var details: RowDetails? {
    switch self {
    case .heading: nil
    case .line(let line): line.details
    case .figure(let figure): figure.details
    }
  }

  public var id: Identifier? { details?.id }

  /// Whether the row stands in the printed table.
  public var isPrinted: Bool { details?.isPrinted ?? true }

  public var line: Line? {
    if case .line(let line) = self { line } else { nil }
  }

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
  public let range: SourceRange
}

/// What lines and figures have in common.
public struct RowDetails: Sendable {
  public let id: Identifier
  public let title: String
  /// The section it stands in, or nil.
  public let section: Identifier?
  public let unit: Unit
  public let decimals: Int
  /// Rounds each computed figure to this grid; nil leaves it as it is.
  public let rounding: Rounding?
  public let isPrinted: Bool
  /// One value for each column: typed, computed or blank.
  public var entries: [Entry]
  /// Text printed in place of a cell, by column.
  public let text: [Int: String]
  public let note: String?
  public let source: String?
  /// From the row's first key to its last.
  public let range: SourceRange

  /// The grid of the row's last printed place.
  public var lastPlace: Rounding { Rounding(decimals: decimals, unit: unit) }
}

/// One cell of a row as the file has it.
public enum Entry: Sendable {
  case typed(Cell, SourceRange)
  case formula(Formula)
  /// Nothing was written for it.
  case blank
}
