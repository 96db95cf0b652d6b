import Testing

@testable import FinanceModel

/// Figures stated in prose, to the precision with which they are stated.
@Suite struct ClaimTests {
  @Test(arguments: ["plan.yaml", "driven.yaml"])
  func `Wiltshire's claims hold, and the one that fails is noted`(file: String) throws {
    // The plan has claims of a report of ours besides.
    let claims = try Plan(contentsOf: Wiltshire.path(file)).reconciled().claims
      .filter { $0.claim.source != "ours" }
    let found = claims.map { "\($0.claim.id) \($0.verdict)" }
    #expect(
      found == [
        "savings-45m rounding", "savings-45m-whole-plan noted", "digital-5m rounding",
        "digital-2017-18 exact", "digital-2018-19 exact", "digital-2019-20 exact",
        "digital-2020-21 rounding",
      ])
    let differences = claims.map {
      $0.difference.map { Int($0.trillionths / 1_000_000_000_000_000) }
    }
    #expect(differences == [-448, -7448, 293, 0, 0, 0, 43])
  }

  private func verdict(_ stated: String, of amount: String, noted: String = "") throws -> Verdict {
    let plan = try Plan(
      SourceFile(
        path: "plan.yaml",
        text: """
          plan: sample
          title: Sample
          unit: £m
          years: [2017-18]
          sections:
            - { id: x, figure: [\(amount)] }
            - { id: share, unit: "%", figure: ["= x / £100m"] }
          claims:
            - { id: c, says: So it is, value: "\(stated)", equals: "= total(\(stated.hasSuffix("%") ? "share" : "x"))"\(noted) }
          """))
    return try #require(try plan.reconciled().claims.first).verdict
  }

  @Test(arguments: [
    ("£45m", "45.448", Verdict.rounding), ("£45m", "45.499", .rounding), ("£45m", "45.500", .wrong),
    ("£45m", "44.500", .rounding), ("£45m", "44.499", .wrong), ("£45m", "52.448", .wrong),
    ("£45m", "45.000", .exact), ("£45.4m", "45.448", .rounding), ("£45.5m", "45.448", .wrong),
    ("£5m", "4.707", .rounding), ("£5.0m", "4.707", .wrong), ("£0.25m", "0.250", .exact),
    ("£45,448k", "45.448", .exact), ("£45,449k", "45.448", .wrong),
    ("(£1.5m)", "-1.450", .rounding),
    ("45%", "45.448", .rounding), ("45.4%", "45.448", .rounding), ("46%", "45.448", .wrong),
  ])
  func `a claim holds when the figure rounds to it at its own last place`(
    stated: String, amount: String, expected: Verdict
  ) throws {
    #expect(try verdict(stated, of: amount) == expected)
  }

  @Test(arguments: [
    ("(7.448)", Verdict.noted), ("(7.449)", .wrong), ("7.448", .wrong), ("0.000", .wrong),
  ])
  func `a noted difference must be the one that there is`(
    difference: String, expected: Verdict
  ) throws {
    let noted = ", noted: { difference: \(difference), because: it counts fees as income }"
    #expect(try verdict("£45m", of: "52.448", noted: noted) == expected)
    #expect(try verdict("£45m", of: "45.000", noted: noted) == .exact)
  }

  @Test func `a claim about nothing is wrong`() throws {
    #expect(try verdict("£45m", of: "~") == .wrong)
  }
}
