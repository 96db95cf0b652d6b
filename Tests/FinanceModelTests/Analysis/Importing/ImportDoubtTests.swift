import Testing

@testable import FinanceModel

/// What a table does not say is asked, and what is no table is refused with what to do instead.
@Suite struct ImportDoubtTests {
  @Test func `a total that does not add is proposed as one, with a question`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2027/28,2028/29
      Pay,1.200,1.300,1.400
      Energy,0.500,0.200,0.100
      Care,2.000,2.100,2.200
      Total pressures,3.700,3.900,3.700
      Council tax,(1.000),(1.100),(1.200)
      Total funding,(1.000),(1.100),(1.200)
      Gap,2.700,2.800,2.500
      """)
    #expect(imported.hasFindings)
    #expect(imported.reconciliation.count(.wrong) == 1)
    #expect(
      imported.questions.contains {
        $0.row == 5 && $0.text.contains("does not add in 1 of 3 columns")
      })
    #expect(
      imported.text.contains("    # Question 1: Is 'Total pressures' the total of the 3 rows"))
  }

  @Test(arguments: ["1.2 est", "4.496 -5", "12..3", "1 23", "2.0 or 3.0"])
  func `digits that are no figure stay as words and are asked about`(cell: String) throws {
    let imported = try ImportSample.imported(
      "£m,2026/27,2027/28\nPay,\(cell),1.3\nEnergy,0.1,0.2\nTotal pressures,0.1,1.5\n")
    #expect(imported.questions.contains { $0.row == 2 && $0.text.contains("'\(cell)'") })
    #expect(imported.rows[0].cells[0].form == .unread)
    #expect(imported.reconciliation.count(.exact) == 6)
  }

  @Test func `an unknown unit, basis and role are each asked about`() throws {
    let imported = try ImportSample.imported(
      "Budget gaps by team,2026/27,2027/28\nAlpha,12,900\nBeta,300,-\nSavings,(5),(80)\n")
    let questions = imported.questions.map(\.text)
    #expect(questions.contains { $0.hasPrefix("In what unit are the figures?") })
    #expect(questions.contains { $0.hasPrefix("Are the figures ") })
    #expect(questions.contains { $0.hasPrefix("What are 'Alpha', 'Beta' to the gap") })
    for (number, question) in questions.enumerated() {
      let words = "Question \(number + 1): \(question)".split(separator: " ")
      let text = imported.text.split { " \n#".contains($0) }
      #expect(text.indices.contains { text[$0...].starts(with: words) }, "\(question)")
    }
  }

  @Test func `what is said beforehand is not asked`() throws {
    let options = ImportOptions(
      title: "Gaps", id: "gaps", authority: "Riverton", unit: .millions,
      years: [2026, 2027].compactMap(FinancialYear.init(start:)))
    let imported = try ImportSample.imported(
      "Team,Year 1,Year 2\nPressures,1.2,0.4\nSavings,(0.5),(0.8)\n", options: options)
    #expect(imported.plan.id.name == "gaps")
    #expect(imported.plan.authority == "Riverton")
    #expect(imported.plan.years.years.map(\.description) == ["2026-27", "2027-28"])
    #expect(!imported.questions.contains { $0.text.contains("--unit") })
    ImportSample.expectExact(imported)
  }

  @Test(
    arguments: [
      ("£m,Year 1,Year 2\nPay,1,2\n", "no column is headed by a year"),
      ("£m,2026,2027\nPay,1.5,2.5\n", "may be 2025-26 or 2026-27"),
      ("£m,2026/27\nPay,\nPrices,\n", "no row below the headings has a figure"),
      ("", "the table is empty"), ("%PDF-1.7\n", "this is a PDF"),
      ("<html><table></table>", "a page of markup"), ("\u{1}\0\u{2}\0\0", "the file is not text"),
    ])
  func `what is no table with years is refused`(text: String, message: String) throws {
    let fault = try ImportSample.fault(Array(text.utf8))
    #expect(fault.message.contains(message))
    #expect(fault.label != nil)
  }

  @Test func `two columns of one year and a column of something else are asked about`() throws {
    let imported = try ImportSample.imported(
      """
      £m,2026/27,2026/27,2027/28,Change
      Pay,1.2,1.3,1.4,0.7
      Savings,(0.5),(0.5),(0.6),0.2
      """)
    #expect(imported.questions.contains { $0.text.hasPrefix("Two columns are of 2026-27") })
    #expect(imported.questions.contains { $0.text.hasPrefix("What is the column 'Change'?") })
    ImportSample.expectExact(imported)
  }

  @Test func `money that comes and goes is asked about, not made a one-off`() throws {
    let imported = try ImportSample.imported(
      """
      Budget changes £m,2026/27,2027/28,2028/29
      Pay pressures,2.100,1.900,2.400
      Elections,0.400,(0.400),-
      Budget gap,2.500,1.500,2.400
      """)
    #expect(imported.questions.contains { $0.text.hasPrefix("Is 'Elections' money for one year") })
    #expect(imported.text.contains("recurring: [0.400, (0.400), \"-\"]"))
    ImportSample.expectExact(imported)
  }

  @Test func `hostile titles make no other plan`() throws {
    let imported = try ImportSample.imported(
      """
      £m\t2026/27\t2027/28
      }, evil: [yes] # gone\t1.2\t1.3
      "&a *b\t0.1\t0.2
      = sum(pay)\t0.3\t0.3
      total\t1.6\t1.8
      """, path: "a\nb: c.tsv")
    ImportSample.expectExact(imported)
    #expect(imported.plan.rows.contains { $0.title == "}, evil: [yes] # gone" })
    #expect(!imported.text.contains("\nb: c"))
  }
}
