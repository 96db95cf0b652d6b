import Testing

@testable import FinanceModel

/// Whether a table's first column is the plan's first year or the year before it.
@Suite struct ImportFirstYearTests {
  private static let changes = """
    Pay pressures,12.4,8.1,7.9
    Inflation,9.8,6.2,6.0
    Gross budget movement,22.2,14.3,13.9
    Council tax,(8.2),(4.6),(4.8)
    In year budget gap,14.0,9.7,9.1
    """
  private static let balanced = """
    Adult social care,20.3,21.0,21.9
    Place,27.5,28.1,29.3
    Total net expenditure,47.8,49.1,51.2
    Council tax,(30.0),(30.5),(31.0)
    Grants,(17.8),(17.0),(16.0)
    Total funding,(47.8),(47.5),(47.0)
    Budget shortfall,-,1.6,4.2
    """

  private func imported(_ headings: [String], _ rows: String) throws -> TableImport {
    let headings = ["MTFS changes £m"] + headings
    return try ImportSample.imported(headings.joined(separator: ",") + "\n" + rows + "\n")
  }

  private func asksOfFirst(_ imported: TableImport) -> Bool {
    imported.questions.contains { $0.text.contains("--base-years") }
  }

  @Test(arguments: ["Proposed Budget", "Draft Budget", "Draft Revised Budget"])
  func `a budget that is proposed is the plan's first year, unasked`(words: String) throws {
    for rows in [Self.changes, Self.balanced] {
      let imported = try imported(
        ["2025/26 \(words)", "2026/27 Projection", "2027/28 Projection"], rows)
      #expect(imported.plan.years.history.isEmpty)
      #expect(imported.plan.years.years.count == 3)
      #expect(!asksOfFirst(imported))
      ImportSample.expectExact(imported)
    }
  }

  @Test(arguments: ["Indicative", "Forecast", "Estimate", "Plan", ""])
  func `a plain budget with a gap is the plan's first year, and asked about`(later: String) throws {
    let imported = try imported(
      ["2025/26 Budget", "2026/27 \(later)", "2027/28 \(later)"], Self.changes)
    #expect(imported.plan.years.history.isEmpty)
    let question = try #require(imported.questions.first { $0.text.contains("--base-years 0") })
    #expect(question.text.hasPrefix("Is 2025-26, headed '2025/26 Budget', the plan's first year"))
    #expect(question.text.contains("or 1 for the year before"))
    ImportSample.expectExact(imported)
  }

