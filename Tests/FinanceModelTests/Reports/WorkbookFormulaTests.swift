import Testing

@testable import FinanceModel

@Suite struct WorkbookFormulaTests {
  private static let lines = """
    - id: pressures
      role: pressure
      shows: changes
      lines:
        - { id: pay, title: Pay, base: 10.000, recurring: [1.000, 2.000, -4.000] }
        - { id: grant, title: Grant, one-off: [3.000, ~, 1.000] }
        - { id: rent, title: Rent, base: 5.000, level: [6.000, tbc, 4.000] }
    """
  private static let head = """
    assumptions:
      rate: { title: Rate, unit: "%", values: [5%, 5%, 5%] }
    """

  private func made(_ formula: String, _ keys: String = "") throws -> [String] {
    let sample = try WorkbookSample(
      """
      - { id: made, title: Made, figure: "= \(formula)" \(keys) }
      \(Self.lines)
      """, head: Self.head)
    return Array(sample.row("Made", on: "Plan").dropFirst())
  }

  /// The rows of the plan's sheet are 5 Made, 6 Pay, 7 Grant and 8 Rent; its years are C to E.
  @Test(arguments: [
    ("pay", "=C6"), ("level(grant)", "=Workings!B4"), ("annual(rent)", "=ROUND(C8-B8,9)"),
    ("cumulative(pay)", "=C6"), ("level(pay)", "=ROUND(B6+C6,9)"), ("base(pay)", "=B6"),
    ("previous(pay)", "=B6"), ("previous(grant, £7m)", "=7"), ("sum(pay, rent)", "=ROUND(C6+C8,9)"),
    ("sum(pressures)", "=ROUND(SUM(C6:C8),9)"), ("total(pay)", "=ROUND(SUM(C6:E6),9)"),
    ("at(pay, 2018-19)", "=D6"), ("min(pay, £1.5m)", "=ROUND(MIN(C6,1.5),9)"),
    ("abs(pay)", "=ROUND(ABS(C6),9)"), ("round(pay / 3, 1)", "=ROUND(ROUND(C6/3,1),9)"),
    ("if(pay > £1.5m, pay, 0)", "=ROUND(IF(C6>1.5,C6,0),9)"),
    ("rate * pay", "=ROUND(Assumptions!B4*C6,9)"), ("-pay + 2 * rent", "=ROUND(-C6+2*C8,9)"),
    ("pay - (rent - grant)", "=ROUND(C6-(C8-C7),9)"), ("rent - -pay", "=ROUND(C8-(-C6),9)"),
    ("required", "='Gap, annual'!B5"), ("structural", "='Gap, cumulative'!B8"),
  ])
  func `every word of a formula has its own in a spreadsheet`(formula: String, cell: String) throws
  {
    #expect(try made(formula).first == cell)
  }

  @Test func `what is to be confirmed counts as nil and stays what it is`() throws {
    let sample = try WorkbookSample(Self.lines)
    #expect(sample.row("Rent", on: "Plan") == ["5!", "6!", "tbc!", "4!"])
    #expect(try made("rent + pay")[1] == "=ROUND(N(D8)+D6,9)")
  }

  @Test func `a line that a formula makes is rounded as the engine rounds it`() throws {
    let sample = try WorkbookSample(
      """
      - { id: interest, title: Interest, role: pressure, recurring: "= rate * £1.234m" }
      """, head: Self.head)
    #expect(
      sample.row("Interest", on: "Plan") == [
        "~", "=ROUND(Assumptions!B4*1.234,3)", "=ROUND(Assumptions!C4*1.234,3)",
        "=ROUND(Assumptions!D4*1.234,3)",
      ])
  }

  @Test func `a one-off is typed as its amount and printed as what it adds`() throws {
    let sample = try WorkbookSample(Self.lines)
    #expect(sample.row("Grant: the amount of each year", on: "Workings") == ["3!", "~!", "1!"])
    #expect(
      Array(sample.row("Grant", on: "Plan").dropFirst()) == [
        "=Workings!B4", "=ROUND(N(Workings!C4)-Workings!B4,9)",
        "=ROUND(Workings!D4-N(Workings!C4),9)",
      ])
  }

  @Test func `a row in pounds enters a table of millions in millions`() throws {
    let sample = try WorkbookSample(
      """
      - { id: fee, title: Fee, role: pressure, unit: £, decimals: 2, level: [1500000.00], base: ~ }
      - { id: all, title: All, figure: "= fee + £1m" }
      """, years: 1)
    #expect(
      sample.row("All", on: "Plan") == ["=ROUND(N(B5)/1000000+1,9)", "=ROUND(C5/1000000+1,9)"])
    #expect(
      sample.row("Fee", on: "What each line adds") == ["pressure", "=ROUND(Plan!C5/1000000,9)"])
  }

  @Test func `a formula that divides by what is not there is a value, and the notes say so`() throws
  {
    let sample = try WorkbookSample(
      """
      - { id: none, title: None, role: memorandum, recurring: [tbc] }
      - { id: share, title: Share, figure: "= £1m * (none / none)" }
      - { id: pay, title: Pay, role: pressure, recurring: [1.000] }
      """, years: 1)
    #expect(sample.row("Share", on: "Plan").last?.contains("=") == false)
  }

  @Test func `changes of a scenario are cells that can be changed again`() throws {
    let sample = try WorkbookSample(
      Self.lines,
      changes: """
        - { name: More pay, line: pay, scale: 110%, in: [2017-18] }
        - { name: And more, line: pay, add: 0.250, in: [2017-18, 2018-19] }
        - { name: Rent as agreed, line: rent, set: 7.000, in: [2017-18] }
        """)
    #expect(
      sample.row("Pay", on: "Plan") == [
        "10!", "=ROUND(ROUND(Workings!B4*Workings!B5,3)+Workings!B6,3)",
        "=ROUND(Workings!C4+Workings!C6,3)", "=Workings!D4",
      ])
    #expect(sample.row("times: More pay", on: "Workings") == ["1.1!", "~", "~"])
    #expect(sample.row("Rent", on: "Plan")[1] == "7!")
    #expect(
      sample.row("Remaining, annual", on: "Difference from the plan") == [
        "annual gap", "=ROUND('Gap, annual'!B7-'Before the changes'!C7,9)",
        "=ROUND('Gap, annual'!C7-'Before the changes'!D7,9)",
        "=ROUND('Gap, annual'!D7-'Before the changes'!E7,9)",
      ])
  }
}
