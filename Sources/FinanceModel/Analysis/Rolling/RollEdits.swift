/// What a rolled plan needs beside the moving of its years, so that the years of both agree.
struct RollEdits {
  /// Parts of formulas that read a year that is gone, and the amount in the place of each.
  var amounts: [String: String] = [:]
  /// Figures that are held as the old plan had them, because their formula would now give others.
  var frozen: [Identifier: [FinancialYear: Cell]] = [:]
  /// Lines whose share delivered would now be another: their figures hold what is delivered.
  var delivered: Set<Identifier> = []
  /// Rows that have no figure in the added year, because their formula has no value there.
  var blank: Set<Identifier> = []
  /// The gap of the new base year, where the plan would not compute it.
  var baseGap: Money?
}
