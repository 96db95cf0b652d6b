/// A cell of a table on a sheet; row 0 is the first under the headings, column 0 holds the labels.
struct SheetPlace: Hashable, Sendable {
  let sheet: Spreadsheet.SheetID
  let row: Int
  let column: Int
}

/// What a cell is worked out from, as a tree of other cells.
indirect enum SheetFormula: Hashable, Sendable {
  /// Digits with a point, and with a minus where it is negative.
  case number(String)
  case text(String)
  case cell(SheetPlace)
  /// From one corner to the other.
  case area(SheetPlace, SheetPlace)
  case call(String, [SheetFormula])
  case negative(SheetFormula)
  case sum([Term])
  case product(SheetFormula, [Factor])
  case comparison(SheetFormula, String, SheetFormula)

  /// A term of a sum, added or subtracted.
  struct Term: Hashable, Sendable {
    let isSubtracted: Bool
    let formula: SheetFormula
  }

  /// A factor of a product, multiplied or divided by.
  struct Factor: Hashable, Sendable {
    let isDivisor: Bool
    let formula: SheetFormula
  }
}

extension SheetFormula {
  static func rounded(_ formula: SheetFormula, _ places: Int) -> SheetFormula {
    .call("ROUND", [formula, .number(String(places))])
  }

  static func plus(_ left: SheetFormula, _ right: SheetFormula) -> SheetFormula {
    .sum([Term(isSubtracted: false, formula: left), Term(isSubtracted: false, formula: right)])
  }

  static func minus(_ left: SheetFormula, _ right: SheetFormula) -> SheetFormula {
    .sum([Term(isSubtracted: false, formula: left), Term(isSubtracted: true, formula: right)])
  }

  static func times(_ left: SheetFormula, _ right: SheetFormula) -> SheetFormula {
    .product(left, [Factor(isDivisor: false, formula: right)])
  }

  /// The figure of a cell that may hold a mark or words, which count as nil.
  static func valueOrNil(_ place: SheetPlace) -> SheetFormula { .call("N", [.cell(place)]) }

  /// The formulas directly inside it.
  private var parts: [SheetFormula] {
    switch self {
    case .number, .text, .cell, .area: []
    case .call(_, let parts): parts
    case .negative(let inner): [inner]
    case .sum(let terms): terms.map(\.formula)
    case .product(let first, let factors): [first] + factors.map(\.formula)
    case .comparison(let left, _, let right): [left, right]
    }
  }

  /// How many numbers, cells and words it is made of.
  var size: Int { parts.reduce(1) { $0 + $1.size } }

  /// How many brackets deep it is.
  var depth: Int { 1 + (parts.map(\.depth).max() ?? 0) }

  /// Every cell and area in it, in order.
  var references: [SheetFormula] {
    switch self {
    case .cell, .area: [self]
    default: parts.flatMap(\.references)
    }
  }

  var isCell: Bool { if case .cell = self { true } else { false } }

  /// Whether it is digits alone.
  var isNumber: Bool { if case .number = self { true } else { false } }

  /// Whether it is a cell that may hold a mark or words.
  var isLookedThrough: Bool { if case .call("N", _) = self { true } else { false } }
}
