import Testing

@testable import FinanceModel

/// A misprint in a table is found, wherever it stands: no odd structure hides it.
@Suite struct ImportMisprintTests {
  private static let rows: [[String]] = [
    ["Budget movement £000", "2025/26 Budget", "2026/27", "2027/28"],
    ["Adults", "41,200", "43,900", "46,100"],
    ["Children", "28,350", "29,600", "30,450"],
    ["Place", "12,000", "12,300", "12,650"],
    ["Net spending", "81,550", "85,800", "89,200"],
    ["Council tax", "(62,000)", "(64,080)", "(66,243)"],
    ["Business rates", "(19,550)", "(19,900)", "(20,260)"],
    ["Total funding", "(81,550)", "(83,980)", "(86,503)"],
    ["Budget gap", "0", "1,820", "2,697"],
    ["Annual change in gap", "0", "1,820", "877"],
  ]

  private static func text(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  @Test func `without a misprint every cell holds`() throws {
    ImportSample.expectExact(
      try ImportSample.imported(Self.text(Self.rows), path: "table.tsv"))
  }

  @Test(arguments: 1...9, 1...3)
  func `a figure with exchanged digits or a lost bracket is a finding`(row: Int, column: Int) throws
  {
    let cell = Self.rows[row][column]
    guard cell != "0" else { return }
    var digits = Array(cell)
    let first = try #require(
      digits.indices.first {
        digits[$0].isNumber && digits[$0] != digits[$0 + 1] && digits[$0 + 1].isNumber
      })
    digits.swapAt(first, first + 1)
    var misprints = [String(digits)]
    if cell.hasPrefix("(") { misprints.append(String(cell.dropFirst().dropLast())) }
    for misprint in misprints {
      var rows = Self.rows
      rows[row][column] = misprint
      let imported = try ImportSample.imported(Self.text(rows), path: "table.tsv")
      #expect(imported.hasFindings, "\(cell) as \(misprint)")
      #expect(imported.questions.contains { $0.text.contains("'mtfs reconcile' shows where") })
    }
  }

  @Test func `a gap that no rows make is a memorandum and asked about`() throws {
    let imported = try ImportSample.imported(
      "£m,2026/27,2027/28\nPay pressures,1.2,1.9\nSavings,(0.2),(0.5)\nPrices,0.3,0.1\nGap,5.1,7.7\n"
    )
    #expect(imported.questions.contains { $0.text.hasPrefix("Of what is 'Gap' made?") })
    #expect(try ImportSample.gap(imported, .remaining) == ["1.3", "1.5"])
  }

  @Test func `what is too large for a plan is refused`() throws {
    let long = "£m,2026/27,2027/28\n" + String(repeating: "Pay,1.0,2.0\n", count: 3001)
    #expect(try ImportSample.fault(Array(long.utf8)).message.contains("more than 3000 rows"))
    let wide = "£m,2026/27," + (0..<600).map(String.init).joined(separator: ",") + "\nPay,1,2\n"
    #expect(try ImportSample.fault(Array(wide.utf8)).message.contains("more than 500 columns"))
  }
}
