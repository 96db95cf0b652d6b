import Testing

@testable import FinanceModel

@Suite struct RoundTripTests {
  @Test func `a printed figure is read back as the rounded figure`() throws {
    var cases = FigureCases(seed: 5)
    var random = SplitMix64(seed: 6)
    for _ in 0..<20_000 {
      let unit = Unit.allCases.randomElement(using: &random)!
      let decimals = Int.random(in: 0...8, using: &random)
      let rounding = Rounding(decimals: decimals, unit: unit)
      let value = cases.figure(near: rounding.step)
      let quantity: Quantity =
        unit.isMoney ? .money(Money(trillionths: value)) : .number(Rate(trillionths: value))
      let format = AmountFormat(
        decimals: decimals, negatives: Bool.random(using: &random) ? .brackets : .minus,
        groupsThousands: Bool.random(using: &random))
      let rounded = quantity.rounded(rounding)
      // What rounds up to the limit is no figure, and is not read as one.
      guard FixedPoint.isWithinLimit(rounded.trillionths) else { continue }
      let text = format.text(quantity, in: unit)
      let read = try AmountText(text, unit: unit)
      guard read.cell == .figure(rounded), read.place == rounding else {
        Issue.record("\(value) in \(unit.rawValue) with \(decimals) decimals is \(text)")
        return
      }
    }
  }

  @Test func `a cell that is not a figure is read back as itself`() throws {
    let format = AmountFormat(decimals: 3, negatives: .brackets, groupsThousands: true)
    for cell in [Cell.blank, .dash, .toBeConfirmed, .notApplicable] {
      #expect(try AmountText(format.text(cell, in: .millions), unit: .millions).cell == cell)
    }
  }
}
