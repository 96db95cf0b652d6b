import Testing

@testable import FinanceModel

@Suite struct MutationPositionTests {
  /// Lines, section totals and grand totals, in the base column, the first year and the last.
  @Test func `a misprint in any cell of any table of the project is reported once`() throws {
    for (path, plan) in try MutationTable.all() {
      for published in plan.published {
        let table = try MutationTable(plan, published)
        for place in table.places where table.before(place)?.verdict == .exact {
          guard let figure = table.cell(place).figure else { continue }
          let text = table.text(
            figure.trillionths + 1000 * table.style(place).lastPlace.step, at: place)
          let changed = try table.changed(table.replacing(place, by: text))
          let title = table.table.rows[place.row].title
          #expect(changed.map(\.place) == [place], "\(path): \(title), cell \(place.cell)")
          #expect(changed.map(\.cell.verdict) == [.wrong], "\(path): \(title), cell \(place.cell)")
        }
      }
    }
  }
}
