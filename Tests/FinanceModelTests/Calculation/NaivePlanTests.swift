import Testing

@testable import FinanceModel

@Suite struct NaivePlanTests {
  @Test(arguments: 0..<6)
  func `600 random plans agree in every cell with the rules worked out naively`(batch: Int) throws {
    for seed in 0..<100 {
      let naive = NaivePlan(seed: UInt64(batch * 100 + seed))
      let sheet = try naive.sheet()
      let years = 0..<naive.years
      for line in naive.lines {
        #expect(sheet.annual(line.id) == naive.text(years.map(line.annual)), "\(naive.sections)")
        #expect(sheet.cumulative(line.id) == naive.text(years.map(line.cumulative)))
      }
      #expect(sheet["total-plain"] == naive.text(years.map { naive.total(turned: false, $0) }))
      #expect(sheet["total-turned"] == naive.text(years.map { naive.total(turned: true, $0) }))
      for kind in GapKind.allCases {
        #expect(
          sheet.gap(kind, .cumulative) == naive.text(years.map { naive.cumulative(kind, $0) }),
          "\(kind) of \(naive.sections)")
        if kind == .structural { continue }
        #expect(sheet.gap(kind) == naive.text(years.map { naive.annual(kind, $0) }))
      }
      #expect(
        sheet.cash == naive.text([years.reduce(0) { $0 + naive.cumulative(.remaining, $1) }]))
    }
  }

  @Test func `the naive rules give Wiltshire's structural gap`() {
    // £6.000m of reserves and £1.800m of one-off grant balance the first year.
    let naive = NaivePlan(
      years: 4, hasBase: false, statedGap: nil, showsLevels: false,
      lines: [
        line("reserves", .reserves, .oneOff, [-6000, nil, nil, nil]),
        line("grant", .income, .oneOff, [-1800, 0, 0, 0]),
        line("pressure", .pressure, .recurring, [15_321, 11_398, 11_640, 14_089]),
        line("savings", .saving, .recurring, [-7521, -19_198, -11_640, -14_089]),
      ])
    #expect((0..<4).map { naive.annual(.required, $0) } == [7521, 19_198, 11_640, 14_089])
    #expect((0..<4).map { naive.cumulative(.structural, $0) } == [7800, 0, 0, 0])
  }

  private func line(
    _ id: String, _ role: Role, _ basis: Basis, _ figures: [Int?]
  ) -> NaivePlan.Line {
    NaivePlan.Line(
      id: id, role: role, basis: basis, base: nil, isMemo: false, figures: figures, isTurned: false)
  }
}
