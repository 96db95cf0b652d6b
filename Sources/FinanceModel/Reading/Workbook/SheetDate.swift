/// A date as a workbook keeps it: the days since the last day of 1899, shown with a format of letters.
struct SheetDate {
  let text: String

  /// `2026` under `yyyy`, `2026-04-01` under any other format with a year; nil for no date.
  init?(_ typed: String, format: String) {
    let letters = format.lowercased().filter(\.isLetter)
    guard letters.contains("y"), letters.allSatisfy({ "ymdhs".contains($0) }),
      let whole = typed.split(separator: ".").first, let day = Int(whole),
      (61...73_050).contains(day)
    else { return nil }
    // Years that begin in March end with their leap day; day 61 is the first of March 1900.
    let days = day - 61
    var year = 1900
    var rest = days
    while rest >= SheetDate.length(ofYearFromMarch: year) {
      rest -= SheetDate.length(ofYearFromMarch: year)
      year += 1
    }
    let lengths = [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]
    var month = 0
    while rest >= lengths[month] {
      rest -= lengths[month]
      month += 1
    }
    let shownYear = month < 10 ? year : year + 1
    let shownMonth = month < 10 ? month + 3 : month - 9
    text =
      letters.allSatisfy { $0 == "y" }
      ? String(shownYear)
      : "\(shownYear)-\(SheetDate.two(shownMonth))-\(SheetDate.two(rest + 1))"
  }

  private static func length(ofYearFromMarch year: Int) -> Int {
    let next = year + 1
    return next.isMultiple(of: 4) && (!next.isMultiple(of: 100) || next.isMultiple(of: 400))
      ? 366 : 365
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
