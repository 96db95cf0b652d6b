import Testing

@testable import FinanceModel

/// Headings as a page gives them away: years in one line, with words beside them.
@Suite struct ImportHeadingTests {
  @Test(arguments: [
    ("2026/27 £m 2027/28 £m 2028/29 £m Total £m", "Total £m"),
    ("£m 2026/27 2027/28 2028/29 Grand total", "Grand total"),
    ("£m 2026/27 Draft 2027/28 Forecast 2028/29 Forecast Total", "Total"),
  ])
  func `a heading of years with words beside them keeps each over its figures`(
    heading: String, total: String
  ) throws {
    let imported = try ImportSample.imported(
      """
      Riverton: budget changes
      \(heading)
      Council tax (2.100) (2.200) (2.300) (6.600)
      Pay award 3.000 2.500 2.400 7.900
      Budget gap 0.900 0.300 0.100 1.300
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.years.map(\.description) == ["2026-27", "2027-28", "2028-29"])
    #expect(imported.plan.totalColumn?.title == total)
  }

  @Test func `a year with the word budget beside it is the base year where the budget is approved`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      £m 2025/26 approved budget 2026/27 2027/28
      Council tax (2.000) (2.100) (2.200)
      Pay award 2.900 3.000 2.500
      Budget gap 0.900 0.900 0.300
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.base?.description == "2025-26")
  }

  @Test func `the marks of a Markdown heading are no part of a title`() throws {
    let imported = try ImportSample.imported(
      "# Thornvale budget **plan**\n\n| £m | 2026/27 | 2027/28 |\n|---|---|---|\n| Pay | 1.0 | 2.0 |\n",
      path: "table.md")
    #expect(imported.plan.title == "Thornvale budget **plan")
  }

  @Test func `a balance at the end of March is that of the year that ends`() throws {
    let imported = try ImportSample.imported(
      """
      Reserves forecast £m,31 March 2026,31 March 2027
      Budget support reserve,9.4,4.1
      Capital reserve,26.6,20.3
      Total reserves,36.0,24.4
      """)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.years.map(\.description) == ["2025-26", "2026-27"])
  }

  @Test(arguments: ["table.csv", "table.md"])
  func `a year that the table leaves out has no figures, and is asked about`(path: String) throws {
    let commas = """
      Plan £m,2023/24,2024/25,2026/27
      Pay pressures,10.6,19.1,5.2
      Council tax,(1.0),(2.0),(3.0)
      Budget gap,9.6,17.1,2.2
      """
    let imported = try ImportSample.imported(
      path == "table.csv" ? commas : commas.split(separator: ",").joined(separator: " | "),
      path: path)
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.years.count == 4)
    #expect(try ImportSample.gap(imported, .remaining) == ["9.6", "17.1", "0.0", "2.2"])
    #expect(imported.questions.contains { $0.text.contains("no column for 2025-26") })
  }

  @Test func `a row is not made of what is made of it`() throws {
    let imported = try ImportSample.imported(
      """
      Budget gap analysis (£000),2026/27,2027/28,2028/29,2029/30
      Funding gap,8649,6068,7296,1 85 3
      Savings,,,,
      Transformation programme,1100,408,1367,1305
      Contract savings,1134,1157,838,707
      Total savings,2234,1565,2205,2012
      Gap after savings,6415,4503,5091,9841
      """)
    ImportSample.expectExact(imported)
    let formulas = ImportSample.formulas(imported)
    #expect((formulas["Gap after savings"] == nil) != (formulas["Funding gap"] == nil))
  }
}
