import Foundation
import Testing

@testable import FinanceModel

/// What must come out of one council's published tables, written down by hand from the paper.
struct PublishedCase: CustomTestStringConvertible, Sendable {
  /// Its folder under `Scenarios`.
  let folder: String
  /// How many cells each of its published tables has.
  let cells: [String: Int]
  /// The cells that are not exact.
  var special: [Special] = []
  var claims: [String: Verdict] = [:]
  var status: Int32 = 0

  struct Special: Sendable {
    let table: String
    /// The id of the plan's row.
    let row: String
    let column: String
    let published: String
    let verdict: Verdict
    /// Published less computed, and the bound, as the table prints them.
    let difference: String
    let bound: String
  }

  var testDescription: String { folder }
  var path: String { "\(OtherCouncilsCommand.project)/Scenarios/\(folder)" }
}

@Suite struct OtherCouncilsTests {
  static let cases = [
    PublishedCase(
      folder: "east-sussex-2026", cells: ["published.tsv": 27 * 4],
      claims: ["deficit-2028-29": .exact]),
    PublishedCase(
      folder: "gateshead-2023",
      cells: ["published.tsv": 7 * 6, "published-annual.tsv": 4],
      special: [
        PublishedCase.Special(
          table: "published.tsv", row: "gap-before-reserves", column: "2024-25",
          published: "36.860", verdict: .rounding, difference: "0.001", bound: "0.0015"),
        PublishedCase.Special(
          table: "published.tsv", row: "gap-before-reserves", column: "2027-28",
          published: "55.191", verdict: .rounding, difference: "-0.001", bound: "0.0015"),
        PublishedCase.Special(
          table: "published.tsv", row: "cumulative-gap", column: "2023-24",
          published: "10.657", verdict: .rounding, difference: "0.001", bound: "0.0015"),
        PublishedCase.Special(
          table: "published-annual.tsv", row: "annual-gap", column: "2024-25",
          published: "19.139", verdict: .rounding, difference: "0.001", bound: "0.0015"),
      ],
      claims: ["gap-55m": .rounding]),
    PublishedCase(
      folder: "gateshead-2024", cells: ["published.tsv": 2],
      special: [
        PublishedCase.Special(
          table: "published.tsv", row: "balanced-budget", column: "2028-29", published: "0.000",
          verdict: .wrong, difference: "2.771", bound: "0.0010")
      ], status: 1),
    PublishedCase(folder: "gateshead-gap", cells: ["published.tsv": 10]),
    PublishedCase(folder: "maidstone-risks", cells: ["published.tsv": 6 * 5]),
    PublishedCase(
      folder: "wiltshire-adoption",
      cells: [
        "published.tsv": 14 * 4, "published-paragraph-31.tsv": 4, "published-paragraph-28.tsv": 2,
      ],
      special: [
        PublishedCase.Special(
          table: "published.tsv", row: "actual-total", column: "2016-17", published: "2,417,679",
          verdict: .rounding, difference: "-1", bound: "3.0")
      ],
      claims: [
        "adoption-2016-17": .noted, "allowances-2014-15": .exact,
        "guardianship-2014-15-apart": .noted,
      ]),
  ]

  @Test(arguments: cases)
  func `every published cell of another council has the verdict that its paper deserves`(
    expected: PublishedCase
  ) throws {
    let result = try Plan(contentsOf: "\(expected.path)/plan.yaml").reconciled()
    var counts: [String: Int] = [:]
    var open = expected.special
    for cell in result.cells {
      counts[cell.table, default: 0] += 1
      let row = result.plan.rows[cell.row].id?.name
      let index = open.firstIndex {
        $0.table == cell.table && $0.row == row && $0.column == name(cell.column, result.plan)
      }
      guard let index else {
        #expect(cell.verdict == .exact, "\(cell.published.text) in row \(row ?? "heading")")
        continue
      }
      let special = open.remove(at: index)
      #expect(cell.published.text == special.published)
      #expect(cell.verdict == special.verdict)
      let difference = try figure(special.difference, result.plan)
      let bound = try figure(special.bound, result.plan)
      #expect(cell.difference == difference)
      #expect(cell.bound == bound)
    }
    #expect(counts == expected.cells)
    #expect(open.isEmpty)
    let claims = result.claims.map { ($0.claim.id.name, $0.verdict) }
    #expect(Dictionary(uniqueKeysWithValues: claims) == expected.claims)
  }

  @Test(arguments: cases)
  func `reconcile ends with 1 where a published cell is wrong, and with 0 elsewhere`(
    expected: PublishedCase
  ) throws {
    let outcome = try OtherCouncilsCommand.run(["reconcile", "\(expected.path)/plan.yaml"])
    #expect(outcome.status == expected.status)
    for special in expected.special { #expect(outcome.shown.contains(special.published)) }
  }

  @Test(arguments: cases)
  func `no titled row of a published table is left out`(expected: PublishedCase) throws {
    let plan = try Plan(contentsOf: "\(expected.path)/plan.yaml")
    for table in plan.published {
      let text = try String(contentsOfFile: "\(expected.path)/\(table.name)", encoding: .utf8)
      let titles = text.split(separator: "\n").dropFirst()
        .map { $0.prefix { $0 != "\t" } }.filter { !$0.isEmpty }.map(String.init)
      #expect(titles == table.rows.map(\.title))
    }
  }

  @Test func `the gap of Gateshead is the same by its formula and by the engine`() throws {
    let result = try Plan(contentsOf: "\(Self.cases[3].path)/plan.yaml").reconciled()
    #expect(result.identities.count == 10)
    #expect(result.identities.allSatisfy { $0.verdict == .exact })
  }

  @Test func `the two cuts of the adoption allowances stand side by side`() throws {
    let outcome = try OtherCouncilsCommand.run(["table", "\(Self.cases[5].path)/plan.yaml"])
    let rows = outcome.shown.split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["Adoption", "allowances", "(all", "types)", "667,443", "667,443"]))
    #expect(rows.contains(["Other", "(SGO)", "201,269"]))
    #expect(rows.contains(["Special", "Guardianship", "Allowances", "655,490"]))
  }

  private func name(_ column: PublishedTable.Column, _ plan: Plan) -> String {
    switch column {
    case .position(let column): plan.name(ofColumn: column)
    case .total: "total"
    }
  }

  private func figure(_ text: String, _ plan: Plan) throws -> Quantity? {
    try AmountText(text, unit: plan.unit).cell.figure
  }
}
