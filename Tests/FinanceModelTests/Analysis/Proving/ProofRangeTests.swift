import Testing

@testable import FinanceModel

@Suite struct ProofRangeTests {
  @Test(arguments: [
    "£45m to £50m", "£45m-£50m", "£45m – £50m", "£45-50m", "£45 to £50m", "£45m to 50 million",
    "between £45m and £50m", "between £45 and £50 million", "£45m to about £50m", "£40m to £45m",
    "£40-45m", "between about £40m and some £45m", "-£50m to -£45m", "£45,000k to £50.5m",
  ])
  func `a claim is not held by an end of a range`(range: String) throws {
    let proof = try ProofSample.proof("The plan saves \(range) over four years.")
    #expect(proof.claims[0].verdict == .failed)
    let figure = try #require(proof.claims[0].places.first?.figures.first)
    #expect(figure.fault?.kind == .range)
    #expect(figure.fault?.words == "it is a range; the plan has £45.448m")
    #expect(figure.place.text == range)
    #expect(proof.figureCount == 1)
  }

  @Test(arguments: [
    ("A: £45m to £50m a year.", ["£45m to £50m"]),
    ("A: 5-7% and 3 to 4 per cent.", ["5-7%", "3 to 4 per cent"]),
    ("It is between £2m and £3m, or £4m.", ["between £2m and £3m", "£4m"]),
    ("Costs range from £2m to £5m.", ["£2m to £5m"]), ("£2m to £5m to £7m", ["£2m to £5m", "£7m"]),
    // Figures by themselves.
    ("Costs rise from £2m to £5m.", ["£2m", "£5m"]),
    ("The gap falls by £2m to £5m.", ["£2m", "£5m"]),
    ("It is £2m and £3m.", ["£2m", "£3m"]), ("It gives £5m to £2m.", ["£5m", "£2m"]),
    ("It gives £5m to 12 schools in 2017-18.", ["£5m"]),
    ("Rooms 3 to 5 cost £2m - 5% more.", ["£2m", "5%"]),
    ("£2m. To £5m.", ["£2m", "£5m"]), ("£2m\n\nto £5m", ["£2m", "£5m"]),
    ("£2m to £5%", ["£2m", "£5%"]),
    ("£45m -£50m", ["£45m", "-£50m"]), ("between £45m and 50%", ["£45m", "50%"]),
    ("£2m to 2018-19", ["£2m"]), ("£500 to £1m", ["£500 to £1m"]),
  ])
  func `a range is one figure, and what goes from one to another is two`(
    text: String, expected: [String]
  ) throws {
    #expect(try ProofSample.proof(text).uncovered.map(\.text) == expected)
  }

  @Test func `a claim whose words end or begin within a range is not held by it`() throws {
    let claims = """
        - { id: a, says: The plan saves £45m, value: £45m, equals: "= -total(savings)" }
        - { id: b, says: £5m of fees in all, value: £5m, equals: "= -total(fees)" }
      """
    let proof = try ProofSample.proof(
      "The plan saves £45m to £50m. There are £3m to £5m of fees in all.", claims: claims)
    #expect(proof.claims.map(\.verdict) == [.failed, .failed])
    #expect(proof.uncoveredCount == 0)
    let points = try ProofSample.proof(
      "The plan saves £45m. Fees rise from £3m to £5m of fees in all.", claims: claims)
    #expect(points.claims.map(\.verdict) == [.held, .held])
  }

  private let ranged = """
      - id: between
        says: The plan saves £40m to £45m over four years
        value: £40m
        equals: "= -total(estate)"
        figures: [{ id: upper, value: £45m, equals: "= -total(savings)" }]
    """

  @Test(arguments: [
    ("£40m to £45m", []), ("between £40 and £45 million", []), ("£40.4-45.4m", []),
    ("£40m to £46m", ["value"]), ("£39m to £46m", ["value", "value"]),
    ("£45m", ["range", "range"]),
    ("£40k to £45k", ["unit", "unit"]),
  ])
  func `a claim may state both ends of a range itself`(range: String, faults: [String]) throws {
    let proof = try ProofSample.proof("The plan saves \(range) over four years.", claims: ranged)
    let figures = proof.claims[0].places.flatMap(\.figures)
    #expect(figures.count == 2)
    #expect(figures.compactMap { $0.fault?.kind.rawValue } == faults)
  }

  @Test func `a range that a claim only carries has to be the same`() throws {
    let claims =
      #"  - { id: c, says: "We save £45m, 5-7% are fees", value: £45m, equals: "= -total(savings)" }"#
    #expect(
      try ProofSample.proof("We save £45m, 5% to 7% are fees", claims: claims).claims[0].verdict
        == .held
    )
    for other in ["5% to 8%", "5%"] {
      let proof = try ProofSample.proof("We save £45m, \(other) are fees", claims: claims)
      #expect(proof.claims[0].verdict == .failed, "\(other)")
    }
  }
}
