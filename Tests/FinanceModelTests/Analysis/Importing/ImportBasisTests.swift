import Testing

@testable import FinanceModel

/// Whole amounts beside yearly changes in one table, and budgets that start from last year's funding.
@Suite struct ImportBasisTests {
  private func asksOf(_ title: String, _ imported: TableImport) -> Bool {
    imported.questions.contains { $0.text.contains("'\(title)'") }
  }

  // MARK: Proven by sums

  @Test(arguments: [
    ("Cumulative savings,(2.0),(3.5),(4.0)", "level: [(2.0), (3.5), (4.0)]"),
    ("Less savings to date,2.0,3.5,4.0", "level: [2.0, 3.5, 4.0]"),
    ("Savings plans,-2.0,-3.5,-4.0", "level: [(2.0), (3.5), (4.0)]"),
  ])
  func `what is added to a cumulative gap is a whole amount in a table of changes`(
    row: String, figures: String
  ) throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Pressures,9.0,8.0,7.5
      Funding growth,(5.0),(5.2),(5.4)
      Annual gap,4.0,2.8,2.1
      Cumulative gap,4.0,6.8,8.9
      \(row)
      Remaining gap,2.0,3.3,4.9
      """)
    ImportSample.expectExact(imported)
    #expect(imported.text.contains(figures))
    #expect(imported.text.contains("recurring: [9.0, 8.0, 7.5]"))
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["2.0", "3.3", "4.9"])
    #expect(try ImportSample.gap(imported, .plan) == ["(2.0)", "(1.5)", "(0.5)"])
    #expect(!asksOf("Remaining gap", imported))
    #expect(imported.notes.contains { $0.contains("whole amounts beside what each year adds") })
  }

  @Test
  func `reserves below a cumulative gap are whole amounts, and the gap after them is the plan's`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2025/26 Approved,2026/27,2027/28,2028/29
      Pressures,-,9.0,8.0,7.5
      Funding growth,-,(5.0),(5.2),(5.4)
      Savings,-,(2.0),(1.5),(0.5)
      In-year gap,-,2.0,1.3,1.6
      Cumulative gap,-,2.0,3.3,4.9
      Use of reserves,-,(2.0),(1.5),-
      Gap after reserves,-,-,1.8,4.9
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0.0", "1.8", "4.9"])
    #expect(imported.gap?.title == "Gap after reserves")
    #expect(imported.gap?.kind == .remaining)
    #expect(!asksOf("In-year gap", imported))
  }

  @Test func `what a cumulative row adds up is a change in a table of whole amounts`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29
      Net budget,212.4,219.9,226.3
      Funding,(206.0),(211.1),(216.0)
      Cumulative gap,6.4,8.8,10.3
      Savings (additional each year),(2.7),(0.9),(0.2)
      Cumulative savings,(2.7),(3.6),(3.8)
      Residual gap,3.7,5.2,6.5
      """)
    ImportSample.expectExact(imported)
    #expect(imported.text.contains("recurring: [(2.7), (0.9), (0.2)]"))
    #expect(imported.text.contains("level: [212.4, 219.9, 226.3]"))
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["3.7", "5.2", "6.5"])
    #expect(!asksOf("Residual gap", imported))
    #expect(!asksOf("Savings (additional each year)", imported))
  }

  // MARK: Said by words alone

  @Test(arguments: [
    ("New savings in year,(2.0),(1.5),(0.5)", "recurring"),
    ("Additional savings,(2.0),(2.5),(2.7)", "recurring"),
    ("Savings,(2.0),(1.5),(0.5)", "recurring"),
    ("Savings,(2.0),(2.5),(2.7)", "level"),
  ])
  func `savings in no sum beside whole amounts are asked about`(row: String, basis: String) throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Expenditure before savings,212.4,219.9,226.3
      Funding,(208.4),(213.1),(217.4)
      Budget gap,4.0,6.8,8.9
      \(row)
      """)
    ImportSample.expectExact(imported)
    let question = try #require(imported.questions.first { $0.row == 5 })
    #expect(question.text.contains("'\(basis)'"))
    #expect(imported.text.contains("\(basis): [(2.0), "))
  }

  @Test(arguments: ["New savings each year", "Savings"], ["Total,(2.0),(1.5),(0.5)\n", ""])
  func `savings under a heading beside whole amounts are asked about together`(
    heading: String, total: String
  ) throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Expenditure,212.4,219.9,226.3
      Funding,(208.4),(213.1),(217.4)
      Budget gap,4.0,6.8,8.9
      \(heading),,,
      Fleet,(1.0),(0.5),(0.2)
      Agency,(1.0),(1.0),(0.3)
      \(total)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .plan) == ["(2.0)", "(1.5)", "(0.5)"])
    #expect(asksOf("Fleet", imported) == total.isEmpty)
    #expect(asksOf("Total", imported) != total.isEmpty)
  }

  @Test func `savings that are the gap in every year are whole amounts as it is, unasked`() throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Expenditure before savings,212.4,219.9,226.3
      Funding,(208.4),(213.1),(217.4)
      Budget gap,4.0,6.8,8.9
      Savings proposals,(4.0),(6.8),(8.9)
      """)
    #expect(!asksOf("Savings proposals", imported))
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0.0", "0.0", "0.0"])
  }

  @Test func `cumulative savings in no sum beside changes are whole amounts, and asked about`()
    throws
  {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      Pressures,9.0,8.0,7.5
      Funding growth,(5.0),(5.2),(5.4)
      In-year gap,4.0,2.8,2.1
      Cumulative savings identified,2.0,3.5,4.0
      """)
    ImportSample.expectExact(imported)
    #expect(asksOf("Cumulative savings identified", imported))
    #expect(try ImportSample.gap(imported, .plan) == ["(2.0)", "(1.5)", "(0.5)"])
  }

  @Test
  func `savings of a year that a sum has beside whole amounts are asked about where they unwind`()
    throws
  {
    let rows = """
      MTFS £m,2026/27,2027/28,2028/29
      Expenditure,212.4,219.9,226.3
      Funding,(208.4),(213.1),(217.4)
      Budget gap,4.0,6.8,8.9
      New savings in year,(2.0),(1.5),(0.5)

      """
    let unwinding = try ImportSample.imported(rows + "Remaining gap,2.0,5.3,8.4\n")
    #expect(unwinding.questions.contains { $0.row == 5 && $0.text.contains("lost in the next") })
    let kept = try ImportSample.imported(
      rows + "Savings of earlier years,-,(2.0),(3.5)\nRemaining gap,2.0,3.3,4.9\n")
    #expect(!asksOf("New savings in year", kept))
    #expect(try ImportSample.gap(kept, .remaining, .cumulative) == ["2.0", "3.3", "4.9"])
    for imported in [unwinding, kept] { ImportSample.expectExact(imported) }
  }

  // MARK: A budget that starts from last year's funding

  @Test(arguments: ["Base budget", "Prior year budget", "Budget brought forward"], ["", "-"])
  func `a base budget that is last year's funding makes the gap of each year new`(
    opening: String, sign: String
  ) throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2026/27,2027/28,2028/29
      \(opening),240.0,248.2,255.0
      Pay inflation,8.2,7.9,7.5
      Service growth,6.1,5.0,4.4
      Savings,-2.8,-2.3,-1.0
      Budget requirement,251.5,258.8,265.9
      Council tax,\(sign)140.0,\(sign)144.0,\(sign)148.0
      Grants,\(sign)108.2,\(sign)111.0,\(sign)114.2
      Total funding,\(sign)248.2,\(sign)255.0,\(sign)262.2
      Budget gap,3.3,3.8,3.7
      """)
    ImportSample.expectExact(imported)
    #expect(
      ImportSample.formulas(imported)[opening]
        == (sign.isEmpty ? "" : "-") + "previous(total-funding)")
    #expect(imported.gap?.effect == .annual)
    #expect(try ImportSample.gap(imported, .remaining) == ["3.3", "3.8", "3.7"])
    #expect(try ImportSample.gap(imported, .plan) == ["(2.8)", "(2.3)", "(1.0)"])
    #expect(imported.questions.isEmpty)
    #expect(imported.notes.contains { $0.contains("the gap of each year is new") })
  }

  @Test func `last year's funding may be one line, and stand in the base year`() throws {
    let imported = try ImportSample.imported(
      """
      MTFS £m,2025/26 Approved,2026/27,2027/28,2028/29
      Base budget,,240.0,248.2,255.0
      Inflation,,8.2,7.9,7.5
      Savings,,(2.8),(2.3),(1.0)
      Budget requirement,,245.4,253.8,261.5
      Funding,240.0,248.2,255.0,262.2
      Budget gap,,-2.8,-1.2,-0.7
      """)
    #expect(try ImportSample.gap(imported, .remaining) == ["(2.8)", "(1.2)", "(0.7)"])
    ImportSample.expectExact(imported)
  }

  // MARK: The whole table

  @Test(arguments: ["Net spending", "Net expenditure", "Spending need", "Net budget requirement"])
  func `what is spent, far larger than the gap, is a whole amount`(title: String) throws {
    let imported = try ImportSample.imported(
      """
      MTFS £000,2026/27,2027/28
      \(title),"31,100","32,200"
      Council tax,"(30,100)","(30,900)"
      Gap,"1,000","1,300"
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .required, .cumulative) == ["1000", "1300"])
  }

  @Test func `a total column called cumulative says nothing of the figures`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29,Cumulative
      Pay,6.1,5.9,5.7,17.7
      Council tax,(5.5),(5.8),(6.0),(17.3)
      Gap,0.6,0.1,(0.3),0.4
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .required, .annual) == ["0.6", "0.1", "(0.3)"])
  }

  @Test func `words above a list that call its savings cumulative are heard`() throws {
    let imported = try ImportSample.imported(
      """
      Cumulative savings £000,2026/27,2027/28,2028/29
      Library review,(120),(200),(240)
      Fleet,(60),(105),(135)
      Agency,(210),(360),(450)
      Total savings,(390),(665),(825)
      """)
    ImportSample.expectExact(imported)
    #expect(try ImportSample.gap(imported, .plan, .cumulative) == ["(390)", "(665)", "(825)"])
  }
}
