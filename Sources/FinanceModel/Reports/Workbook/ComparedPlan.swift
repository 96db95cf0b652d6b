/// One of several plans in a workbook, laid out by itself.
struct ComparedPlan: Sendable {
  /// Its place among them.
  let number: Int
  let sheets: [Sheet]
  /// What it has of each line that differs, in order, by the kind of figure.
  let differing: [Series: [SheetRow]]
  /// How to read any sheet of it, and what is to be known of its own figures.
  let general: [Spreadsheet.Fact]
  let own: [Spreadsheet.Fact]
  /// Where its gap stands.
  let skeleton: PlanWorkbook.Skeleton
  /// Whether it takes from the first what no change reaches.
  let sharesPlan: Bool
  /// What the others find in it; nil for them.
  let leading: LeadingPlan?

  /// Lays out the first of them, or one of the others beside `lead`.
  init(
    _ number: Int, of comparison: Comparison, _ answer: Answer, style: ReportStyle,
    showsChanges: Bool, lead: LeadingPlan? = nil
  ) {
    var book = PlanWorkbook(answer: answer, attribution: nil, style: style, lead: lead)
    let title = comparison.alternatives[number].title
    let sheets = book.model() + (showsChanges ? book.changes : [])
    self.number = number
    self.sheets = sheets.map { $0.numbered(number, title) }
    leading = lead == nil ? LeadingPlan(book) : nil
    var differing: [Series: [SheetRow]] = [:]
    for series in style.effects {
      differing[series] = DifferingLines(comparison, series).rows(of: number, in: &book)
    }
    self.differing = differing
    general = book.general
    own = book.own
    skeleton = book.skeleton
    sharesPlan = book.sharesPlan
  }
}

extension Sheet {
  /// `2 Plan`, which says of its title whose it is.
  fileprivate func numbered(_ number: Int, _ plan: String) -> Sheet {
    var sheet = self
    sheet.plan = number
    sheet.planTitle = "\(number + 1): \(plan)"
    sheet.name = "\(number + 1) \(name)"
    sheet.title = "\(number + 1), \(plan): \(title)"
    return sheet
  }
}
