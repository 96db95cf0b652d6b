import Foundation
import Testing

@testable import FinanceModel

/// Lines that come from a table that a spreadsheet saved. The figures are invented.
@Suite struct OtherCouncilsLinesTests {
  @Test func `blank rows and columns of a table of lines are passed over`() throws {
    let plan = try plan("id,title,,2026/27,2027/28,,\na,Alpha,,1,2,,\n,,,,,,\n\nb,Beta,,3,4,,\n")
    #expect(plan.rows.compactMap { $0.id?.name } == ["a", "b", "twice"])
  }

  @Test(arguments: [
    ("id,title,2026/27,2027/28,Directorate\na,Alpha,1,2,People\n", "take the column out"),
    ("id,title,2026/27,2027/28,ownr\na,Alpha,1,2,People\n", "the nearest is 'owner'"),
    ("id,title,2026/27,2027/28,2026/27\na,Alpha,1,2,3\n", "take one of the two out"),
    ("id,title,2026/27,2027/28\na,Alpha, and Omega,1,2\n", "in quotes"),
    ("id,title,2026/27,2027/28\na,Alpha,1\n", "keep the separators"),
    ("id,title,2026/27,2027/28\na,\"Alpha,1,2\n", "close it"),
  ])
  func `a table of lines that does not fit has one fault, with its remedy`(
    lines: String, remedy: String
  ) throws {
    do {
      _ = try plan(lines)
      Issue.record("it was read")
    } catch let faults as Diagnostics {
      #expect(faults.all.count == 1)
      #expect(faults.all.first?.help?.contains(remedy) == true)
    }
  }

  private func plan(_ lines: String) throws -> Plan {
    let folder = NSTemporaryDirectory() + "mtfs-lines-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try lines.write(toFile: "\(folder)/lines.csv", atomically: false, encoding: .utf8)
    let plan = """
      plan: p
      title: Invented
      unit: £000
      gap: none
      years: [2026-27, 2027-28]
      sections:
        - { id: all, lines: lines.csv }
        - { id: twice, title: Twice, figure: "= a + a" }
      """
    try plan.write(toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
    return try Plan(contentsOf: "\(folder)/plan.yaml")
  }
}
