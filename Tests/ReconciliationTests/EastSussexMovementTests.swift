import Testing

@testable import FinanceModel

/// The movement that East Sussex published, made from a plan and its successor.
@Suite struct EastSussexMovementTests {
  private static let folder = "\(OtherCouncilsCommand.project)/Scenarios/east-sussex-2026"
  /// What the page calls the rows that every movement has.
  private static let titles = [
    "Council 11 February 2025 DEFICIT": "Remaining gap, Plan approved in February 2025",
    "Total After Carry Forward": "After the gap carried forward",
    "DEFICIT AFTER UPDATES": "Remaining gap, Plan after the updates",
  ]

  private func movement(to name: String = "updated-2026") throws -> Movement {
    try Question(contentsOf: "\(Self.folder)/approved-2025.yaml")
      .movement(to: Question(contentsOf: "\(Self.folder)/\(name).yaml"))
  }

  @Test func `every cell of the published movement is what the two plans give`() throws {
    let text = try String(contentsOfFile: "\(Self.folder)/published.tsv", encoding: .utf8)
    let published = PublishedText(text, skipped: 2).rows
    let report = Report.movement(try movement(), style: ReportStyle(effect: .annual))
    let table = try #require(
      report.blocks.compactMap { block -> ReportTable? in
        if case .table(let table) = block { table } else { nil }
      }.first)
    #expect(table.unit == .millions)
    #expect(table.columns == ["Ref", "2026-27", "2027-28", "2028-29", "Total"])
    #expect(table.rows.count == published.count)
    var compared = 0
    for (row, (title, cells)) in zip(table.rows, published) {
      #expect(row.label == Self.titles[title] ?? title)
      let shown = row.cells.map { $0.text(in: .millions) }
      for (column, cell) in cells.enumerated() {
        #expect(column < shown.count ? shown[column] == cell : cell.isEmpty, "\(title), \(column)")
        compared += 1
      }
    }
    #expect(compared == 27 * 5)
  }

  @Test func `the deficits of the approved plan are the published ones`() throws {
    let result = try Plan(contentsOf: "\(Self.folder)/approved-2025.yaml").reconciled()
    #expect(result.claims.map(\.verdict) == [.exact, .exact, .exact])
  }

  @Test func `the deficit carried forward is the one that the approved plan leaves`() throws {
    let movement = try movement()
    #expect(movement.wrongCarriedGap == nil)
    #expect(movement.carried.map(\.id.name) == ["carried-forward"])
    #expect(movement.rows.map(\.kind).filter { $0 == .removed }.count == 3)
  }

  @Test func `it agrees with the plan that holds the published movement as a table`() throws {
    let table = try Plan(contentsOf: "\(Self.folder)/plan.yaml").forecast()
    #expect(table.gap?.annual[.remaining] == (try movement()).closing(.annual))
  }
}
