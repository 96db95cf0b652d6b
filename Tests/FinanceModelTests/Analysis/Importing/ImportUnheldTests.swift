import Testing

@testable import FinanceModel

/// Rows that no sum holds are held by what they make, or else asked about.
@Suite struct ImportUnheldTests {
  private func councilTax(bandD: String = "1,551.29", base: String = "61,500.0") -> String {
    """
    Council tax £000\t2026-27\t2027-28\t2028-29
    Band D (£)\t£1,500.00\t£\(bandD)\t£1,600.00
    Tax base\t60,000.0\t\(base)\t62,000.0
    Council tax\t(90,000)\t(95,404)\t(99,200)
    Pay pressures\t95,000\t97,000\t99,500
    Budget gap\t5,000\t1,596\t300

    """
  }

  private func questions(_ text: String) throws -> [String] {
    try ImportSample.imported(text, path: "table.tsv").questions.map(\.text)
  }

  @Test func `a band D times its tax base that is the council tax is said and not asked`() throws {
    let imported = try ImportSample.imported(councilTax(), path: "table.tsv")
    #expect(
      imported.notes.contains { $0.contains("'Band D (£)' times 'Tax base' is 'Council tax'") })
    #expect(!imported.questions.contains { $0.text.contains("misprint") })
  }

  @Test(arguments: [("1,515.29", "61,500.0"), ("1,551.29", "65,100.0")])
  func `a misprinted band D or tax base is asked about, with its year`(
    bandD: String, base: String
  ) throws {
    let imported = try ImportSample.imported(
      councilTax(bandD: bandD, base: base), path: "table.tsv")
    let asked = imported.questions.filter {
      $0.text.hasPrefix(
        "Which of 'Band D (£)', 'Tax base' and 'Council tax' is misprinted in 2027-28?")
    }
    #expect(asked.map(\.row) == [2])
    #expect(imported.text.contains("Which of 'Band D (£)', 'Tax base'"))
  }

  @Test func `rows that nothing holds are asked about`() throws {
    let text = """
      Plan £000\t2026-27\t2027-28
      Pay pressures\t900\t1,000
      Savings\t(400)\t(300)
      Budget gap\t500\t700
      Pay award\t2.0%\t3.0%

      """
    let asked = try questions(text)
    #expect(asked.contains { $0.hasPrefix("Are the figures of 'Pay award' printed right?") })
  }

  @Test(arguments: [1, 2, 3])
  func `a misprinted opening is an opening still, and its cell alone does not hold`(
    year: Int
  ) throws {
    var openings = ["100,000", "107,000", "112,500", "119,000"]
    openings[year] = "109,990"
    let text = """
      Revenue plan £000\t2026-27\t2027-28\t2028-29\t2029-30
      Opening budget\t\(openings.joined(separator: "\t"))
      Pay pressures\t8,000\t7,500\t8,200\t9,000
      Savings\t(1,000)\t(2,000)\t(1,700)\t(2,500)
      Closing budget\t107,000\t112,500\t119,000\t125,500

      """
    let imported = try ImportSample.imported(text, path: "table.tsv")
    #expect(imported.reconciliation.count(.wrong) == 1)
    let row = try #require(imported.rows.first { $0.title == "Opening budget" })
    #expect(row.formula == "previous(closing-budget)")
    let asked = imported.questions.filter { $0.text.hasPrefix("Is 'Opening budget' what it is") }
    #expect(asked.map(\.row) == [2])
  }
}
