import Testing

@testable import FinanceModel

@Suite struct RegroupingTests {
  private static let sections = """
    - id: growth
      role: pressure
      lines:
        - { id: roads, priority: places, owner: Highways, recurring: [1.000, 2.000, ~, ~] }
        - { id: care, priority: people, recurring: [3.000, 0.000, 1.000, 1.000] }
        - { id: pay, recurring: [0.500, 0.500, 0.500, 0.500] }
        - { id: shown, role: memorandum, priority: people, recurring: [9.000, 9.000, 9.000, 9.000] }
    - id: income
      role: income
      signs: income-positive
      lines:
        - { id: fees, priority: places, recurring: [0.400, 0.400, 0.400, 0.400] }
        - { id: grant, priority: people, one-off: [2.000, ~, ~, ~] }
    - id: savings
      role: saving
      lines:
        - { id: contracts, priority: places, recurring: [(1.000), "-", (0.500), tbc] }
    """

  private static let groups = """
    groups:
      priority:
        source: ours
        titles: { people: People first, empty: Nobody, places: ~ }
    """

  private func regrouping(
    by field: LineField = .priority, head: String = groups, _ text: String = sections
  ) throws -> Regrouping {
    try Sheet(text, head: head).forecast.regrouped(by: field)
  }

  private func text(_ cells: [Cell]) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return cells.map { $0 == .blank ? "~" : format.text($0, in: .millions) }
      .joined(separator: " ")
  }

  private func text(_ series: YearSeries<Money>) -> String {
    text(series.values.map(Cell.money))
  }

  @Test func `groups stand in the declared order, and lines without the field come last`() throws {
    let groups = try regrouping().groups
    #expect(groups.map(\.value) == ["people", "places", nil])
    #expect(groups.map(\.title) == ["People first", "places", "Without a priority"])
    #expect(
      groups.map { $0.lines.map(\.id.name) }
        == [["care", "grant"], ["roads", "fees", "contracts"], ["pay"]])
  }

  @Test func `without a declared order groups stand as their lines do`() throws {
    #expect(try regrouping(head: "").groups.map(\.value) == ["places", "people", nil])
    #expect(try regrouping(by: .owner).groups.map(\.title) == ["Highways", "Without an owner"])
    #expect(try regrouping(by: .service).groups.map(\.title) == ["Without a service"])
  }

  @Test func `statuses stand in the order in which the plan gives them their delivery`() throws {
    let sections = """
      - { id: a, role: saving, status: green, recurring: [(1.000), ~, ~, ~] }
      - { id: b, role: saving, status: red, recurring: [(1.000), ~, ~, ~] }
      """
    let head = "delivery-by-status: { red: 25%, amber: 60%, green: 100% }"
    let groups = try regrouping(by: .status, head: head, sections).groups
    #expect(groups.map(\.title) == ["red", "green"])
  }

  @Test func `every line has the sign that it has in the gap`() throws {
    let groups = try regrouping().groups
    #expect(
      groups.flatMap(\.lines).map { "\($0.id) \(text($0.annual))" } == [
        "care 3.000 0.000 1.000 1.000", "grant -2.000 2.000 ~ ~",
        "roads 1.000 2.000 ~ ~", "fees -0.400 -0.400 -0.400 -0.400",
        "contracts -1.000 - -0.500 tbc", "pay 0.500 0.500 0.500 0.500",
      ])
    #expect(text(groups[0].lines[1].cumulative) == "-2.000 0.000 0.000 0.000")
    #expect(text(groups[1].lines[2].cumulative) == "-1.000 -1.000 -1.500 -1.500")
  }

  @Test func `a group comes to its lines, and all groups to the remaining gap`() throws {
    let regrouping = try regrouping()
    let annual = regrouping.groups.map { text(regrouping.total($0, .annual)) }
    #expect(
      annual == [
        "1.000 2.000 1.000 1.000", "-0.400 1.600 -0.900 -0.400", "0.500 0.500 0.500 0.500",
      ])
    #expect(text(regrouping.remaining(.annual)) == "1.100 4.100 0.600 1.100")
    let places = regrouping.groups[1]
    #expect(text(regrouping.total(places, .annual, of: .required)) == "0.600 1.600 -0.400 -0.400")
    #expect(text(regrouping.total(places, .annual, of: .savings)) == "-1.000 0.000 -0.500 0.000")
    #expect(text(regrouping.total(places, .cumulative)) == "-0.400 1.200 0.300 -0.100")
    #expect(text(regrouping.remaining(.cumulative)) == "1.100 5.200 5.800 6.900")
  }

  @Test func `a memorandum and a value that no line has are named and counted nowhere`() throws {
    let regrouping = try regrouping()
    #expect(regrouping.memoranda.map(\.id.name) == ["shown"])
    #expect(regrouping.unusedTitles == ["Nobody"])
    #expect(!regrouping.isEmpty)
    #expect(try self.regrouping(by: .service).isEmpty)
  }

  @Test func `groups that do not add up to the gap fail with the year and what is out`() throws {
    var regrouping = try regrouping()
    _ = try regrouping.proved()
    regrouping.groups[0].lines[0].annual[2] = .money(Money(pounds: 1_000_001))
    let found = #expect(throws: Diagnostics.self) { try regrouping.proved() }
    #expect(
      found?.all.map(\.message) == [
        "the groups do not add up in 2019-20, annual: they come to £0.600001m, and the remaining "
          + "gap is £0.600m",
        "the groups do not add up in 2019-20, cumulative: they come to £5.800001m, and the "
          + "remaining gap is £5.800m",
        "the groups do not add up in 2020-21, cumulative: they come to £6.900001m, and the "
          + "remaining gap is £6.900m",
      ])
    #expect(found?.all.first?.code == .regroupingOpen)
    #expect(found?.all.first?.label == "out by (£0.000001m)")
    regrouping.groups.removeLast()
    #expect(throws: Diagnostics.self) { try regrouping.proved() }
  }

  @Test func `a plan without a gap is refused`() throws {
    let sheet = try Sheet("- { id: a, recurring: [1, 1, 1, 1] }", head: "gap: none")
    let found = #expect(throws: Diagnostics.self) { try sheet.forecast.regrouped(by: .owner) }
    #expect(found?.all.map(\.code) == [.wrongValue])
  }

  @Test func `the cumulative table begins with the gap of the base year`() throws {
    let regrouping = try regrouping(head: "base-gap: 0.250")
    let page = Report.regrouped(regrouping, style: ReportStyle(effect: .cumulative))
      .rendered(as: .csv)
    #expect(page.contains("Gap of 2016-17,£m,0.250,0.250,0.250,0.250"))
    #expect(page.contains("Remaining gap,£m,1.350,5.450,6.050,7.150"))
  }
}
