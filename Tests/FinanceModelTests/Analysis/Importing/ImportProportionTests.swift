import Testing

@testable import FinanceModel

/// A large table takes work in proportion to its rows, and is read like a small one.
@Suite struct ImportProportionTests {
  /// Groups of eleven lines and a row below them: their total, or figures that nothing makes.
  private func table(groups: Int, adds: (Int) -> Bool, title: String) -> String {
    var random = SplitMix64(seed: 11)
    var text = "Budget changes £000\t2026-27\t2027-28\t2028-29\t2029-30\n"
    for group in 0..<groups {
      var sums = [0, 0, 0, 0]
      for line in 0..<12 {
        let figures = (0..<4).map { _ in 1 + Int(random.next() % 99_999) }
        let isLast = line == 11
        let shown = isLast && adds(group) ? sums : figures
        text += "\(isLast ? title : "Service \(line)") of group \(group)\t"
        text += shown.map(String.init).joined(separator: "\t") + "\n"
        sums = zip(sums, figures).map(+)
      }
    }
    return text
  }

  /// How many figures are added and compared, until it is known which rows are totals.
  private func work(_ text: String) throws -> Int {
    let grid = try GridReader.grid(
      of: TableText(Array(text.utf8), path: "table.tsv"))
    let table = try RecognisedTable(grid, options: ImportOptions(), log: ImportLog())
    #expect(!table.figures.isExhausted)
    return table.figures.work
  }

  @Test(arguments: ["Total", "Net budget", "Other services"])
  func `twice the rows take about twice the work, also where nothing adds`(title: String) throws {
    for adds in [{ _ in false }, { $0.isMultiple(of: 2) }] as [(Int) -> Bool] {
      let small = try work(table(groups: 60, adds: adds, title: title))
      let large = try work(table(groups: 120, adds: adds, title: title))
      #expect(large * 10 < small * 28, "\(small) and \(large)")
      #expect(large < 1_440 * 6_000, "\(large)")
    }
  }

  @Test func `in a table of 1,500 rows every total is found, and what does not add is asked`()
    throws
  {
    let text = table(groups: 125, adds: { $0 != 60 }, title: "Total")
    let imported = try TableImport(Array(text.utf8), path: "table.tsv")
    #expect(imported.rows.count == 1_500)
    let totals = imported.rows.filter { $0.kind == .total }
    #expect(totals.map(\.title) == (0..<125).map { "Total of group \($0)" })
    let sections = imported.plan.rows.count { $0.line != nil }
    #expect(sections == 125 * 11)
    #expect(imported.reconciliation.count(.wrong) == 4)
    #expect(imported.reconciliation.count(.exact) == 6_000 - 4)
    let asked = imported.questions.filter { $0.row != nil }.map(\.text)
    #expect(asked.count == 1)
    #expect(asked.first?.contains("'Total of group 60' the total of the 11 rows") == true)
  }
}
