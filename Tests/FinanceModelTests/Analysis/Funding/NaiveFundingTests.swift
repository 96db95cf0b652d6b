import Foundation
import Testing

@testable import FinanceModel

/// Random plans with random statuses, added up by the rules alone.
@Suite struct NaiveFundingTests {
  @Test(arguments: 0..<4)
  func `400 random plans have the sizes worked out naively, and nothing is left out`(
    batch: Int
  ) throws {
    for seed in 0..<100 {
      let seed = UInt64(batch * 100 + seed)
      let naive = NaivePlan(seed: seed)
      var random = SplitMix64(seed: seed)
      var sections = naive.sections
      var statuses: [String: [FundingStatus?]] = [:]
      for line in naive.lines {
        let own = (0..<naive.years).map { _ in
          FundingOutlook.statuses.randomElement(using: &random) ?? nil
        }
        statuses[line.id] = own
        let list = own.map { $0?.rawValue ?? "~" }.joined(separator: ", ")
        sections = sections.replacingOccurrences(
          of: "id: \(line.id),", with: "id: \(line.id), funding: [\(list)],")
      }
      let plan = try Sheet.plan(
        sections, base: naive.hasBase ? "2016-17" : nil, years: naive.years)
      let outlook = try plan.forecast().fundingOutlook
      let counted = naive.lines.filter { $0.role == .funding || $0.role == .income }
      for status in FundingOutlook.statuses {
        let sums = (0..<naive.years).map { year in
          counted.filter { statuses[$0.id]?[year] == status }
            .reduce(0) { $0 + abs($1.level(year)) }
        }
        #expect(thousands(outlook.size(status)) == sums, "\(naive.sections)")
      }
      let all = (0..<naive.years).map { year in
        counted.reduce(0) { $0 + abs($1.level(year)) }
      }
      #expect(thousands(outlook.size) == all)
      let tenths = outlook.shares(outlook.notFinal).map { share in
        share.map { Int($0.trillionths / (FixedPoint.one / 1000)) }
      }
      let open = zip(all, thousands(outlook.size(.final))).map { all, final in
        all == 0 ? nil : (2000 * (all - final) + all) / (2 * all)
      }
      #expect(tenths == open)
    }
  }

  private func thousands(_ amounts: [Money]) -> [Int] {
    amounts.map { Int($0.trillionths / Unit.thousands.trillionths) }
  }
}
