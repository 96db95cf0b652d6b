import Testing

@testable import FinanceModel

/// One fault put into Wiltshire's published table gives one finding, with its cause.
@Suite struct MisprintTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let row: String
    let column: Int
    let text: String
    let finding: String
    /// What the suggested cause must say.
    let cause: String

    init(_ row: String, _ year: String, _ text: String, _ finding: String, cause: String = "") {
      self.row = row
      column = Wiltshire.years.firstIndex(of: year) ?? 0
      self.text = text
      self.finding = "\(row) \(year) \(finding)"
      self.cause = cause
    }

    var testDescription: String { "\(text): \(finding)" }
  }

  /// The findings in a plan whose published table has one other cell.
  private func findings(_ file: String, _ fault: Fault) throws -> Reconciliation {
    var published = try Wiltshire.published()
    let row = try #require(published.rows.firstIndex { $0.title == fault.row })
    #expect(published.rows[row].cells[fault.column] != fault.text)
    published.rows[row].cells[fault.column] = fault.text
    let folder = try WorkFolder()
    try folder.write("published.tsv", published.text)
    let plan = try folder.write("plan.yaml", try Wiltshire.text(file))
    let result = try Plan(contentsOf: plan).reconciled()
    #expect(result.count(.exact) == 289)
    return result
  }

  private static let faults = [
    // In a typed figure.
    Fault(
      "Increase in Council Tax", "2017-18", "(4.469)",
      "wrong 0.027",
      cause: "two digits are exchanged"),
    Fault(
      "Increase in Council Tax", "2016-17", "220.402", "wrong 440.804",
      cause: "sign is lost"),
    Fault("Highways and Transport", "2017-18", "", "wrong -1.300"),
    Fault("Highways and Transport", "2017-18", "tbc", "wrong -1.300"),
    Fault("Highways and Transport", "2017-18", "1.301", "wrong 0.001"),
    Fault(
      "New Homes Bonus Income changes", "2016-17", "1.000",
      "wrong 1.000 of 0.0005"),
    Fault("Corporate growth", "2018-19", "0.001", "wrong"),
    Fault("Council Tax base growth", "2016-17", "", "wrong 0.000"),
    // In a note.
    Fault(
      "Original plan MTFS issued to DCLG following Council approval", "2016-17",
      "note + is a shortfall; () is income growth", "wrong"),
    Fault("Original plan MTFS issued to DCLG following Council approval", "2016-17", "", "wrong"),
    // In what a one-off unwinds to.
    Fault(
      "Use of Rural Reserves", "2018-19", "(6.000)", "wrong -12.000 of 0.0005",
      cause: "sign is lost"),
    Fault("Adult Social Care Support Grant", "2018-19", "", "wrong -1.800 of 0.0005"),
    // In a total: a place is what rounding may make of ten rows, two digits are not.
    Fault("Total Growth Changes", "2018-19", "19.410", "rounding 0.001 of 0.0055"),
    Fault("Total Growth Changes", "2018-19", "19.414", "rounding 0.005 of 0.0055"),
    Fault("Total Growth Changes", "2018-19", "19.415", "wrong 0.006 of 0.0055"),
    Fault(
      "Total Growth Changes", "2018-19", "19.490",
      "wrong 0.081 of 0.0055"),
    Fault(
      "Total Growth Changes", "2018-19", "14.127",
      "wrong -5.282 of 0.0055",
      cause: "'Staffing - pay & NLW & apprenticeships' is left out"),
    Fault(
      "Total Growth Changes", "2018-19", "24.691",
      "wrong 5.282 of 0.0055",
      cause: "'Staffing - pay & NLW & apprenticeships' is counted twice"),
    Fault(
      "Total Growth Changes", "2017-18", "21.120",
      "wrong 12.000 of 0.0055",
      cause: "a bracket or sign is lost in 'Use of Rural Reserves'"),
    Fault(
      "TOTAL COST REDUCTION PLAN", "2017-18", "7.521", "wrong 15.042 of 0.0050",
      cause: "sign is lost"),
    Fault(
      "TOTAL COST REDUCTION PLAN REQUIRED", "2017-18", "7.512",
      "wrong -0.009 of 0.0015",
      cause: "two digits are exchanged: 7.512 for 7.521"),
    Fault("TOTAL COST REDUCTION PLAN REQUIRED", "2017-18", "7.522", "rounding 0.001 of 0.0015"),
    Fault("TOTAL COST REDUCTION PLAN REQUIRED", "2017-18", "7.523", "wrong 0.002 of 0.0015"),
  ]

  @Test(arguments: faults)
  func `one fault in the plan's table is one finding`(fault: Fault) throws {
    let result = try findings("plan.yaml", fault)
    #expect(result.findings == [fault.finding])
    #expect(result.causes.first?.contains(fault.cause) == true || fault.cause.isEmpty)
  }

  @Test(arguments: [
    Fault(
      "Increase in Council Tax", "2017-18", "(4.469)",
      "wrong 0.027",
      cause: "two digits are exchanged"),
    Fault(
      "TOTAL COST REDUCTION PLAN REQUIRED", "2017-18", "7.512",
      "wrong -0.009 of 0.0015",
      cause: "two digits are exchanged: 7.512 for 7.521"),
    // 110% of 0.5705 is printed 0.628: a place either way is rounding.
    Fault("Pension Backfunding", "2018-19", "0.628", "rounding 0.001 of 0.0015"),
    Fault("Pension Backfunding", "2018-19", "0.629", "wrong 0.002 of 0.0015"),
    Fault(
      "Pension Backfunding", "2018-19", "0.672",
      "wrong 0.045 of 0.0015",
      cause: "two digits are exchanged: 0.672 for 0.627"),
    // 3% of the council tax: its own roundings are far below a place.
    Fault("Social Care Levy", "2017-18", "(6.782)", "wrong -0.001 of 0.0005"),
    Fault(
      "Social Care Levy", "2017-18", "6.781", "wrong 13.562 of 0.0005",
      cause: "sign is lost"),
  ])
  func `one fault in the driven plan's table is one finding`(fault: Fault) throws {
    let result = try findings("driven.yaml", fault)
    #expect(result.findings == [fault.finding])
    #expect(result.causes.first?.contains(fault.cause) == true || fault.cause.isEmpty)
  }
}
