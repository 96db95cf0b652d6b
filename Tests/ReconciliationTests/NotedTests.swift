import Testing

@testable import FinanceModel

/// Differences that a plan records with their reason.
@Suite struct NotedTests {
  private func found(_ published: String, difference: String) throws -> Reconciled {
    try Reconciled(
      """
      - { id: opening, title: Opening, figure: [325] }
      - { id: drawn, title: Drawn, figure: [(100)] }
      - { id: closing, title: Closing, figure: "= opening + drawn" }
      """,
      table: """
        £000    | 2025-26
        Opening | 325
        Drawn   | (100)
        Closing | \(published)
        """, head: "unit: £000",
      entry:
        ", noted: [{ row: closing, column: 2025-26, difference: \(difference), because: pasted over }]"
    )
  }

  @Test func `a recorded difference is noted with its reason`() throws {
    let found = try found("(100)", difference: "-325")
    #expect(found.findings == ["Closing 2025-26 noted -325"])
    #expect(found.causes == ["pasted over"])
    #expect(!found.result.hasFindings)
  }

  @Test func `it is published less computed, not the other way round`() throws {
    #expect(
      try found("(100)", difference: "325").findings.first?.hasPrefix("Closing 2025-26 wrong -325")
        == true)
  }

  @Test func `a difference that has changed is wrong again`() throws {
    #expect(
      try found("(101)", difference: "-325").findings.first?.hasPrefix("Closing 2025-26 wrong -326")
        == true)
  }

  @Test func `a difference that is gone is exact`() throws {
    #expect(try found("225", difference: "-325").findings == [])
  }
}
