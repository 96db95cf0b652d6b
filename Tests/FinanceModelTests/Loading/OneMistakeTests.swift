import FinanceModel
import Testing

/// One mistake is one error; several mistakes are reported together.
@Suite struct OneMistakeTests {
  /// A sound plan in which everything leans on something else.
  private static let sound = """
    plan: sound
    title: Sound
    unit: £m
    base-year: 2016-17
    years: [2017-18, 2018-19]
    assumptions:
      pay-growth: { unit: "%", values: [2%, 3%] }
    sections:
      - id: growth
        role: pressure
        lines:
          - { id: pay, title: Pay award, recurring: "= pay-growth * £50m" }
          - { id: pensions, title: Pensions, base: 2.000, recurring: [0.250, 0.250] }
        total: { id: total-growth, title: Total growth }
      - { id: double, title: Double, figure: "= 2 * pay + total-growth + growth + pensions" }
    claims:
      - { id: double-4m, says: Twice over, value: £2m, equals: "= at(double, 2017-18)" }

    """

  @Test func `the plan is sound before the mistake`() {
    #expect(Pipeline.diagnostics(ofText: Self.sound) == nil)
  }

  @Test(arguments: [
    ("pay-growth: {", "Pay growth: {", "bad-identifier"),
    ("pay-growth: { unit: \"%\", values: [2%, 3%] }", "pay-growth: 3%", "wrong-type"),
    ("values: [2%, 3%]", "valus: [2%, 3%]", "unknown-key"),
    ("values: [2%, 3%]", "values: [2%]", "too-few-figures"),
    ("values: [2%, 3%]", "values: [2%, 3p]", "amount-stray"),
    ("unit: \"%\"", "unit: percent", "wrong-value"),
    ("unit: £m", "unit: millions", "wrong-value"),
    ("unit: £m", "unti: £m", "unknown-key"),
    ("unit: £m\n", "", "missing-key"),
    ("title: Sound\n", "", "missing-key"),
    ("base-year: 2016-17\n", "", "base-year-missing"),
    ("base-year: 2016-17", "base-year: 2016", "bad-year"),
    ("base-year: 2016-17", "base-year: 2015-16", "year-sequence"),
    ("2018-19]", "2018-20]", "bad-year"),
    ("years: [", "yeras: [", "unknown-key"),
    ("years: [2017-18, 2018-19]", "years: []", "year-sequence"),
    ("years: [2017-18, 2018-19]", "years:", "year-sequence"),
    ("years: [2017-18, 2018-19]", "years: 2017-18", "wrong-type"),
    ("- id: growth", "- id: growth!", "bad-identifier"),
    ("- id: growth\n    role: pressure", "- role: pressure", "missing-key"),
    ("role: pressure", "role: pressures", "wrong-value"),
    ("role: pressure", "rolle: pressure", "unknown-key"),
    ("{ id: pay,", "{ id: Pay,", "bad-identifier"),
    ("{ id: pay,", "{ ids: pay,", "unknown-key"),
    ("{ id: pay,", "{ id: ,", "missing-key"),
    ("{ id: pay, title: Pay award, recurring: \"= pay-growth * £50m\" }", "pay", "wrong-type"),
    ("recurring: \"= pay-growth", "recuring: \"= pay-growth", "unknown-key"),
    (", recurring: \"= pay-growth * £50m\"", "", "missing-key"),
    ("\"= pay-growth * £50m\"", "\"= pay-growth * \"", "formula-syntax"),
    ("\"= pay-growth * £50m\"", "1.000", "wrong-type"),
    ("total: { id: total-growth,", "total: { title: Growth,", "duplicate-key"),
    ("total: { id: total-growth,", "total: { id: total growth,", "bad-identifier"),
    ("figure: \"= 2", "figures: \"= 2", "unknown-key"),
    ("equals: ", "equal: ", "unknown-key"),
    ("2 * pay +", "2 * pya +", "unknown-name"),
  ])
  func `one mistake gives one error`(right: String, wrong: String, code: String) throws {
    let text = Self.sound.replacingOnce(right, with: wrong)
    #expect(text != Self.sound)
    let found = try #require(Pipeline.diagnostics(ofText: text))
    #expect(
      found.all.map(\.code.rawValue) == [code],
      "\(DiagnosticRenderer().text(found))")
  }

  @Test func `all the mistakes of a file are reported together, in the order of their places`()
    throws
  {
    let text = Self.sound.replacingOnce("2018-19]", with: "2018-20]")
      .replacingOnce("[2%, 3%]", with: "[(2%, 3%]")
      .replacingOnce("role: pressure", with: "role: pressures")
      .replacingOnce("[0.250", with: "[0.25O")
      .replacingOnce("2 * pay +", with: "2 * pya +")
    let found = try #require(Pipeline.diagnostics(ofText: text)).all
    #expect(
      found.map(\.code.rawValue) == [
        "bad-year", "amount-bracket", "wrong-value", "amount-stray", "unknown-name",
      ])
    #expect(found.compactMap(\.range?.line) == [5, 7, 10, 13, 15])
  }
}

extension String {
  /// This text with the first place of one text replaced by another.
  func replacingOnce(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return String(self[..<range.lowerBound] + new + self[range.upperBound...])
  }
}
