import Testing

@testable import FinanceModel

/// The arithmetic of figures against school arithmetic on decimal digits.
@Suite struct ArithmeticPropertyTests {
  private static let limit = SchoolInteger("1" + String(repeating: "0", count: 27))
  private static let one = SchoolInteger("1000000000000")

  @Test func `sums and differences are those of school arithmetic`() {
    var cases = FigureCases(seed: 1)
    for _ in 0..<30_000 {
      let (left, right) = (cases.figure(), cases.figure())
      let sum = (Money(trillionths: left) + Money(trillionths: right)).trillionths
      let difference = (Money(trillionths: left) - Money(trillionths: right)).trillionths
      guard school(sum) == school(left) + school(right),
        school(difference) == school(left) - school(right)
      else {
        Issue.record("\(left) and \(right) give \(sum) and \(difference)")
        return
      }
    }
  }

  @Test func `products are those of school arithmetic, rounded once`() {
    var cases = FigureCases(seed: 2)
    var refusals = 0
    for _ in 0..<30_000 {
      let (left, right) = cases.factors()
      let product = try? (Money(trillionths: left) * Rate(trillionths: right)).trillionths
      if product == nil { refusals += 1 }
      guard isRight(product, dividend: school(left) * school(right), divisor: Self.one) else {
        Issue.record("\(left) × \(right) is not \(product.map { String($0) } ?? "too large")")
        return
      }
    }
    // Both kinds of case are really tried.
    #expect((1_000..<20_000).contains(refusals))
  }

  @Test func `quotients multiplied out again give the dividend, but for one rounding`() {
    var cases = FigureCases(seed: 3)
    var refusals = 0
    for _ in 0..<30_000 {
      let (left, right) = cases.terms()
      guard right != 0 else { continue }
      let quotient = try? (Money(trillionths: left) / Money(trillionths: right)).trillionths
      if quotient == nil { refusals += 1 }
      guard isRight(quotient, dividend: school(left) * Self.one, divisor: school(right)) else {
        Issue.record("\(left) ÷ \(right) is not \(quotient.map { String($0) } ?? "too large")")
        return
      }
    }
    #expect((1_000..<20_000).contains(refusals))
  }

  @Test func `rounding takes the nearest step, and of two as near the one away from zero`() {
    var cases = FigureCases(seed: 4)
    for _ in 0..<30_000 {
      let step = cases.step()
      let value = cases.figure(near: step)
      let rounded = Money(trillionths: value).rounded(Rounding(step: step)).trillionths
      guard rounded % step == 0,
        school(rounded / step).isQuotient(of: school(value), by: school(step))
      else {
        Issue.record("\(value) in steps of \(step) is not \(rounded)")
        return
      }
    }
  }

  /// Whether a result is the rounded quotient, or was refused because that reaches the limit.
  private func isRight(_ result: Int128?, dividend: SchoolInteger, divisor: SchoolInteger) -> Bool {
    if let result {
      return SchoolInteger.isSmaller(school(result), Self.limit)
        && school(result).isQuotient(of: dividend, by: divisor)
    }
    // The rounded size is at the limit or beyond when n/d + 1/2 ≥ limit: 2n + d ≥ 2 × limit × d.
    let two = SchoolInteger("2")
    return !SchoolInteger.isSmaller(
      two * dividend.magnitude + divisor.magnitude, two * Self.limit * divisor.magnitude)
  }

  private func school(_ number: Int128) -> SchoolInteger {
    SchoolInteger(String(number))
  }
}
