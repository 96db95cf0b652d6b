import Foundation
import Testing

@testable import FinanceModel

@Suite struct OtherCouncilsInventedTests {
  @Test(arguments: InventedTable.all)
  func `a correct table raises no alarm`(table: InventedTable) throws {
    let result = try reconciled(table, published: table.published)
    #expect(result.count(.exact) == table.exact)
    #expect(result.count(.rounding) == table.rounding)
    #expect(result.cells.count == table.exact + table.rounding)
    #expect(!result.hasFindings)
  }

  @Test(arguments: InventedTable.all)
  func `one fault makes one cell wrong, with its cause`(table: InventedTable) throws {
    let faulty = table.published.replacingOccurrences(of: table.fault.from, with: table.fault.to)
    #expect(faulty != table.published)
    let result = try reconciled(table, published: faulty)
    let wrong = result.cells.filter { $0.verdict == .wrong }
    let cell = try #require(wrong.first)
    #expect(wrong.count == 1)
    #expect(result.plan.rows[cell.row].id?.name == table.fault.row)
    #expect(result.plan.name(cell.column) == table.fault.column)
    #expect(cell.suggestion?.contains(table.fault.cause) == true)
    #expect(result.count(.rounding) == table.rounding)
  }

  private func reconciled(_ table: InventedTable, published: String) throws -> Reconciliation {
    let folder = NSTemporaryDirectory() + "mtfs-invented-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try published.write(toFile: "\(folder)/published.csv", atomically: false, encoding: .utf8)
    try table.plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
    return try Plan(contentsOf: "\(folder)/plan.yaml").reconciled()
  }
}
