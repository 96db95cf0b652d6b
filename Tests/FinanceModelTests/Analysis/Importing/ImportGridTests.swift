import Testing

@testable import FinanceModel

/// How a text is parted into cells, and what its headings and cells are read as.
@Suite struct ImportGridTests {
  // MARK: Commas that group thousands

  private static let pounds = [
    ["£", "2025/26", "2026/27", "2027/28"],
    ["Net cost of services", "11,204,500", "11,653,210", "11,998,730"],
    ["Council tax", "(7,102,200)", "(7,303,100)", "(7,509,500)"],
    ["Business rates", "(4,102,300)", "(4,203,110)", "(4,289,000)"],
    ["Budget gap", "0", "147,000", "200,230"],
  ]

  @Test(arguments: [("table.csv", ";"), ("page.txt", " "), ("page.txt", "   "), ("a.txt", "\t")])
  func `commas within whole pounds part no cells`(path: String, separator: String) throws {
    let text = Self.pounds.map { $0.joined(separator: separator) }.joined(separator: "\n")
    let imported = try ImportSample.imported(text + "\n", path: path)
    #expect(imported.plan.years.years.count == 3)
    #expect(imported.plan.unit == .pounds)
    #expect(imported.rows[0].cells.map(\.text) == ["11,204,500", "11,653,210", "11,998,730"])
    #expect(!imported.questions.contains { $0.text.contains("more headings") })
    ImportSample.expectExact(imported)
  }

  @Test func `decimal commas are refused by name`() throws {
    let fault = try ImportSample.fault(
      Array("£m;2025/26;2026/27\nPay;4,1;3,9\nTax;(3,95);(4,05)\n".utf8))
    #expect(fault.message == "the figures have decimal commas, such as '4,1'")
  }

  // MARK: Years

