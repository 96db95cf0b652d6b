/// The years of a plan before and after it is rolled forward by one.
struct RolledYears {
  let old: PlanYears
  let new: PlanYears
  /// The old first year, which is the new base year.
  let base: FinancialYear
  /// The last year, which is added.
  let added: FinancialYear

  /// Nil where a plan has no years, or no year can follow its last.
  init?(_ years: PlanYears) {
    guard let base = years.years.first, let added = years.years.last?.next else { return nil }
    old = years
    self.base = base
    self.added = added
    new = PlanYears(
      history: (years.history + [base]).suffix(max(years.history.count, 1)),
      years: years.years.dropFirst() + [added])
  }

  /// The years of both plans.
  var common: [FinancialYear] { Array(old.years.dropFirst()) }

  /// The last year of the old plan, which the added one follows.
  var last: FinancialYear { old.years[old.years.count - 1] }

  /// Whether a year is no column of the new plan.
  func isGone(_ year: FinancialYear) -> Bool { !new.columns.contains(year) }
}
