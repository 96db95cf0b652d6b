import Testing

@testable import FinanceModel

@Suite struct ProofTests {
  private func verdicts(_ report: String, path: String = "report.txt") throws -> [ProofVerdict] {
    try ProofSample.proof(report, path: path).claims.map(\.verdict)
  }

  @Test(arguments: [
    "The plan saves £45m over four years.", "the plan saves £45 million over four years",
    "So THE PLAN SAVES £45M OVER FOUR YEARS in all.", "The plan saves\n£45m over\n  four years",
    "The plan saves £\u{A0}45\u{A0}m over four\u{A0}years",
    "The plan saves £45,000,000 over four years",
    "The plan saves 45 million pounds over four years", "The plan saves £0.045bn over four years",
    "The plan saves £45.4m over four years", "The plan saves £45,448k over four years",
    "The plan saves £45,448,000 over four years", "The plan saves (£45m) over four years",
    "“The plan saves £45m, over four years”", "Over\n- The plan saves £45m over four years",
    "The plan saves about £45m over the four years",
  ])
  func `a sentence is found however it is set, and its figure read`(report: String) throws {
    #expect(try verdicts(report)[0] == .held)
  }

  @Test(arguments: [
    ("£46m", "value"), ("£45.5m", "value"), ("£45.0m", "value"), ("-£45m", "value"),
    ("minus £45m", "value"), ("£(45)m", "value"), ("£45,44m", "value"), ("£40.4m", "value"),
    ("£45k", "unit"), ("£45", "unit"), ("£45bn", "unit"), ("45%", "unit"), ("45", "unit"),
    ("45 percentage points", "unit"), ("45m", "unit"), ("£50m", "value"),
  ])
  func `a wrong figure fails with what is wrong and where`(figure: String, kind: String) throws {
    #expect(
      try ProofSample.faults("First.\n\nThe plan saves \(figure) over four years.")
        == ["3:16 \(kind)"])
  }

  @Test func `a figure of another year is said to be that`() throws {
    #expect(
      try ProofSample.faults("Fees bring £3m in 2017-18. Fees bring £3m in 2018-19.")
        == ["1:12 year"])
    #expect(try ProofSample.faults("Fees bring £2m in 2019-20.") == ["1:19 year"])
  }

  @Test func `a year that no claim has, and that several may mean, is ambiguous`() throws {
    let claims = try ProofSample.proof("Fees bring £7m in 2019-20.").claims
    #expect(claims.map(\.verdict) == [.notFound, .ambiguous, .ambiguous, .notFound])
  }

  @Test func `a sentence of another claim is never taken for one that is missing`() throws {
    #expect(
      try verdicts("Fees bring £2m in 2017/18.") == [.notFound, .held, .notFound, .notFound])
  }

  @Test func `a percentage is of what the claim says, or is said to be of something else`() throws {
    #expect(try verdicts("Fees are £5m, 10 per cent of all spending")[3] == .held)
    let proof = try ProofSample.proof("Fees are £5m, 5% of all spending")
    let fault = try #require(proof.claims[3].places[0].figures[1].fault)
    #expect(fault.kind == .percentageOfWhat)
    #expect(fault.words.contains("'All income'"))
    #expect(try ProofSample.faults("Fees are £5m, 12% of all spending") == ["1:15 value"])
  }

  @Test func `a total without one of its rows is explained`() throws {
    let proof = try ProofSample.proof("The plan saves £40m over four years")
    #expect(proof.claims[0].places[0].figures[0].fault?.words.contains("leaves out 'Fees'") == true)
  }

  @Test func `sentences that fit alike and differ are ambiguous, and the same twice is one`() throws
  {
    let sentence = "The plan saves £45m over four years. "
    #expect(try verdicts(sentence + sentence)[0] == .held)
    #expect(try ProofSample.proof(sentence + sentence).claims[0].placeCount == 2)
    let differing = sentence + "The plan saves £46m over four years."
    #expect(try verdicts(differing)[0] == .ambiguous)
    #expect(try ProofSample.proof(differing).hasFindings(inPart: true))
  }

  @Test func `a sentence of other words is not found, and the nearest is named`() throws {
    let claim = try ProofSample.proof("The plan saves nearly £45m over four years.").claims[0]
    #expect(claim.verdict == .notFound)
    #expect(claim.nearest?.sentence.contains("nearly £45m") == true)
    #expect(try verdicts("The plan saves £45m.\n\nOver four years.")[0] == .notFound)
  }

  @Test func `money and percentages without a claim are listed, and other digits are not`() throws {
    let report = """
      1. On 3 July 2017, at 10:30, paragraph 3.2.1 on page 45 of 03/07/2017 said so (GL 433010).

      Call 01225 713000 about 4,500 homes, 17/18 or the 2nd of 2017-18: £3m, 4.5% and £7.50.
      """
    let proof = try ProofSample.proof(report)
    #expect(proof.uncovered.map(\.text) == ["£3m", "4.5%", "£7.50"])
    #expect(proof.uncovered.map { "\($0.line):\($0.column)" } == ["3:67", "3:72", "3:81"])
    #expect(proof.figureCount == 3)
  }

  @Test func `a difference that the plan notes is no finding`() throws {
    let claims = """
        - id: saved
          says: The plan saves £52m over four years
          value: £52m
          equals: "= -total(savings)"
          noted: { difference: £6.552m, because: it counts fees twice }
      """
    let proof = try ProofSample.proof("The plan saves £52m over four years", claims: claims)
    #expect(proof.claims.map(\.verdict) == [.noted])
    #expect(!proof.hasFindings())
    let other = try ProofSample.proof("The plan saves £53m over four years", claims: claims)
    #expect(other.claims.map(\.verdict) == [.failed])
  }

  @Test func `a claim whose sentence lacks its figure is not looked for`() throws {
    let claims =
      #"  - { id: saved, says: All that is saved, value: £45m, equals: "= -total(savings)" }"#
    let claim = try ProofSample.proof("All that is saved", claims: claims).claims[0]
    #expect(claim.verdict == .notFound)
    #expect(claim.reason?.contains("does not state £45m") == true)
  }

  @Test func `a text that repeats itself without end takes no more than its length`() throws {
    let words = Array(repeating: "fees", count: 400).joined(separator: " ")
    let claims =
      "  - { id: c, says: \(words) £5m, value: £5m, equals: \"= -total(fees)\" }"
    let report = Array(repeating: "fees", count: 60_000).joined(separator: " ") + " £1 £1"
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try ProofSample.proof(report, claims: claims).claims[0].verdict == .failed)
    #expect(clock.now - start < .seconds(20))
  }
}
