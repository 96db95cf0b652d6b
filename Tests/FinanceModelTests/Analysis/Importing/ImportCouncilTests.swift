import Testing

@testable import FinanceModel

/// Shapes in which councils publish: each is read as it is meant, or asked about.
@Suite struct ImportCouncilTests {
  @Test func `figures with a minus behind them are negative, and asked about`() throws {
    let imported = try ImportSample.imported(
      """
      £000                        2025/26    2026/27    2027/28
      Net cost of services         14,210     14,655     15,012
      Council tax                   7,950-     8,212-     8,480-
      Budget gap                    6,260      6,443      6,532
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.rows[1].cells[0].text == "-7,950")
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["6260", "6443", "6532"])
    #expect(imported.questions.contains { $0.text.hasPrefix("Are figures with a minus behind") })
    #expect(imported.files.map(\.name) == ["published.tsv", "original.txt"])
  }

  @Test func `page numbers, headings that come again and titles over two lines are no rows`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      Fenmoor General Fund £000 2026 to 2029
                                  2026/27    2027/28
      Pay award                     1,200      1,250
      Internal drainage board and
        special levies                900        950
      Page 12 of 40
                                  2026/27    2027/28
      Home to school                  450        300
      transport
      Budget gap                    2,550      2,500
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(
      imported.rows.filter(\.hasFigures).map(\.title) == [
        "Pay award", "Internal drainage board and special levies", "Home to school transport",
        "Budget gap",
      ])
    #expect(imported.plan.heading.hasSuffix("Fenmoor General Fund £000 2026 to 2029"))
    #expect(imported.questions.count { $0.text.contains("one title over two lines") } == 2)
    #expect(imported.notes.contains { $0.contains("'Page 12 of 40', is left out") })
  }

  @Test func `words above the years and behind the figures of a page have columns of their own`()
    throws
  {
    let imported = try ImportSample.imported(
      """
                                  2025/26    2026/27    2027/28
                                   Budget   Forecast   Forecast
                                    £'000      £'000      £'000
      Service budgets              10,250     10,610     10,980   see note 3
      Council tax                 (10,250)   (10,340)   (10,590)
      Budget gap                        0        270        390
      """, path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("Is 2025-26, headed '2025/26 Budget") })
    #expect(imported.plan.unit == .thousands)
    #expect(imported.text.contains("note: see note 3"))
  }

  @Test func `every cell on a line of its own is a table too`() throws {
    let imported = try ImportSample.imported(
      "Projections\n\n2026/27\n\n2027/28\n\n£m\n\n£m\n\nPay award\n\n1.2\n\n1.3\n\nFunded by:\n\n"
        + "Council tax\n\n(0.4)\n\n(0.5)\n\nBudget gap\n\n0.8\n\n0.8\n", path: "page.txt")
    ImportSample.expectExact(imported)
    #expect(imported.format == "lines")
    #expect(imported.rows.map(\.title) == ["Pay award", "Funded by:", "Council tax", "Budget gap"])
    let short = try GridReader.grid(
      of: TableText(Array("2026/27\n2027/28\nPay\n1.0\nCare\n1.0\n2.0\n".utf8), path: "a"))
    #expect(short.doubts.count == 1)
  }

  @Test func `years as government pages write them, and a second part with its own heading`() throws
  {
    let imported = try ImportSample.imported(
      """
      Area of spend | 2024 to 2025 budget £m | 2025 to 2026 budget £m |
      ---|---|---|
      Adult Services | 67.668 | 74.209 |
      Transformation | 3.00 | n/a |
      Net budget | 70.668 | 74.209 |

      Sources of finance | 2024 to 2025 budget £m | 2025 to 2026 budget £m |
      ---|---|---|
      Revenue support grant | (9.010) | (9.190) |
      Council Tax requirement | 61.658 | 65.019 |
      """, path: "table.md")
    ImportSample.expectExact(imported)
    #expect(imported.plan.years.years.map(\.description) == ["2024-25", "2025-26"])
    #expect(imported.rows.first { $0.title == "Sources of finance" }?.kind == .heading)
    #expect(ImportSample.roles(imported)["Transformation"] == .cost)
  }

  @Test func `another year over the same column further down is asked about`() throws {
    let imported = try ImportSample.imported(
      "£m,2026/27,2027/28\nPay,1.0,2.0\nPart two,2028/29,2029/30\nPay later,1.5,2.5\n")
    #expect(imported.questions.contains { $0.row == 3 && $0.text.contains("another table begin") })
  }

  @Test func `money is money, whatever percentage or Band D its title speaks of`() throws {
    let imported = try ImportSample.imported(
      """
      £000,2026/27,2027/28
      Pay award at 3%,"1,250","2,900"
      Council tax at 2.99%,(620),(90)
      Council tax base and rate,(30),(240)
      Band D increase of £5,(100),(410)
      Budget gap,500,"2,160"
      Council tax base,"51,588.4","52,074.8"
      Band D,291.15,300.15
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported) == ["500", "2160"])
    #expect(
      imported.rows.map(\.unit) == [
        .thousands, .thousands, .thousands, .thousands, .thousands, .number, .pounds,
      ])
  }

  @Test func `thousands that commas have parted are asked about`() throws {
    let imported = try ImportSample.imported(
      "£000,2026/27,2027/28\nPay,1,250,1,300\nEnergy,80,90\n")
    #expect(
      imported.questions.contains { $0.row == 2 && $0.text.contains("such as 1,250 part them") })
  }

  @Test func `savings in brackets below lines of cost stay savings`() throws {
    let imported = try ImportSample.imported(
      "£000,2026/27,2027/28\nInflation,\"1,400\",\"1,500\"\nSavings,(800),(300)\nPrices,90,80\n")
    #expect(try ImportSample.gap(imported, .remaining) == ["690", "1280"])
  }

  @Test func `an opening without a name starts from the total below it`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2025/26 Approved Budget,2026/27,2027/28
      TAXATION,,(416.745),(418.259)
      Business rates,(110.831),(1.514),(1.607)
      Council tax,(305.914),0.000,(8.217)
      TOTAL TAXATION,(416.745),(418.259),(428.083)
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.formulas(imported)["TAXATION"] == "previous(total-taxation)")
    #expect(try ImportSample.gap(imported) == ["(1.514)", "(9.824)"])
  }

  @Test func `proposals beside their references and departments are savings`() throws {
    let imported = try ImportSample.imported(
      """
      Ref\tSaving\tDirectorate\t2026/27\t2027/28\tTotal
      \t\t\t£000\t£000\t£000
      ASC1\tReablement expansion\tAdults\t450\t300\t750
      ASC2\tContract review\tAdults\t250\t-\t250
      CS1\tFostering\tChildren\t120\t340\t460
      \tTotal\t\t820\t640\t1,460
      """, path: "table.tsv")
    ImportSample.expectExact(imported)
    #expect(imported.rows.first?.title == "Reablement expansion")
    #expect(try ImportSample.gap(imported, .plan) == ["(820)", "(640)"])
  }
}
