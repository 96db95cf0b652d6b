import Testing

@testable import FinanceModel

@Suite struct MoneyTests {
  @Test func `an amount times a rate is exact`() throws {
    let pressure = try Money("5.282", in: .millions)
    #expect(try pressure * Rate("20%") == Money(pounds: 1_056_400))
    #expect(try pressure / Rate("20%") == Money(pounds: 26_410_000))
    #expect(try pressure / Money(pounds: 2_641_000) == Rate(whole: 2))
  }

  @Test(arguments: [("0.000001", "0.0000005", 1), ("0.000001", "0.000000499999", 0)])
  func `a product is rounded once, half away from zero`(
    amount: String, rate: String, trillionths: Int
  ) throws {
    let (money, rate) = (try Money(amount), try Rate(rate))
    #expect(try money * rate == Money(trillionths: Int128(trillionths)))
    #expect(try -money * rate == Money(trillionths: -Int128(trillionths)))
  }

  @Test(arguments: [
    ("4.4964999", "4.496"), ("4.4965", "4.497"), ("-4.4965", "-4.497"), ("-4.4964999", "-4.496"),
    ("4.4955", "4.496"), ("0.0005", "0.001"), ("-0.0004999", "0"),
  ])
  func `a figure is rounded to the printed place, half away from zero`(
    amount: String, rounded: String
  ) throws {
    let rounding = Rounding(decimals: 3, unit: .millions)
    #expect(
      try Money(amount, in: .millions).rounded(rounding) == Money(rounded, in: .millions))
  }

  @Test(arguments: [
    (Unit.pounds, 2, "0.01"), (.pounds, 0, "1"), (.thousands, 0, "1000"), (.millions, 3, "1000"),
    (.pounds, -1, "1"), (.pounds, 99, "0.000000000001"), (.thousands, .max, "0.000000000001"),
    (.millions, 40, "0.000000000001"), (.millions, .min, "1000000"),
  ])
  func `the last printed place follows unit and decimals, and has its limits`(
    unit: Unit, decimals: Int, pounds: String
  ) throws {
    #expect(Rounding(decimals: decimals, unit: unit).step == (try Money(pounds)).trillionths)
  }

  @Test func `the place of a percentage is a hundredth of a number's`() {
    #expect(Rounding(decimals: 2, unit: .percent).step == 100_000_000)
    #expect(Rounding(decimals: 2, unit: .number).step == 10_000_000_000)
    #expect(Rounding(decimals: 99, unit: .percent).step == 1)
  }

  @Test func `a result just below the limit is a figure, and one at the limit is not`() throws {
    let largest = try Money("999,999,999,999,999.999999999999")
    #expect(FixedPoint.isWithinLimit(largest.trillionths))
    #expect(!FixedPoint.isWithinLimit(largest.trillionths + 1))
    #expect(!FixedPoint.isWithinLimit(-largest.trillionths - 1))
    #expect(try largest * Rate.one == largest)
    #expect(try -largest * Rate.one == -largest)
    #expect(try largest / Rate.one == largest)
    // 10^15 exactly, and what only rounds up to it.
    #expect(throws: ArithmeticFault.tooLarge) {
      try Money(pounds: 500_000_000_000_000) * Rate(whole: 2)
    }
    #expect(throws: ArithmeticFault.tooLarge) {
      try Money(trillionths: FixedPoint.limit * 2 - 1) * Rate("0.5")
    }
  }

  @Test func `a hundred thousand million of the largest figures still add exactly`() {
    let (sum, overflow) = (FixedPoint.limit - 1).multipliedReportingOverflow(by: 100_000_000_000)
    #expect(!overflow)
    #expect(Money(trillionths: sum) - Money(trillionths: sum - 1) == Money(trillionths: 1))
  }

  @Test func `no operands crash a product or a quotient`() {
    let extremes: [Int128] = [.min, .min + 1, -1, 0, 1, FixedPoint.limit, .max - 1, .max]
    for left in extremes {
      for right in extremes {
        for divisor in extremes {
          let result = FixedPoint.multiply(left, right, dividingBy: divisor)
          #expect(result.map(FixedPoint.isWithinLimit) ?? true)
        }
        if left == 0, right != 0 { #expect(FixedPoint.quotient(left, right) == 0) }
      }
    }
  }

  @Test func `a whole number beyond the limit stops the program`() async {
    #expect(FixedPoint.isWithinLimit(Money(pounds: 999_999_999_999_999).trillionths))
    await #expect(processExitsWith: .failure) { _ = Money(pounds: 1_000_000_000_000_000) }
    await #expect(processExitsWith: .failure) { _ = Rate(whole: .min) }
  }

  @Test func `figures compare and change sign as numbers do`() throws {
    let (small, large) = (Money(pounds: -3), Money(pounds: 2))
    #expect(small < large)
    #expect(-small == Money(pounds: 3) && small.magnitude == Money(pounds: 3))
    #expect(try Rate("-3%") < Rate("2%"))
    #expect(try -Rate("3%") + Rate("5%") - Rate("2%") == .zero)
    #expect(try Rate("-3%").magnitude == Rate("0.03"))
    #expect(try Rate("1.5").rounded(Rounding(decimals: 0, unit: .number)) == Rate(whole: 2))
    #expect(try Rate("50%") * Rate("50%") == Rate("25%"))
    #expect(try Rate("1") / Rate("3") == Rate("0.333333333333"))
  }
}
