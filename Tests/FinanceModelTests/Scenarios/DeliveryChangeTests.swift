import Testing

@testable import FinanceModel

@Suite struct DeliveryChangeTests {
  private static let sections = """
    - id: savings
      role: saving
      lines:
        - { id: red, recurring: [(4.000)], status: red, owner: Estates, priority: people }
        - { id: amber, recurring: [(4.000)], status: amber, owner: Digital }
        - { id: green, recurring: [(4.000)], status: green, service: Waste }
        - { id: none, recurring: [(4.000)] }
    """
  private static let head = "delivery-by-status: { red: 25%, amber: 60%, green: 100% }"

  private func delivered(_ change: String) throws -> [String] {
    let sheet = try Sheet(
      DeliveryChangeTests.sections, head: DeliveryChangeTests.head, years: 1
    ).with("- { \(change) }")
    return ["red", "amber", "green", "none"].map { sheet[$0] }
  }

  @Test(arguments: [
    ("lines: { role: saving }, deliver: 80%", ["-3.200", "-3.200", "-3.200", "-3.200"]),
    (
      "lines: { role: saving, except: none }, deliver: by-status",
      ["-1.000", "-2.400", "-4.000", "-4.000"]
    ),
    (
      "lines: { status: [red, amber] }, deliver: by-status",
      ["-1.000", "-2.400", "-4.000", "-4.000"]
    ),
    ("lines: { status: red }, deliver: 0%", ["0.000", "-4.000", "-4.000", "-4.000"]),
    ("lines: { owner: [Estates, Digital] }, scale: 50%", ["-2.000", "-2.000", "-4.000", "-4.000"]),
    (
      "lines: { owner: Estates, status: red }, scale: 50%",
      ["-2.000", "-4.000", "-4.000", "-4.000"]
    ),
    ("lines: { service: Waste }, scale: 50%", ["-4.000", "-4.000", "-2.000", "-4.000"]),
    ("lines: { priority: people }, scale: 50%", ["-2.000", "-4.000", "-4.000", "-4.000"]),
    (
      "lines: { role: saving, status: [red, green], except: red }, scale: 50%",
      ["-4.000", "-4.000", "-2.000", "-4.000"]
    ),
  ])
  func `lines are chosen by what a register says, and delivered in part`(
    change: String, figures: [String]
  ) throws {
    #expect(try delivered(change) == figures)
  }

  @Test(arguments: [
    ("lines: { role: saving }, deliver: by-status", "wrong-value", "'none' has no status"),
    ("lines: { status: rde }, scale: 50%", "unknown-name", "no line has the status 'rde'"),
    ("lines: { owner: Digitl }, scale: 50%", "unknown-name", "no line has the owner 'Digitl'"),
    (
      "lines: { owner: Estates, status: green }, scale: 50%", "empty-selection",
      "the selection holds no line"
    ),
    ("line: red, deliver: 101%", "wrong-value", "'deliver' is at most the whole"),
    ("line: red, deliver: 0.8", "wrong-value", "'deliver' takes a percentage"),
    ("assumption: red, deliver: 80%", "conflicting-keys", "'deliver' changes lines"),
  ])
  func `a choice or a share that makes no sense is refused`(
    change: String, code: String, message: String
  ) throws {
    let sheet = try Sheet(DeliveryChangeTests.sections, head: DeliveryChangeTests.head, years: 1)
    let found = sheet.diagnostics("- { \(change) }")
    #expect(found.map(\.code.rawValue) == [code])
    #expect(found.first?.message == message)
  }

  @Test(arguments: [
    ("status: blue", "expected one of 'amber', 'green', 'red'"),
    ("service: Parks", "expected 'Waste'"),
  ])
  func `a value that no line has is answered with those that lines have`(
    choice: String, label: String
  ) throws {
    let sheet = try Sheet(DeliveryChangeTests.sections, years: 1)
    let found = sheet.diagnostics("- { lines: { \(choice) }, scale: 50% }")
    #expect(found.map(\.label) == [label])
  }

  @Test func `a plan without shares by status has none to deliver by`() throws {
    let sheet = try Sheet(DeliveryChangeTests.sections, years: 1)
    #expect(sheet.faults("- { lines: [red, amber], deliver: by-status }") == ["wrong-value"])
  }

  @Test func `a field takes only what the plan declares for it`() {
    let line = "- { id: x, role: saving, recurring: [1.000], status: rot, priority: peple }"
    let head = "groups: { priority: { titles: { people: Strong communities } } }\n"
    #expect(Sheet.faults(line, years: 1) == [])
    let found = Sheet.diagnostics(line, head: head + DeliveryChangeTests.head, years: 1)
    #expect(found.map(\.code.rawValue) == ["wrong-value", "wrong-value"])
    #expect(found.compactMap(\.help) == ["the nearest is 'people'"])
  }
}
