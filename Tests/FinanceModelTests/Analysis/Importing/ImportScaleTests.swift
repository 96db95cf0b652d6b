import Testing

@testable import FinanceModel

/// Figures a thousand times out of scale, of another unit, or in a row that does not add.
@Suite struct ImportScaleTests {
  private func questions(_ text: String) throws -> [ImportQuestion] {
    try ImportSample.imported(text).questions
  }

  @Test func `a row in another unit is asked about`() throws {
    for (energy, word) in [("1.2,0.9,0.8", "smaller"), ("1400000,1300000,1350000", "larger")] {
      let asked = try questions(
        """
        Pressures £000,2026/27,2027/28,2028/29
        Pay,3400,3300,3250
        Energy,\(energy)
        Adults,2150,2300,2450
        Children,1900,1450,1350
        """)
      #expect(
        asked.contains {
          $0.row == 3 && $0.text.hasPrefix("Is 'Energy' in another unit than the rest?")
            && $0.text.contains(word)
        })
    }
  }

  @Test func `a column in another unit is one question, and a cell another`() throws {
    let column = try questions(
      """
      Savings £000,2026/27,2027/28,2028/29
      Libraries,(120),(80),(0.040)
      Fleet,(60),(45),(0.030)
      Agency,(210),(150),(0.090)
      Total savings,(390),(275),(0.160)
      """)
    #expect(column.count { $0.text.contains("another unit") } == 1)
    #expect(column.contains { $0.text.hasPrefix("Are the figures of 2028-29 in another unit") })
    let cell = try questions(
      """
      Savings £000,2026/27,2027/28,2028/29
      Libraries,(120),(80),(90000)
      Fleet,(60),(45),(30)
      Agency,(210),(150),(90)
      """)
    #expect(
      cell.contains {
        $0.row == 2 && $0.text.hasPrefix("Is '(90000)' of 'Libraries' in 2028-29 misprinted?")
      })
  }

  @Test func `no council spends as much as a wrong unit says`() throws {
    let text = """
      Revenue budget £m,2026/27,2027/28,2028/29
      Net budget,131500,136900,142100
      Council tax,92618,98287,102174
      Grants,35300,35100,34900
      Shortfall,3582,3513,5026
      """
    #expect(
      try questions(text).contains { $0.text.hasPrefix("Are the figures in £m? 'Net budget'") })
    let thousands = try ImportSample.imported(text, options: ImportOptions(unit: .thousands))
    #expect(!thousands.questions.contains { $0.text.hasPrefix("Are the figures in") })
  }

  @Test func `small rows and one large one are no slips`() throws {
    let asked = try questions(
      """
      Budget £000,2026/27,2027/28,2028/29
      Base budget,131500,136900,142100
      Pay,3400,3300,3250
      Elections,5,3,-
      Audit,40,2500,30
      """)
    #expect(!asked.contains { $0.text.contains("another unit") || $0.text.contains("misprinted") })
  }

  @Test(arguments: [
    ("£'m", Unit.millions), ("£ million.", .millions), ("£’ms", .millions),
    ("thousands of pounds", .thousands), ("in £ thousands", .thousands), ("£ks", .thousands),
    ("'000", .thousands), ("£'000s.", .thousands),
  ])
  func `the unit is found in words above and below`(name: String, unit: Unit) throws {
    let rows = "Pay award,19,20,21\nSavings,(9),(8),(7)\nBudget gap,10,12,14"
    for text in [
      "Budget changes (\(name)),,,\n,2026/27,2027/28,2028/29\n\(rows)",
      "Budget changes,2026/27,2027/28,2028/29\n\(rows)\n\"All figures in \(name)\",,,",
    ] {
      #expect(try ImportSample.imported(text).plan.unit == unit)
    }
  }

  @Test func `one percentage among money is a cell and no row`() throws {
    let imported = try ImportSample.imported(
      """
      Pressures £m,2026/27,2027/28,2028/29
      Pay award,1.9,120%,2.1
      Demand,1.1,1.2,1.3
      Total pressures,3.0,2.4,3.4
      """)
    #expect(ImportSample.roles(imported)["Pay award"] == .pressure)
    #expect(
      imported.questions.contains { $0.row == 2 && $0.text.hasPrefix("What figure is '120%'") })
  }

  @Test func `a row whose total is another than its years is named`() throws {
    let imported = try ImportSample.imported(
      """
      Pressures £m,2026/27,2027/28,2028/29,Total
      Pay award,1.9,2.0,2.1,60.0
      Demand,1.1,1.2,1.3,3.6
      Total pressures,3.0,3.2,3.4,9.6
      """)
    #expect(imported.hasFindings)
    #expect(
      imported.questions.contains {
        $0.row == 2 && $0.text.hasPrefix("Which figure of 'Pay award' is misprinted")
      })
  }

  @Test func `parts are held to the row that they are parts of`() throws {
    for (adults, isAsked) in [("41600", true), ("46100", false)] {
      let imported = try ImportSample.imported(
        """
        Budget £000,2026/27,2027/28,2028/29
        Net spending,73500,76550,79000
        of which: Adults,43900,\(adults),47500
        of which: Children,29600,30450,31500
        Total funding,(71980),(74503),(76600)
        of which: Council tax,(54080),(56243),(58100)
        of which: Business rates,(17900),(18260),(18500)
        Budget gap,1520,2047,2400
        """)
      ImportSample.expectExact(imported)
      let asked = imported.questions.filter { $0.text.contains("parts") }
      #expect(asked.map(\.row) == (isAsked ? [2] : []))
      #expect(!imported.questions.contains { $0.text.contains("the total?") })
      #expect(!imported.questions.contains { $0.text.contains("belong to the gap") })
    }
  }

  @Test func `what costs under a heading of funding is a pressure`() throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Changes in funding,,,
      Council tax,(2.1),(1.2),(2.9)
      Support grant,1.5,0.4,1.0
      Business rates inflation,(0.5),(0.1),(0.3)
      Pay award,1.9,3.0,2.1
      Fire cover review,0.4,1.5,0.3
      Budget gap,1.2,3.6,0.2
      """)
    ImportSample.expectExact(imported)
    let roles = ImportSample.roles(imported)
    #expect(roles["Pay award"] == .pressure)
    #expect(roles["Support grant"] == .funding && roles["Business rates inflation"] == .funding)
    #expect(imported.questions.contains { $0.text.hasPrefix("Is 'Pay award' what the heading") })
    #expect(imported.questions.contains { $0.text.hasPrefix("Is 'Fire cover review' funding") })
  }

  @Test(arguments: [
    "Aggregate External Finance", "AEF", "Revenue Support Grant", "Improved Better Care Fund",
    "Settlement Funding Assessment", "Social Care Grant", "General revenue grant",
    "Non-domestic rates", "Recovery Grant",
  ])
  func `grants by their names are funding`(title: String) {
    #expect(RoleFinder.role(of: title) == .funding)
  }

  @Test(arguments: ["Mar-", "YE 20", "Year ending 20"])
  func `a year that is named by its end is that year, and asked about`(name: String) throws {
    let imported = try ImportSample.imported(
      """
      Budget changes £m,\(name)26,\(name)27,\(name)28
      Pay award,1.9,2.0,2.1
      Savings,(0.9),(0.8),(0.7)
      Gap,1.0,1.2,1.4
      """)
    #expect(imported.plan.years.years.map(\.description) == ["2025-26", "2026-27", "2027-28"])
    #expect(
      imported.questions.contains { $0.text.hasPrefix("Is '\(name)26' the year that ends then") })
  }
}
