import Testing

@testable import FinanceModel

@Suite struct YearTests {
  @Test(arguments: [
    ("2017-18", 2017, "2017-18"), ("2017/18", 2017, "2017-18"), ("2017-2018", 2017, "2017-18"),
    ("2017–18", 2017, "2017-18"), ("2017/2018", 2017, "2017-18"), ("2017–2018", 2017, "2017-18"),
    ("1999-00", 1999, "1999-00"), ("1999-2000", 1999, "1999-00"), ("2099-00", 2099, "2099-00"),
    ("2008-09", 2008, "2008-09"), ("1900-01", 1900, "1900-01"), ("2198-99", 2198, "2198-99"),
  ])
  func `a financial year is read in each form and printed in one`(
    text: String, start: Int, printed: String
  ) throws {
    let year = try FinancialYear(text)
    #expect(year.start == start)
    #expect(year.description == printed)
    #expect(try FinancialYear(printed) == year)
  }

  @Test(arguments: ["2017-19", "2017-17", "2017-2019", "2017-1918", "2017-2117", "2017-16"])
  func `a second half that does not follow is refused with the year meant`(text: String) throws {
    let expected = try FinancialYear("2017-18")
    #expect(throws: FinancialYearFault.doesNotFollow(expected: expected)) {
      try FinancialYear(text)
    }
  }

  @Test(arguments: [
    "", "2017", "17-18", "2017-8", "2017-018", "2017--18", "2017-18-19", "2017 18", " 2017-18",
    "2017-18 ", "٢٠١٧-١٨", "2017-1８", "-2017-18", "2017-", "-18", "2017−18", "20171-18", "FY17/18",
    "2017-99999999999999999999", "2017-18\n",
  ])
  func `any other text is no financial year`(text: String) {
    #expect(throws: FinancialYearFault.notAYear) { try FinancialYear(text) }
  }

  @Test(arguments: ["1899-00", "2199-00", "0000-01", "9999-00", "9999-10"])
  func `years outside two centuries are refused`(text: String) {
    #expect(throws: FinancialYearFault.outOfRange) { try FinancialYear(text) }
  }

  @Test func `years follow each other up to the last that can be named`() throws {
    let year = try FinancialYear("2017-18")
    #expect(try year.next == FinancialYear("2018-19"))
    #expect(try year < FinancialYear("2018-19"))
    #expect(FinancialYear(start: 2198)?.next == nil)
    #expect(FinancialYear(start: 1899) == nil && FinancialYear(start: .max) == nil)
  }

  @Test func `the columns of a plan are its history and its years`() throws {
    let history = try ["2008-09", "2009-10"].map { try FinancialYear($0) }
    let years = try ["2010-11", "2011-12", "2012-13"].map { try FinancialYear($0) }
    let plan = PlanYears(history: history, years: years)
    #expect(plan.columns == history + years)
    #expect(plan.base == history[1] && plan.baseColumn == 1)
    #expect(plan.planColumns == 2..<5 && plan.columnCount == 5)
    #expect(plan.column(of: years[0]) == 2)
    #expect(plan.column(of: try FinancialYear("2013-14")) == nil)

    let without = PlanYears(history: [], years: years)
    #expect(without.base == nil && without.baseColumn == nil && without.planColumns == 0..<3)
  }

  @Test func `a series adds year by year, runs and totals`() throws {
    let first = try FinancialYear("2017-18")
    let series = YearSeries(first: first, values: [4, -4, 0, 1].map { Money(pounds: $0) })
    #expect(series.total == Money(pounds: 1))
    #expect(series.runningSum.values == [4, 0, 0, 1].map { Money(pounds: $0) })
    #expect((series + series).values == [8, -8, 0, 2].map { Money(pounds: $0) })
    #expect((series - series).values == [0, 0, 0, 0].map { Money(pounds: $0) })
    #expect(series[try FinancialYear("2020-21")] == Money(pounds: 1))
    #expect(series[try FinancialYear("2021-22")] == nil)
    #expect(series[try FinancialYear("2016-17")] == nil)
  }

  @Test func `series of different years are never added`() async {
    await #expect(processExitsWith: .failure) {
      let years = (FinancialYear(start: 2017)!, FinancialYear(start: 2018)!)
      _ =
        YearSeries(first: years.0, values: [Money.zero])
        + YearSeries(first: years.1, values: [.zero])
    }
    await #expect(processExitsWith: .failure) {
      let year = FinancialYear(start: 2017)!
      _ = YearSeries(first: year, values: [Money.zero]) - YearSeries(first: year, values: [])
    }
  }
}
