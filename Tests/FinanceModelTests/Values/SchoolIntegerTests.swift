import Testing

@Suite struct SchoolIntegerTests {
  @Test(arguments: [
    ("9999", "1", "10000", "9998", "9999"), ("-5", "5", "0", "-10", "-25"),
    ("0", "-7", "-7", "7", "0"), ("12", "-100", "-88", "112", "-1200"),
    ("99999999", "99999999", "199999998", "0", "9999999800000001"),
  ])
  func `sums, differences and products are those anyone can check`(
    left: String, right: String, sum: String, difference: String, product: String
  ) {
    let (left, right) = (SchoolInteger(left), SchoolInteger(right))
    #expect(left + right == SchoolInteger(sum))
    #expect(left - right == SchoolInteger(difference))
    #expect(left * right == SchoolInteger(product))
  }

  @Test(arguments: [
    (7, 2, 4), (-7, 2, -4), (5, 2, 3), (6, 4, 2), (100, 7, 14), (1, 3, 0), (2, -3, -1), (0, 9, 0),
    (100_000, 10, 10_000), (1, 2, 1), (-5, -2, 3),
  ])
  func `a quotient is proved, and its neighbours and opposite are not`(
    dividend: Int, divisor: Int, quotient: Int
  ) {
    for tried in Set([quotient - 1, quotient, quotient + 1, -quotient]) {
      let isRight = SchoolInteger(String(tried)).isQuotient(
        of: SchoolInteger(String(dividend)), by: SchoolInteger(String(divisor)))
      #expect(isRight == (tried == quotient))
    }
  }
}
