/// The number format of a figure: how negatives are marked, commas, and its unit where a table has another.
///
/// `#,##0.000_);(#,##0.000);0.000_);@_)` prints what the text of a table prints; with a minus that is
/// `#,##0.000;-#,##0.000;0.000;@`.
enum CellFormat {
  static func code(_ figure: WorkbookStyles.Figure) -> String {
    let negatives = figure.negatives
    let decimals = figure.unit.possible(figure.decimals)
    let fraction = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
    let (before, after) = signs(figure.unit, isShown: figure.unit != figure.tableUnit)
    func shown(_ digits: String) -> String { before + digits + after }
    let digits = shown("#,##0" + fraction)
    // Room for the bracket that a positive figure does not have.
    let room = negatives == .brackets ? "_)" : ""
    let negative = negatives == .brackets ? "(\(digits))" : "-\(digits)"
    let mark = figure.nilMark.map { $0.isEmpty ? "\"\"" : "\"\($0)\"\(room)" }
    return "\(digits)\(room);\(negative);\(mark ?? shown("0" + fraction) + room);@\(room)"
  }

  /// What stands before and after the digits; a percentage always has its sign.
  private static func signs(_ unit: Unit, isShown: Bool) -> (String, String) {
    switch unit {
    case .percent: ("", "%")
    case .number: ("", "")
    case .pounds: isShown ? ("\"£\"", "") : ("", "")
    case .thousands: isShown ? ("\"£\"", "\"k\"") : ("", "")
    case .millions: isShown ? ("\"£\"", "\"m\"") : ("", "")
    }
  }

  /// The figure as a file holds it: exact digits, a percentage as the share that it is.
  static func digits(_ quantity: Quantity, in unit: Unit) -> String {
    quantity.typed(in: unit == .percent ? .number : unit)
  }

  /// About as many characters as the figure takes.
  static func width(_ figure: SheetFigure) -> Int {
    let format = AmountFormat(
      decimals: figure.decimals, negatives: .brackets, groupsThousands: true)
    return format.text(figure.cell, in: figure.unit).count + 2
  }
}
