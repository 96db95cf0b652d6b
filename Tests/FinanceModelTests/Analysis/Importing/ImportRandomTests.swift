import Testing

@testable import FinanceModel

/// Any table that adds up, in any style, makes a plan that agrees with it and has its gap.
@Suite struct ImportRandomTests {
  @Test(arguments: UInt64(1)...300)
  func `a table by chance reconciles and has the gap that its lines have`(seed: UInt64) throws {
    let table = RandomTable(seed: seed)
    let imported = try ImportSample.imported(table.text, path: table.path)
    #expect(imported.reconciliation.count(.wrong) == 0)
    #expect(imported.reconciliation.count(.rounding) == 0)
    #expect(imported.rows.count { $0.hasFigures } == table.figureRows)
    let required = try #require(imported.forecast.gap?.series(.required, .annual))
    let isRead = required.values == table.required.map { Money(pounds: Int64($0) * 1000) }
    // Savings that cost on the whole may be read as pressures, if that is asked.
    let isAsked = imported.questions.contains {
      $0.text.contains("savings'") && $0.text.contains(" to the gap: a cost, ")
    }
    #expect(isRead || (table.isDoubtful && isAsked), "\(table.text)")
    #expect(imported.gap?.kind == .remaining)
  }

  @Test(arguments: UInt64(1)...60)
  func `what is written is the same every time, and reads as it was written`(seed: UInt64) throws {
    let table = RandomTable(seed: seed)
    let imported = try ImportSample.imported(table.text, path: table.path)
    #expect(try ImportSample.imported(table.text, path: table.path).text == imported.text)
    let files = Dictionary(
      uniqueKeysWithValues: imported.files.map {
        ($0.name, SourceFile(path: $0.name, bytes: $0.bytes))
      })
    let plan = try PlanLoader.plan(
      SourceFile(path: "plan.yaml", text: imported.text), beside: files)
    #expect(try plan.reconciled().count(.exact) == imported.reconciliation.count(.exact))
  }
}
