import FoundationEssentials
import Testing

@testable import FinanceModel

/// Each trap of `Decimal` on this platform: first that it is real, then that figures avoid it.
@Suite struct DecimalTrapTests {
  @Test(arguments: [
    ("12abc", "12"), ("1,234", "1"), ("4.4.4", "4.4"), ("1 234", "1"), ("1e3", "1000"),
  ])
  func `its parser takes junk, and ours refuses it or reads all of it`(
    text: String, taken: String
  ) throws {
    #expect(Decimal(string: text)?.description == taken)

    if text == "1,234" {
      #expect(try Money(text) == Money(pounds: 1234))
    } else {
      #expect(throws: AmountFault.self) { try Money(text) }
      #expect(throws: AmountFault.self) { try Rate(text) }
    }
  }

  @Test func `its digits past 38 vanish, and ours are refused`() throws {
    let long = "0.12345678901234567890123456789012345678901"
    #expect(Decimal(string: long)?.description != long)
    #expect(throws: AmountFault.tooFine(at: 0..<43)) { try Rate(long) }
  }

  @Test func `its sums lose pence beside a large amount, and ours keep them`() throws {
    let large = try #require(Decimal(string: "1e38"))
    let penny = try #require(Decimal(string: "0.01"))
    #expect(large + penny == large)

    let largest = try Money("999,999,999,999,999.99")
    #expect(try largest - Money("0.01") != largest)
    #expect(throws: AmountFault.self) { try Money("1" + String(repeating: "0", count: 38)) }
  }

  @Test func `its quotients are wrong in the late digits, and ours are right`() throws {
    let dividend = try #require(Decimal(string: "71029204328013702341"))
    let divisor = try #require(Decimal(string: "5.6025722575162213345"))
    #expect((dividend / divisor).description == "12677963096812065663.8527447488136762295")

    // The right digits differ from the 17th on; the last of the 27 is rounded.
    let right = FixedPoint.multiply(
      71_029_204_328_013_702_341, FixedPoint.powerOfTen(26),
      dividingBy: 56_025_722_575_162_213_345)
    #expect(right == 126_779_630_968_120_626_440_359_579)
    // Scaled into the range of figures, against all the digits of the true quotient.
    let money = try Money("71029204328013.702341") / Rate("5.602572257516")
    let proof = SchoolInteger(String(money.trillionths)).isQuotient(
      of: SchoolInteger("71029204328013702341000000" + "000000000000"),
      by: SchoolInteger("5602572257516"))
    #expect(proof)
  }

  @Test func `its NaN equals itself and is less than nil, and is no figure of ours`() {
    #expect(Decimal.nan == Decimal.nan)
    #expect(Decimal.nan < 0)
    #expect(throws: DecimalFault.notANumber) { try Money(Decimal.nan) }
    #expect(throws: DecimalFault.notANumber) { try Rate(Decimal.nan) }
  }

  @Test func `its division by nil is NaN, and ours is an error`() throws {
    #expect((Decimal(1) / Decimal(0)).isNaN)
    #expect(throws: ArithmeticFault.divisionByZero) { try Money(pounds: 1) / Rate.zero }
    #expect(throws: ArithmeticFault.divisionByZero) { try Money(pounds: 1) / Money.zero }
    #expect(throws: ArithmeticFault.divisionByZero) { try Rate.one / Rate.zero }
  }

  @Test func `its overflow is NaN, and ours is an error`() throws {
    #expect((Decimal.greatestFiniteMagnitude * 10).isNaN)
    let largest = Money(pounds: 999_999_999_999_999)
    #expect(throws: ArithmeticFault.tooLarge) { try largest * Rate(whole: 2) }
    #expect(throws: ArithmeticFault.tooLarge) { try largest / Rate("0.5") }
  }

  @Test func `a product that underflows crashes it, and ours is nil`() async throws {
    await #expect(processExitsWith: .failure) {
      let product = Decimal.leastNonzeroMagnitude * Decimal.leastNonzeroMagnitude
      print(product)
    }
    let least = Rate(trillionths: 1)
    #expect(try least * least == .zero)
  }

  @Test func `an infinite Double crashes it, and no Double makes a figure of ours`() async {
    await #expect(processExitsWith: .failure) {
      print(Decimal(Double.infinity))
    }
    #expect(throws: AmountFault.self) { try Money("inf") }
    #expect(throws: AmountFault.self) { try Money("nan") }
  }

  @Test(arguments: [
    (Decimal.greatestFiniteMagnitude, DecimalFault.tooLarge),
    (-Decimal.greatestFiniteMagnitude, .tooLarge),
    (Decimal(sign: .plus, exponent: 127, significand: 1), .tooLarge),
    (Decimal(sign: .plus, exponent: 15, significand: 1), .tooLarge),
    (Decimal(sign: .minus, exponent: 15, significand: 1), .tooLarge),
    (Decimal.leastNonzeroMagnitude, .tooFine),
    (-Decimal.leastNonzeroMagnitude, .tooFine),
    (Decimal(sign: .plus, exponent: -13, significand: 1), .tooFine),
    (Decimal(1) / Decimal(3), .tooFine),
  ])
  func `a Decimal at an extreme exponent is refused, not rounded`(
    decimal: Decimal, fault: DecimalFault
  ) {
    #expect(throws: fault) { try Money(decimal) }
    #expect(throws: fault) { try Rate(decimal) }
  }

  @Test func `a fractional literal is not what it says, and text is`() throws {
    let literal: Decimal = 3.133
    #expect(literal.description == "3.132999999999999488")
    #expect(Decimal(3.133 as Double).description == "3.132999999999999488")

    // Such a Decimal shows itself by its digits, and text has no others than those typed.
    #expect(throws: DecimalFault.tooFine) { try Money(literal) }
    #expect(try Money("3.133").decimal.description == "3.133")
  }

  @Test(arguments: [
    "0", "0.000000000001", "-0.000000000001", "4.496", "-4.496", "1000000", "10000000000000.1",
    "999999999999999.999999999999", "-999999999999999.999999999999", "10000000",
    "100000000000000", "18446744.073709551616",
  ])
  func `a Decimal in range goes in and out exactly`(text: String) throws {
    let decimal = try #require(Decimal(string: text))
    #expect(try Money(decimal).decimal.description == text)
    #expect(try Rate(decimal).decimal == decimal)
    #expect(try Money(decimal) == Money(text))
  }

  @Test(arguments: [Int128.max, .min, .max - 1, .min + 1])
  func `even a sum far beyond a figure leaves exactly`(trillionths: Int128) {
    let decimal = Money(trillionths: trillionths).decimal
    #expect(decimal.isSignMinus == (trillionths < 0))
    #expect(decimal.exponent == -12)
    #expect(decimal.significand.description == String(trillionths.magnitude))
  }

  @Test func `a Decimal with zeros at its end is the same figure`() throws {
    let thousand = try #require(Decimal(string: "100000000000000000000"))
    let one = Decimal(sign: .plus, exponent: -20, significand: thousand)
    #expect(try Money(one) == Money(pounds: 1))
  }
}
