import Foundation
import Testing

@testable import FinanceModel

/// Random plans with random fields, regrouped by the rules alone.
@Suite struct NaiveRegroupingTests {
  @Test(arguments: 0..<6)
  func `600 random plans regroup as worked out naively, and add up to their gap`(
    batch: Int
  ) throws {
    for seed in 0..<100 {
      let seed = UInt64(batch * 100 + seed)
      let naive = NaivePlan(seed: seed)
      var random = SplitMix64(seed: seed)
      let values = naive.lines.map { _ in
        ["north", "south", "east", nil].randomElement(using: &random) ?? nil
      }
      let field = LineField.allCases.randomElement(using: &random) ?? .owner
      let isDeclared = Bool.random(using: &random)
      let regrouping = try plan(naive, field, values, isDeclared: isDeclared).forecast()
        .regrouped(by: field)
      let found = regrouping.groups.map { ($0.value, $0.lines.map(\.id.name)) }
      let expected = groups(naive, values, isDeclared: isDeclared)
      #expect(found.map(\.0) == expected.map(\.value))
      #expect(found.map(\.1) == expected.map { $0.lines.map(\.id) })
      for (group, naiveGroup) in zip(regrouping.groups, expected) {
        let sums = (0..<naive.years).map { year in
          naiveGroup.lines.reduce(0) { $0 + $1.sign * ($1.annual(year) ?? 0) }
        }
        #expect(thousands(regrouping.total(group, .annual)) == sums)
      }
      for year in 0..<naive.years {
        let sum = regrouping.groups.reduce(0) {
          $0 + thousands(regrouping.total($1, .annual))[year]
        }
        #expect(sum == naive.annual(.remaining, year))
      }
    }
  }

  /// The groups in order; lines in no gap are in none.
  private func groups(
    _ naive: NaivePlan, _ values: [String?], isDeclared: Bool
  ) -> [(value: String?, lines: [NaivePlan.Line])] {
    // The file holds one section after the other.
    let all = Array(zip(naive.lines, values))
    let lines = all.filter { !$0.0.isTurned } + all.filter(\.0.isTurned)
    var order: [String?] = isDeclared ? ["south", "east", "north"] : []
    let counted = lines.filter { $0.0.role != .memorandum }
    for (_, value) in counted where value != nil && !order.contains(value) { order.append(value) }
    return (order + [nil]).compactMap { value in
      let members = counted.filter { $0.1 == value }.map(\.0)
      return members.isEmpty ? nil : (value, members)
    }
  }

  private func plan(
    _ naive: NaivePlan, _ field: LineField, _ values: [String?], isDeclared: Bool
  ) throws -> Plan {
    var sections = naive.sections
    for (line, value) in zip(naive.lines, values) {
      guard let value else { continue }
      sections = sections.replacingOccurrences(
        of: "id: \(line.id),", with: "id: \(line.id), \(field.rawValue): \(value),")
    }
    let declared = "groups: { \(field.rawValue): { titles: { south: ~, east: ~, north: ~ } } }"
    let stated = naive.statedGap.map { "base-gap: £\($0)k" }
    return try Sheet.plan(
      sections,
      head: [isDeclared ? declared : nil, stated].compactMap { $0 }.joined(separator: "\n"),
      base: naive.hasBase ? "2016-17" : nil, years: naive.years)
  }

  private func thousands(_ series: YearSeries<Money>) -> [Int] {
    series.values.map { Int($0.trillionths / Unit.thousands.trillionths) }
  }
}