  @Test func `years out of order are asked about`() throws {
    let imported = try ImportSample.imported(
      "Changes £m,2026/27,2025/26,2027/28\nPay pressures,3.1,3.4,2.2\nBudget gap,3.1,3.4,2.2\n")
    #expect(
      imported.questions.contains { $0.text.hasPrefix("Is a year above the columns misprinted?") })
    let backwards = try ImportSample.imported(
      "Changes £m,2027/28,2026/27,2025/26\nPay pressures,3.1,3.4,2.2\nBudget gap,3.1,3.4,2.2\n")
    #expect(!backwards.questions.contains { $0.text.contains("misprinted") })
    #expect(
      backwards.questions.contains { $0.text.hasPrefix("Do the years stand from the last to the") })
  }

  @Test(
    arguments: [
      ["Year 1 (2025/26)", "Year 2 (2026/27)"], ["31 Mar 2026", "31 Mar 2027"],
      ["March 2026", "March 2027"], ["31 March 2026", "31 March 2027"],
      ["April 2025 - March 2026", "April 2026 - March 2027"],
    ])
  func `a year is read from its number in brackets and from the month it ends in`(
    headings: [String]
  ) throws {
    for (path, separator) in [("table.csv", ","), ("page.txt", "   ")] {
      let rows = [
        ["Changes £m"] + headings, ["Pay pressures", "3.1", "3.4"], ["Gap", "3.1", "3.4"],
      ]
      let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\n")
      let imported = try ImportSample.imported(text + "\n", path: path)
      #expect(imported.plan.years.years.map(\.description) == ["2025-26", "2026-27"])
      #expect(imported.plan.years.history.isEmpty)
      ImportSample.expectExact(imported)
    }
  }

  @Test func `days in March above figures that one space parts are years`() throws {
    let imported = try ImportSample.imported(
      "£m 31 March 2026 31 March 2027\nPay pressures 3.1 3.0\nBudget gap 3.1 3.0\n", path: "a.txt")
    #expect(imported.plan.years.years.map(\.description) == ["2025-26", "2026-27"])
    #expect(imported.plan.years.history.isEmpty)
  }

  @Test(
    arguments: [
      ("Year,Pressures £m,Gap £m\n2025/26,24.1,0.5\n2026/27,18.3,4.1\n", "down the side"),
      ("2025/26 £000,Adults,Place\nPay,400,800\nBudget 2025/26,390,200\n", "of one year, 2025-26"),
    ])
  func `a table without years above columns is told where its years are`(
    text: String, message: String
  ) throws {
    #expect(try ImportSample.fault(Array(text.utf8)).message.contains(message))
  }

  // MARK: Cells

  @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
  func `a space that groups thousands is read, with one question`(space: String) throws {
    let imported = try ImportSample.imported(
      """
      Budget £000,2025/26,2026/27
      Net expenditure,12\(space)400,1\(space)012\(space)900
      Council tax,(8\(space)000),(8\(space)210)
      Budget gap,4\(space)400,1\(space)004\(space)690
      """)
    #expect(imported.rows[0].cells.map(\.text) == ["12400", "1012900"])
    #expect(imported.rows[1].cells.map(\.text) == ["(8000)", "(8210)"])
    #expect(
      imported.questions.map(\.text).filter { $0.contains("group thousands") }
        == [
          "Does the space in '12 400' of row 2 and in 5 more cells group thousands? It is read as 12400, "
            + "and stands so in published.tsv."
        ])
    ImportSample.expectExact(imported)
  }

  @Test func `one doubt in many cells is one question, and the headline counts words`() throws {
    let imported = try ImportSample.imported(
      """
      Budget £m,2025/26,2026/27,2027/28
      Pay pressures,4.1,3.9,3.8
      Council tax,[3.9],[4.0],[4.1]
      Grants,[1.9],[2.0],[2.1]
      """)
    let asked = imported.questions.map(\.text).filter { $0.hasPrefix("What figure") }
    #expect(asked.count == 1)
    #expect(asked.first?.hasPrefix("What figures are '[3.9]' of 'Council tax' in 2025-26") == true)
    #expect(asked.first?.contains(" and 3 more cells? They are none") == true)
    let report = Report.tableImport(imported).rendered(as: .markdown)
    #expect(report.contains("of which 6 are words and no figures"))
  }

  @Test func `the mark of a note at the end of a heading is no figure`() throws {
    let imported = try ImportSample.imported(
      """
      Changes £m                        2026/27  2027/28
      Cost pressures (1)
      Children's placements                7.11     2.75
      Energy                               5.59    16.34
      Total cost pressures                12.70    19.09
      """, path: "page.txt")
    #expect(imported.rows[0].kind == .heading)
    #expect(imported.rows[0].title == "Cost pressures (1)")
    ImportSample.expectExact(imported)
  }

  // MARK: Units and titles

  @Test func `columns of several units are asked about`() throws {
    let imported = try ImportSample.imported(
      "Plan,2025/26 £m,2026/27 £000\nPay pressures,4.1,\"3,900\"\nBudget gap,4.1,\"3,900\"\n")
    #expect(
      imported.questions.contains {
        $0.text.contains("several, £m in '2025/26 £m' and £000 in '2026/27 £000'")
      })
  }

  @Test func `thousands that end a title are the unit of its row`() throws {
    let imported = try ImportSample.imported(
      "Council tax,2024/25,2025/26\nBand D (£),1590.12,1669.47\nCouncil tax income £000,135494,143678\n",
      options: ImportOptions(unit: .pounds))
    #expect(imported.rows[1].unit == .thousands)
    #expect(
      imported.questions.contains { $0.text.hasPrefix("Is 'Council tax income £000' in £000") })
  }

  @Test(arguments: ["MTFS £m", "Changes £m", "Budget gap £m"])
  func `words beside the unit are a title`(corner: String) throws {
    let imported = try ImportSample.imported("\(corner),2025/26\nPay pressures,4.1\n")
    #expect(imported.plan.title == corner)
    #expect(!imported.questions.contains { $0.text.contains("--title") })
  }

  @Test(arguments: ["Description", "Description £m", "Appendix 1", "Table 3 £m", "£ million", "£m"])
  func `where a table stands is no title`(corner: String) throws {
    let imported = try ImportSample.imported("\(corner),2025/26\nPay pressures,4.1\n")
    #expect(imported.plan.title == "table")
    #expect(imported.notes.contains { $0.contains("--title") })
  }
}
