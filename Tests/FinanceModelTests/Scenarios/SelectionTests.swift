import Testing

@testable import FinanceModel

@Suite struct SelectionTests {
  private static let sections = """
    - id: growth
      role: pressure
      lines:
        - { id: pay, recurring: [1.000] }
        - { id: prices, recurring: [1.000] }
        - { id: draw, role: reserves, one-off: [1.000] }
      total: { id: total-growth }
    - id: savings
      role: saving
      lines:
        - { id: digital, recurring: [1.000] }
        - { id: estate, recurring: [1.000] }
    - { id: alone, role: pressure, recurring: [1.000] }
    """

  /// The lines that a selection doubles.
  private func selected(_ selection: String) throws -> [String] {
    let sheet = try Sheet(SelectionTests.sections, years: 1).with("- { \(selection), scale: 200% }")
    return ["pay", "prices", "draw", "digital", "estate", "alone"].filter { sheet[$0] == "2.000" }
  }

  @Test(arguments: [
    ("line: pay", ["pay"]),
    ("lines: [pay, estate]", ["pay", "estate"]),
    ("lines: [pay, pay]", ["pay"]),
    ("lines: { section: growth }", ["pay", "prices", "draw"]),
    ("lines: { role: pressure }", ["pay", "prices", "alone"]),
    ("lines: { role: reserves }", ["draw"]),
    ("lines: { section: growth, role: pressure }", ["pay", "prices"]),
    ("lines: { section: growth, except: draw }", ["pay", "prices"]),
    ("lines: { role: pressure, except: [pay, alone] }", ["prices"]),
    ("lines: { role: pressure, except: digital }", ["pay", "prices", "alone"]),
  ])
  func `lines are selected by id, list, section and role`(
    selection: String, lines: [String]
  ) throws {
    #expect(try selected(selection) == lines)
  }

  @Test(arguments: [
    ("line: pays, scale: 5%", "unknown-name", "the nearest is 'pay'"),
    ("lines: [pay, estat], scale: 5%", "unknown-name", "the nearest is 'estate'"),
    ("lines: { section: grouth }, scale: 5%", "unknown-name", "the nearest is 'growth'"),
    ("lines: { role: savings }, scale: 5%", "wrong-value", "the nearest is 'saving'"),
    (
      "lines: { role: saving, except: digitel }, scale: 5%", "unknown-name",
      "the nearest is 'digital'"
    ),
    ("assumption: rat, set: 5%", "unknown-name", "the nearest is 'rate'"),
    (
      "line: total-growth, scale: 5%", "unknown-name",
      "change the lines it is made of, or insert a line of its own"
    ),
    ("line: growth, scale: 5%", "unknown-name", "select its lines with { section: growth }"),
    ("line: rate, set: 5%", "unknown-name", "write assumption: rate"),
    ("lines: pay, scale: 5%", "wrong-type", "for one line write line: pay"),
    ("line: pay, slips: 5%", "unknown-key", "the nearest key is 'slip'"),
  ])
  func `a path that names nothing is an error with the way out`(
    change: String, code: String, help: String?
  ) throws {
    let sheet = try Sheet(
      SelectionTests.sections, head: "assumptions:\n  rate: { unit: \"%\", values: 1% }", years: 1)
    let found = sheet.diagnostics("- { \(change) }")
    let fault = try #require(found.first { $0.code.rawValue == code })
    if let help { #expect(fault.help == help) }
  }

  @Test(arguments: [
    ("lines: { role: cost }, scale: 5%", ["empty-selection"]),
    ("lines: { role: reserves, except: draw }, scale: 5%", ["empty-selection"]),
    ("lines: [], scale: 5%", ["empty-selection"]),
    ("lines: {}, scale: 5%", ["missing-key"]),
    ("line: pay, scale: 5%, in: []", ["empty-selection"]),
    ("line: pay, scale: 1.2", ["wrong-value"]),
    ("line: pay, shift: 1.000", ["conflicting-keys"]),
    ("assumption: rate, add: 1%", ["conflicting-keys"]),
    ("assumption: rate, shift: 1%", ["wrong-value"]),
    ("line: pay", ["missing-key"]),
    ("scale: 120%", ["missing-key"]),
    ("line: pay, lines: [prices], scale: 5%", ["conflicting-keys"]),
    ("line: pay, scale: 5%, add: 1.000", ["conflicting-keys"]),
    ("line: pay, add: tbc", ["wrong-value"]),
    ("line: pay, add: ~", ["wrong-value"]),
    ("line: pay, add: 5%", ["amount-unit"]),
    ("line: pay, set: [1.000, 2.000]", ["too-many-figures"]),
    ("line: pay, set: []", ["too-few-figures"]),
    ("line: pay, set: { 2017-18: 1.000 }, in: 2017-18", ["conflicting-keys"]),
  ])
  func `a change that says too little or too much is refused`(
    change: String, codes: [String]
  ) throws {
    let sheet = try Sheet(
      SelectionTests.sections, head: "assumptions:\n  rate: { unit: \"%\", values: 1% }", years: 1)
    #expect(sheet.faults("- { \(change) }") == codes)
  }

  @Test(arguments: [
    ("from: 2018-19", "1.000 2.000 2.000"), ("to: 2018-19", "2.000 2.000 1.000"),
    ("from: 2018-19, to: 2018-19", "1.000 2.000 1.000"), ("in: 2019-20", "1.000 1.000 2.000"),
    ("in: [2017-18, 2019-20]", "2.000 1.000 2.000"),
    ("in: [2019-20, 2017-18, 2017-18]", "2.000 1.000 2.000"),
  ])
  func `a change acts in the years that it names`(span: String, figures: String) throws {
    let sheet = try Sheet("- { id: x, role: pressure, recurring: [1.000, 1.000, 1.000] }", years: 3)
    #expect(try sheet.with("- { line: x, scale: 200%, \(span) }")["x"] == figures)
  }

  @Test(arguments: [
    ("from: 2031-32", "year-outside-plan"), ("in: 2016-17", "year-outside-plan"),
    ("from: 2019-20, to: 2017-18", "year-sequence"),
    ("in: 2017-18, to: 2018-19", "conflicting-keys"),
    ("in: 2017-19", "bad-year"), ("in: soon", "bad-year"),
  ])
  func `a span that the plan has not is refused`(span: String, code: String) throws {
    let sheet = try Sheet("- { id: x, role: pressure, recurring: [1.000, 1.000, 1.000] }", years: 3)
    #expect(sheet.faults("- { line: x, scale: 200%, \(span) }") == [code])
  }

  @Test func `every change that does not fit is reported`() throws {
    let sheet = try Sheet(SelectionTests.sections, years: 1)
    #expect(
      sheet.faults("- { line: one, scale: 5% }\n- { line: two, scale: 5% }")
        == ["unknown-name", "unknown-name"])
  }
}
