import Testing

@testable import FinanceModel

/// An amount from its printed form; "" is blank.
func amount(_ text: String, _ unit: Unit = .millions, _ decimals: Int = 3) throws -> ReportCell {
  .amount(try AmountText(text, unit: unit).cell, unit, decimals: decimals)
}

/// A row with amounts in £m from their printed forms.
func row(
  _ label: String, _ amounts: String..., kind: ReportTable.Row.Kind = .line, indent: Int = 0
) throws -> ReportTable.Row {
  ReportTable.Row(kind, label, try amounts.map { try amount($0) }, indent: indent)
}

/// A table in £m over two years.
func table(_ rows: ReportTable.Row...) -> ReportTable {
  ReportTable(
    caption: "Budget gap, annual", unit: .millions, columns: ["2017-18", "2018-19"], rows: rows)
}

extension ReportTable {
  /// Its text without the caption.
  func text(width: Int? = nil, usesColor: Bool = false) -> String {
    TextTable(self, options: RenderingOptions(width: width, usesColor: usesColor)).lines
      .joined(separator: "\n")
  }

  /// The page that holds only this table.
  var page: Report { Report(title: "", blocks: [.table(self)]) }
}
