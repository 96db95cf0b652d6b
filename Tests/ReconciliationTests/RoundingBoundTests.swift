import Testing

@testable import FinanceModel

/// How far rounding alone may set a printed figure apart from the one computed.
@Suite struct RoundingBoundTests {
  @Test(arguments: [
    ("288.867", "252.008", "36.860", ["Gap 2023-24 rounding 0.001 of 0.0015"]),
    ("327.410", "272.218", "55.191", ["Gap 2023-24 rounding -0.001 of 0.0015"]),
    ("34.176", "23.520", "10.657", ["Gap 2023-24 rounding 0.001 of 0.0015"]),
    ("34.176", "23.520", "10.656", []),
    ("34.176", "23.520", "10.658", ["Gap 2023-24 wrong 0.002 of 0.0015"]),
  ])
  func `Gateshead's differences are rounding`(
    spending: String, resources: String, gap: String, findings: [String]
  ) throws {
    let found = try Reconciled(
      """
      - { id: spending, title: Spending, figure: [\(spending)] }
      - { id: resources, title: Resources, figure: [\(resources)] }
      - { id: gap-printed, title: Gap, figure: "= spending - resources" }
      """,
      table: """
        £m        | 2023-24
        Spending  | \(spending)
        Resources | \(resources)
        Gap       | \(gap)
        """)
    #expect(found.findings == findings)
  }

  @Test func `Gateshead's balanced year that is not is wrong`() throws {
    let found = try Reconciled(
      """
      - { id: need, title: Gap, figure: [5.000] }
      - { id: options, title: Options, figure: [(7.771)] }
      - { id: left, title: Balanced budget, figure: "= need + options" }
      """,
      table: """
        £m              | 2028-29
        Gap             | 5.000
        Options         | (7.771)
        Balanced budget | 0.000
        """)
    #expect(found.findings == ["Balanced budget 2028-29 wrong 2.771 of 0.0015"])
  }

  @Test(arguments: [
    (0, []), (1, ["Total 2024-25 rounding 1 of 3.0"]), (-2, ["Total 2024-25 rounding -2 of 3.0"]),
    (3, ["Total 2024-25 wrong 3 of 3.0"]),
  ])
  func `a sum of five rows may be two whole places out`(off: Int, findings: [String]) throws {
    let rows = (1...5).map { "    - { id: r\($0), title: Row \($0), figure: [\($0)1] }" }
    let found = try Reconciled(
      """
      - { id: all, title: Total, figure: "= sum(r1, r2, r3, r4, r5)" }
      \(rows.map { String($0.dropFirst(4)) }.joined(separator: "\n"))
      """,
      table: """
        £     | 2024-25
        Total | \(155 + off)
        Row 1 | 11
        Row 2 | 21
        Row 3 | 31
        Row 4 | 41
        Row 5 | 51
        """, head: "unit: £")
    #expect(found.findings == findings)
  }

  @Test(arguments: [
    // 1,000.00 × 34.0: half a penny times 34, half a tenth times 1,000, and half of its own place.
    ("34001", []), ("34050", ["Yield 2024-25 rounding 49 of 50.7"]),
    ("34052", ["Yield 2024-25 wrong 51 of 50.7"]),
  ])
  func `a product moves with the last places of both its factors`(
    yield: String, findings: [String]
  ) throws {
    let found = try Reconciled(
      """
      - { id: band-d, title: Band D, unit: £, decimals: 2, figure: [1000.03] }
      - { id: tax-base, title: Tax base, unit: number, decimals: 1, figure: [34.0] }
      - { id: yield, title: Yield, decimals: 0, figure: "= band-d * tax-base" }
      """,
      table: """
        £        | 2024-25
        Band D   | 1000.03
        Tax base | 34.0
        Yield    | \(yield)
        """, head: "unit: £")
    #expect(found.findings == findings)
  }

  @Test(arguments: [
    // 10 / 3 = 3.33: half a place of the 3 moves it most downwards in the divisor, to 10.5 / 2.5.
    ("3.33", []), ("4.00", ["Ratio 2024-25 rounding 0.67 of 0.838"]),
    ("4.20", ["Ratio 2024-25 wrong 0.87 of 0.838"]),
  ])
  func `a quotient moves with both its parts`(ratio: String, findings: [String]) throws {
    let found = try Reconciled(
      """
      - { id: a, title: A, decimals: 0, figure: [10] }
      - { id: b, title: B, decimals: 0, figure: [3] }
      - { id: ratio, title: Ratio, unit: number, figure: "= a / b" }
      """,
      table: """
        £     | 2024-25
        A     | 10
        B     | 3
        Ratio | \(ratio)
        """, head: "unit: £")
    #expect(found.findings == findings)
  }

  @Test func `the last place is the plan's, not the look of a cell`() throws {
    let found = try Reconciled(
      """
      - { id: a, title: A, figure: [1.000] }
      - { id: b, title: B, figure: "= a" }
      """,
      table: """
        £m | 2024-25
        A  | 1
        B  | 1.001
        """)
    #expect(found.findings == ["B 2024-25 wrong 0.001 of 0.0010"])
  }

  @Test func `a misprint is reported once and not again in the totals above it`() throws {
    let found = try Reconciled(
      """
      - { id: a, title: A, figure: [1.234] }
      - { id: b, title: B, figure: [2.000] }
      - { id: c, title: C, figure: "= a + b" }
      - { id: d, title: D, figure: "= 2 * c" }
      """,
      table: """
        £m | 2024-25
        A  | 1.234
        B  | 2.000
        C  | 3.243
        D  | 6.468
        """)
    #expect(
      found.findings == [
        "C 2024-25 wrong 0.009 of 0.0015"
      ])
    #expect(found.causes.first?.contains("two digits are exchanged: 3.243 for 3.234") == true)
  }

  @Test func `what is computed from a misprint agrees with it and is exact`() throws {
    let found = try Reconciled(
      """
      - { id: a, title: A, figure: [1.234] }
      - { id: c, title: C, figure: "= a + a" }
      """,
      table: """
        £m | 2024-25
        A  | 1.243
        C  | 2.486
        """)
    #expect(
      found.findings == ["A 2024-25 wrong 0.009"])
    #expect(found.causes == ["two digits are exchanged: 1.243 for 1.234"])
  }

  @Test func `a nil divisor as published does not stop the rest`() throws {
    let found = try Reconciled(
      """
      - { id: a, title: A, figure: [1.000] }
      - { id: b, title: B, figure: [2.000] }
      - { id: c, title: C, unit: number, figure: "= a / b" }
      """,
      table: """
        £m | 2024-25
        A  | 1.000
        B  | 0.000
        C  | 0.50
        """)
    #expect(found.findings == ["B 2024-25 wrong -2.000"])
  }

  @Test func `the total column is the sum of the printed years`() throws {
    func findings(_ total: String) throws -> [String] {
      try Reconciled(
        "- { id: a, title: A, figure: [1.000, 2.000, ~] }",
        table: """
          £m | 2024-25 | 2025-26 | 2026-27 | Total
          A  | 1.000   | 2.000   |         | \(total)
          """, head: "total-column: { id: all-years, title: Total }"
      ).findings
    }
    #expect(try findings("3.000") == [])
    #expect(try findings("3.001") == ["A total rounding 0.001 of 0.0015"])
    #expect(try findings("3.002") == ["A total wrong 0.002 of 0.0015"])
  }
}
