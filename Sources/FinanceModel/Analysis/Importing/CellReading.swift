/// A cell of a table as it was read.
public struct CellReading: Hashable, Sendable {
  /// In what form a cell was written.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    case figure
    case brackets
    case minus
    case ownUnit = "own unit"
    case percentage
    case blank
    case dash
    case tbc
    case notApplicable = "n/a"
    /// Words in place of a figure.
    case note
    /// Digits that are no figure as they stand; they are kept as words.
    case unread
  }

  /// As it stands in the table, with single spaces.
  public let text: String
  public let form: Form
  /// Whether a mark of a footnote stands behind it.
  public let hasFootnote: Bool
  /// What it holds; blank for words.
  public let cell: Cell
  /// How many decimals it is printed with.
  let decimals: Int

  var figure: Int128? { cell.figure?.trillionths }
  /// Whether the plan holds it as words.
  var isText: Bool { form == .note || form == .unread }

  static let blank = CellReading("", unit: .pounds, repeatsPounds: false)

  /// Reads a cell of a row in `unit`; where a `£` only repeats that it is money, it is passed over.
  init(_ text: String, unit: Unit, repeatsPounds: Bool) {
    let text = text.trimmed
    self.text = text
    var typed = text
    if repeatsPounds, !text.contains(where: \.isLetter) { typed = text.filter { $0 != "£" } }
    guard let amount = try? AmountText(typed, unit: unit, footnotes: true) else {
      // `#REF!` is what a spreadsheet shows for a figure that it lost.
      let isLost =
        text.hasPrefix("#") && text.dropFirst().allSatisfy { $0.isUppercase || "!?/0".contains($0) }
      form = isLost || text.contains { $0.isASCII && $0.isNumber } ? .unread : .note
      hasFootnote = false
      cell = .blank
      decimals = 0
      return
    }
    cell = amount.cell
    hasFootnote = (try? AmountText(typed, unit: unit)) == nil
    form = CellReading.form(amount.cell, typed)
    let scale = unit.trillionths
    var places = 0
    if let step = amount.place?.step {
      while places < 6, scale / FixedPoint.powerOfTen(places) > step { places += 1 }
    }
    decimals = places
  }

  /// The figure of a text before it is known in what unit; nil for none.
  static func plainFigure(_ text: String) -> Int128? {
    (try? AmountText(text, unit: .number, footnotes: true))?.cell.figure?.trillionths
  }

  private static func form(_ cell: Cell, _ text: String) -> Form {
    switch cell {
    case .blank: return .blank
    case .dash: return .dash
    case .toBeConfirmed: return .tbc
    case .notApplicable: return .notApplicable
    case .figure(let quantity):
      if text.contains("%") { return .percentage }
      if text.contains("£") || text.contains(where: \.isLetter) { return .ownUnit }
      if quantity.trillionths >= 0 { return .figure }
      return text.contains("(") ? .brackets : .minus
    }
  }
}
