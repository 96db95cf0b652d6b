import Testing

@testable import FinanceModel

/// What tables print that is easily read as something else.
@Suite struct ImportOddPrintTests {
  private func imported(_ text: String) throws -> TableImport {
    try ImportSample.imported(text, path: "table.tsv")
  }

  @Test func `credits are negative and asked about`() throws {
    let text = """
      Plan £000\t2026/27\t2027/28\t2028/29
      Pay pressures\t1,500\t1,250\t2,125 DR
      Government grant\t500 CR\t250CR\t1,000 (Cr)
      Net budget\t1,000\t1,000\t1,125

      """
    let imported = try imported(text)
    ImportSample.expectExact(imported)
    #expect(imported.rows[1].cells.map(\.text) == ["-500", "-250", "-1,000"])
    #expect(ImportSample.formulas(imported)["Net budget"] != nil)
    let asked = imported.questions.map(\.text)
    #expect(asked.contains { $0.hasPrefix("Are figures with CR behind them negative") })
    #expect(asked.contains { $0.hasPrefix("Are figures with DR behind them positive") })
  }

  @Test func `between tabs a number that ends a title is part of it`() throws {
    let text = """
      Plan £000\t2026/27\t2027/28
      Estate phase 1\t1200\t1300
      Estate phase 2\t500\t200
      Total\t1700\t1500

      """
    let imported = try imported(text)
    #expect(imported.format == "tabs")
    #expect(imported.rows.map(\.title) == ["Estate phase 1", "Estate phase 2", "Total"])
    #expect(imported.plan.years.history.isEmpty)
  }

  @Test func `thousands that a space parts are read and asked about, under years between tabs`()
    throws
  {
    let text = """
      Plan £000\t2026/27\t2027/28
      Pay pressures\t1 200\t1 300
      Energy\t500\t200

      """
    let imported = try imported(text)
    let asked = imported.questions.map(\.text)
    #expect(
      asked.contains { $0.hasPrefix("Does the space in '1 200' of row 2 and in 1 more cell ") })
    #expect(imported.rows[0].cells.map(\.text) == ["1200", "1300"])
  }

  @Test func `a second table under the same years is asked about`() throws {
    let text = """
      Plan £m\t2026/27\t2027/28
      Pay pressures\t1.2\t1.3
      Savings\t(0.2)\t(0.3)
      Budget gap\t1.0\t1.0
      \t\t
      Reserves £m\t2026/27\t2027/28
      General fund\t5.0\t4.0
      Earmarked\t2.0\t1.0

      """
    let imported = try imported(text)
    let asked = imported.questions.filter { $0.text.hasPrefix("Does another table begin in row 6") }
    #expect(asked.map(\.row) == [6])
  }
}