  @Test(arguments: ["Indicative", "Forecast", "Estimate", "Plan", ""])
  func `a plain budget that alone balances is the year before, and asked about`(later: String)
    throws
  {
    let imported = try imported(
      ["2025/26 Budget", "2026/27 \(later)", "2027/28 \(later)"], Self.balanced)
    #expect(imported.plan.years.base?.description == "2025-26")
    let question = try #require(imported.questions.first { $0.text.contains("--base-years 1") })
    #expect(question.text.contains("'Budget shortfall' is nil in it and in no later year"))
    #expect(question.text.contains("or 0 for the plan's first year"))
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["1.6", "4.2"])
    ImportSample.expectExact(imported)
  }

  @Test(arguments: ["Forecast", "Projected", "Probable"])
  func `a forecast before a budget is the year before, and asked about`(words: String) throws {
    let imported = try imported(
      ["2025/26 \(words)", "2026/27 Budget", "2027/28 Estimate"], Self.balanced)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 1, or 0") })
    let later = try self.imported(
      ["2025/26 \(words)", "2026/27 \(words)", "2027/28 \(words)"], Self.balanced)
    #expect(later.plan.years.history.isEmpty)
  }

  @Test func `a plain budget of whole amounts before changes is the year before, and asked about`()
    throws
  {
    let imported = try imported(
      ["2025/26 Budget", "2026/27", "2027/28"],
      "Pay,120.0,2.1,2.2\nEnergy,30.0,1.1,0.2\nCare,80.0,3.1,3.2\nTotal,230.0,6.3,5.6")
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 1, or 0") })
  }

  @Test func `a plain budget after an outturn may be either, and is asked about`() throws {
    let imported = try imported(
      ["2024/25 Outturn", "2025/26 Budget", "2026/27 Forecast"], Self.changes)
    #expect(imported.plan.years.history.map(\.description) == ["2024-25"])
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 1, or 2") })
  }

  @Test(arguments: ["Approved Budget", "Original Budget", "Current Budget", "Revised", "Outturn"])
  func `words of a year before the plan are enough`(words: String) throws {
    let imported = try imported(
      ["2025/26 \(words)", "2026/27 Forecast", "2027/28 Forecast"], Self.changes)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(!asksOfFirst(imported))
  }

  @Test func `a nil gap in the first year makes it no base year, and is asked about`() throws {
    let imported = try imported(["2025/26", "2026/27", "2027/28"], Self.balanced)
    #expect(imported.plan.years.history.isEmpty)
    #expect(
      imported.questions.contains {
        $0.text.contains("though 'Budget shortfall' is nil in it and in no later year")
      })
    #expect(try ImportSample.gap(imported, .remaining, .cumulative) == ["0.0", "1.6", "4.2"])
  }

  private static let unbalanced = """
    Adults,110.2,116.1,120.7
    Children,80.3,84.6,87.9
    Net expenditure,190.5,200.7,208.6
    Council tax,(149.0),(156.4),(164.0)
    Grants,(38.0),(39.0),(39.0)
    Deficit,3.5,5.3,5.6
    """

  @Test(arguments: ["2025/26 Forecast", "2025/26 Q2 Forecast", "2025/26 Probable"])
  func `a forecast before bare years is the year before, and asked about`(heading: String) throws {
    let imported = try imported([heading, "2026/27", "2027/28"], Self.unbalanced)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 1, or 0") })
    ImportSample.expectExact(imported)
  }

  @Test func `an estimate before bare years may be either, and is asked about`() throws {
    let imported = try imported(["2025/26 Estimate", "2026/27", "2027/28"], Self.unbalanced)
    #expect(imported.plan.years.history.isEmpty)
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 0, or 1") })
    let later = try self.imported(
      ["2025/26 Estimate", "2026/27 Forecast", "2027/28 Forecast"], Self.unbalanced)
    #expect(later.plan.years.history.isEmpty)
  }

  @Test(arguments: ["Restated", "Month 6", "Prior year", "Outturn", "Quarter 2 position"])
  func `words of a year that runs or has ended are enough`(words: String) throws {
    let imported = try imported(["2025/26 \(words)", "2026/27", "2027/28"], Self.unbalanced)
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(!asksOfFirst(imported))
    ImportSample.expectExact(imported)
  }

  @Test func `a forecast after an actual is asked about, and a heading over all years is no base`()
    throws
  {
    let imported = try imported(
      ["2024/25 Actual", "2025/26 Forecast", "2026/27", "2027/28"],
      "High needs allocation,(61.2),(64.9),(67.1),(69.2)\nHigh needs,72.8,81.3,88.9,95.1\n"
        + "In-year deficit,11.6,16.4,21.8,25.9")
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 2, or 1") })
    let merged = try ImportSample.imported(
      ",Forecast,,\nBudgets £m,2025/26,2026/27,2027/28\n\(Self.unbalanced)\n")
    #expect(merged.plan.years.history.isEmpty)
    #expect(merged.questions.contains { $0.text.contains("Answer with --base-years 0, or 1") })
  }

  @Test func `a year with a budget and an outturn is before the plan`() throws {
    let imported = try imported(
      ["2025/26 Budget", "2025/26 Outturn", "2026/27 Budget", "2027/28 Plan"],
      "Precept,(68.9),(68.9),(72.8),(76.4)\nEmployees,68.9,69.3,73.1,76.9\nDeficit,0.0,0.4,0.3,0.5")
    #expect(imported.plan.years.base?.description == "2025-26")
    #expect(imported.questions.contains { $0.text.contains("which is the plan's?") })
  }

  // MARK: The total column

  private static func summed(_ first: [String], _ totals: [String]) -> String {
    """
    Pay pressures,\(first[0]),1.2,1.3,\(totals[0])
    Council tax,(\(first[1])),(0.2),(0.3),(\(totals[1]))
    Budget gap,\(first[2]),1.0,1.0,\(totals[2])
    """
  }

  @Test(arguments: ["Budget", "Original Budget"])
  func `a total that adds up the first column makes it a year of the plan`(words: String) throws {
    let imported = try imported(
      ["2026/27 \(words)", "2027/28 Forecast", "2028/29 Forecast", "Total"],
      Self.summed(["1.1", "0.1", "1.0"], ["3.6", "0.6", "3.0"]))
    #expect(imported.plan.years.history.isEmpty)
    #expect(imported.plan.totalColumn?.title == "Total")
    // Words and sums that differ are a doubt.
    #expect(asksOfFirst(imported) == (words != "Budget"))
    ImportSample.expectExact(imported)
  }

  @Test func `a total that leaves the budget out makes it the year before, and is asked about`()
    throws
  {
    let imported = try imported(
      ["2026/27 Budget", "2027/28 Forecast", "2028/29 Forecast", "Total"],
      Self.summed(["1.1", "0.1", "1.0"], ["2.5", "0.5", "2.0"]))
    #expect(imported.plan.years.base?.description == "2026-27")
    #expect(imported.questions.contains { $0.text.contains("Answer with --base-years 1, or 0") })
    ImportSample.expectExact(imported)
  }

  @Test func `a total that fits with and without an empty first column is asked about`() throws {
    let imported = try imported(
      ["2026/27", "2027/28", "2028/29", "Total"],
      Self.summed(["0.0", "0.0", "0.0"], ["2.5", "0.5", "2.0"]))
    #expect(imported.plan.years.history.isEmpty)
    #expect(
      imported.questions.contains { $0.text.contains("the years with it and without it") })
  }

  @Test func `more base years than the table can have are refused`() throws {
    let text = "£m,2025/26,2026/27,2027/28\nPay pressures,1.0,2.0,3.0\n"
    let fault = try ImportSample.fault(
      Array(text.utf8), options: ImportOptions(baseYears: 3))
    #expect(fault.message == "--base-years 3 leaves the plan no year")
    #expect(fault.help?.contains("--base-years 2") == true)
    let imported = try ImportSample.imported(text, options: ImportOptions(baseYears: 2))
    #expect(imported.plan.years.history.count == 2)
  }
}
