import Foundation
import Testing

@testable import FinanceModel

/// Which published row and column is which of the plan's. The tables are invented.
@Suite struct OtherCouncilsMatchingTests {
  @Test func `blank rows and columns between the others are no part of the table`() throws {
    let result = try reconciled(
      "£m,,2026/27,,2027/28,\n,,,,,\nPay,,1.0,,2.0,\n\n,,,,,\nCare,,3.0,,4.0,\n,,,,,\n",
      rows: [("pay", "Pay", "1.0, 2.0"), ("care", "Care", "3.0, 4.0")])
    #expect(result.cells.count == 4)
    #expect(result.count(.exact) == 4)
  }

  @Test func `a column with figures and no heading is not passed over`() {
    #expect(codes("£m,,2026/27,2027/28\nPay,9.0,1.0,2.0\n") == [.publishedColumn])
  }

  @Test func `a row that the plan names is not matched again by its title`() {
    let mapping = ", row: { 2: pay }"
    #expect(codes("£m,2026/27,2027/28\nPay,1.0,2.0\nPay,1.0,2.0\n", mapping) == [.publishedRow])
    #expect(codes("£m,2026/27,2027/28\nPay,1.0,2.0\n", mapping) == [])
  }

  @Test func `a title that the plan names may stand in one row only`() {
    let table = "£m,2026/27,2027/28\nWages,1.0,2.0\nWages,1.0,2.0\n"
    #expect(codes(table, ", row: { Wages: pay }") == [.publishedAmbiguous])
    #expect(codes(table, ", row: { 2: pay, 3: pay }") == [])
  }

  @Test func `a mapping of a row that is not there is a fault`() {
    let table = "£m,2026/27,2027/28\nPay,1.0,2.0\n"
    #expect(codes(table, ", row: { Pya: pay }") == [.publishedRow])
    #expect(codes(table, ", row: { 3: pay }") == [.publishedRow])
    #expect(codes(table, ", row: { 2: pya }") == [.unknownName])
  }

  @Test func `a total under a row that the plan names is the next`() throws {
    let result = try reconciled(
      "£m,2026/27,2027/28\nWages,1.0,2.0\nTotal,1.0,2.0\nCare,3.0,4.0\nTotal,3.0,4.0\n",
      rows: [
        ("pay", "Pay", "1.0, 2.0"), ("first", "Total", "1.0, 2.0"), ("care", "Care", "3.0, 4.0"),
        ("second", "Total", "3.0, 4.0"),
      ], mapping: ", row: { Wages: pay }")
    #expect(result.count(.exact) == 8)
  }

  @Test func `a row that stands out of order does not carry the others with it`() throws {
    let result = try reconciled(
      "£m,2026/27,2027/28\nPay,1.0,2.0\nCosts,3.0,4.0\nTotal,1.0,2.0\nTotal,3.0,4.0\n",
      rows: [
        ("pay", "Pay", "1.0, 2.0"), ("first", "Total", "1.0, 2.0"), ("care", "Care", "3.0, 4.0"),
        ("second", "Total", "3.0, 4.0"),
      ], mapping: ", row: { Costs: care }")
    #expect(result.count(.exact) == 8)
  }

  /// What is wrong with a table of one plan row, `Pay` with 1.0 and 2.0.
  private func codes(_ published: String, _ mapping: String = "") -> [DiagnosticCode] {
    do {
      _ = try reconciled(published, rows: [("pay", "Pay", "1.0, 2.0")], mapping: mapping)
      return []
    } catch let faults as Diagnostics {
      return faults.all.map(\.code)
    } catch {
      Issue.record(error)
      return []
    }
  }

  private func reconciled(
    _ published: String, rows: [(id: String, title: String, figures: String)], mapping: String = ""
  ) throws -> Reconciliation {
    let lines = rows.map { "  - { id: \($0.id), title: \($0.title), level: [\($0.figures)] }\n" }
    let folder = NSTemporaryDirectory() + "mtfs-match-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try published.write(toFile: "\(folder)/published.csv", atomically: false, encoding: .utf8)
    let plan = """
      plan: p
      title: Invented
      unit: £m
      decimals: 1
      gap: none
      years: [2026-27, 2027-28]
      sections:
      \(lines.joined())published: [{ table: published.csv\(mapping) }]
      """
    try plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
    return try Plan(contentsOf: "\(folder)/plan.yaml").reconciled()
  }
}
