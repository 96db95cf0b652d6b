import Testing

@testable import FinanceModel

/// Tables that list one side of a budget, and lines that come and go.
@Suite struct ImportOneSidedTests {
  private static let grants = """
    £000,2025/26,2026/27,2027/28
    Improved Better Care Fund,"4,100","4,100","4,100"
    Social Care Grant,"9,800","10,300","10,400"
    Public Health Grant,"7,200","7,350","7,400"
    Total specific grants,"21,100","21,750","21,900"
    """

  @Test func `a table of funding alone is asked about`() throws {
    let imported = try ImportSample.imported("Specific grants " + Self.grants)
    ImportSample.expectExact(imported)
    let asked = imported.questions.filter { $0.text.contains("gap: none") }
    #expect(asked.count == 1)
    #expect(asked.first?.text.contains("lists only what pays") == true)
  }

  @Test func `a table of pressures alone is asked about`() throws {
    let imported = try ImportSample.imported(
      """
      Growth £000,2026/27,2027/28,2028/29
      Pay inflation,500,510,520
      Care demand,900,300,1000
      Total pressures,1400,810,1520
      """)
    ImportSample.expectExact(imported)
    #expect(imported.questions.contains { $0.text.contains("lists only what costs") })
  }

  @Test func `a table of savings alone, or with a gap, is not`() throws {
    for text in [
      "Savings £000,2026/27,2027/28\nOffices,(500),(510)\nCare,(900),(300)\nTotal savings,(1400),(810)\n",
      "Changes £000,2026/27,2027/28\nPay inflation,500,510\nCouncil tax,(400),(300)\nBudget gap,100,210\n",
    ] {
      let imported = try ImportSample.imported(text)
      #expect(!imported.questions.contains { $0.text.contains("lists only") })
    }
  }

  @Test(arguments: [
    "Time limited transformation team", "Digital transformation fund",
    "Efficiency programme office", "Savings delivery team",
  ])
  func `what adds to the gap and is taken back is a pressure, and asked about`(title: String) throws
  {
    for figures in ["800,0,(800)", "800,(800),0", "0,800,(800)", "800,-,(800)"] {
      let cells = figures.split(separator: ",").map { text -> Int in
        text == "-"
          ? 0 : text.first == "(" ? -(Int(text.dropFirst().dropLast()) ?? 0) : Int(text) ?? 0
      }
      let gap = zip([1000, 1200, 1400], cells).map { "\($0 + $1)" }.joined(separator: ",")
      let imported = try ImportSample.imported(
        """
        Annual changes £000,2026/27,2027/28,2028/29
        Base pressures,6100,5400,5200
        \(title),\(figures)
        Council tax,(3900),(3500),(3700)
        Savings,(1200),(700),(100)
        Budget gap,\(gap)
        """)
      ImportSample.expectExact(imported)
      #expect(ImportSample.roles(imported)[title] == .pressure, "\(figures)")
      #expect(
        imported.questions.contains { $0.text.contains("Is '\(title)' money for") }, "\(figures)")
    }
  }

  @Test func `a saving that is undone stays one`() throws {
    let imported = try ImportSample.imported(
      """
      Annual changes £000,2026/27,2027/28,2028/29
      Base pressures,6100,5400,5200
      One-off saving,(800),0,800
      Council tax,(3900),(3500),(3700)
      Budget gap,1400,1900,2300
      """)
    ImportSample.expectExact(imported)
    #expect(ImportSample.roles(imported)["One-off saving"] == .saving)
    #expect(imported.questions.contains { $0.text.contains("money for 2 years only") })
  }
}
