import Testing

@testable import FinanceModel

/// Wiltshire's plan and its driven twin against the table as published, cell by cell.
@Suite struct WiltshireTests {
  private static let plans = ["plan.yaml", "driven.yaml"]

  private func count(_ cells: [PublishedText.Cell]) -> [Int] {
    let figures = cells.count { if case .figure = $0 { true } else { false } }
    let notes = cells.count { if case .note = $0 { true } else { false } }
    return [figures, cells.count { $0 == .blank }, cells.count { $0 == .dash }, notes]
  }

  @Test func `the published table has 175 figures, 111 blanks, 2 dashes and 2 notes`() throws {
    let cells = try Wiltshire.published().cells.flatMap { $0 }
    #expect(count(cells) == [175, 111, 2, 2])
    #expect(cells.count == 58 * 5)
  }

  @Test(arguments: plans)
  func `every cell comes out as published`(file: String) throws {
    let published = try Wiltshire.published()
    let plan = try Plan(contentsOf: Wiltshire.path(file))
    let forecast = try plan.forecast()
    let printed = plan.rows.indices.filter { plan.rows[$0].isPrinted }
    #expect(printed.map { plan.rows[$0].title } == published.rows.map(\.title))
    for (row, cells) in zip(printed, published.cells) {
      for (column, cell) in cells.enumerated() {
        let place = "\(plan.rows[row].title) \(Wiltshire.years[column])"
        let printed = forecast.printed[row]
        let computed = printed.isEmpty ? .blank : printed[column].cell
        switch cell {
        case .figure(let thousandths):
          #expect(computed.money == Money(pounds: Int64(thousandths) * 1000), "\(place)")
        case .blank, .dash:
          #expect(computed.money ?? .zero == .zero, "\(place)")
        case .note(let text):
          #expect(plan.rows[row].details?.text[column] == text, "\(place)")
        }
      }
    }
  }

  @Test(arguments: plans)
  func `the table is printed with its blanks, dashes and notes where they were`(
    file: String
  ) throws {
    let forecast = try Plan(contentsOf: Wiltshire.path(file)).forecast()
    guard case .object(let table) = forecast.tableJSON(),
      case .array(let rows)? = table.first(where: { $0.0 == "rows" })?.1
    else {
      Issue.record("no rows")
      return
    }
    let published = try Wiltshire.published()
    #expect(rows.count == published.rows.count)
    for (row, expected) in zip(rows, published.rows) {
      guard case .object(let row) = row,
        case .array(let cells)? = row.first(where: { $0.0 == "cells" })?.1
      else { continue }
      let texts = cells.map { cell in if case .string(let text) = cell { text } else { "" } }
      let plain = expected.cells.map { text in
        text.hasPrefix("(") && text.hasSuffix(")") ? "-" + text.dropFirst().dropLast() : text
      }
      #expect(texts == plain, "\(expected.title)")
    }
  }

  @Test(arguments: plans)
  func `every cell is exact`(file: String) throws {
    let found = try Plan(contentsOf: Wiltshire.path(file)).reconciled()
    #expect(found.count(.exact) == 290)
    #expect(found.cells.count == 290)
    #expect(!found.hasFindings)
    let published = try Wiltshire.published()
    #expect(found.cells.map(\.published.text) == published.rows.flatMap(\.cells))
  }

  @Test(arguments: plans)
  func `required, remaining and structural come out as published`(file: String) throws {
    let gap = try #require(try Plan(contentsOf: Wiltshire.path(file)).forecast().gap)
    func thousands(_ kind: GapKind, _ effect: Series) -> [Int] {
      gap.series(kind, effect)?.values.map { Int($0.trillionths / 1_000_000_000_000_000) } ?? []
    }
    let published = try Wiltshire.published()
    let row = published.rows.firstIndex { $0.title == "TOTAL COST REDUCTION PLAN REQUIRED" }
    let required = published.cells[try #require(row)].dropFirst().map { cell in
      if case .figure(let figure) = cell { figure } else { 0 }
    }
    #expect(required == [7521, 19_198, 11_640, 14_089])
    #expect(thousands(.required, .annual) == required)
    #expect(thousands(.plan, .annual) == required.map { -$0 })
    #expect(thousands(.remaining, .annual) == [0, 0, 0, 0])
    #expect(thousands(.remaining, .cumulative) == [0, 0, 0, 0])
    #expect(thousands(.structural, .cumulative) == [7800, 0, 0, 0])
    // Without £6.000m of reserves the first year needs more, and the second less.
    #expect(thousands(.beforeReserves, .annual) == [13_521, 13_198, 11_640, 14_089])
    #expect(gap.unwinding == .zero)
    #expect(gap.base == .zero)
  }
}
