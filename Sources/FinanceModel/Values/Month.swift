/// A calendar month, with its year or without: `October 2018`, `Oct 2018`, `2018-10`, `October`.
struct Month: Hashable, Sendable {
  /// 1 for January.
  let number: Int
  let year: Int?

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  init?(_ text: String) {
    let words = text.split(separator: " ")
    if let first = words.first, let index = Month.index(first) {
      guard words.count <= 2 else { return nil }
      number = index + 1
      year = words.count == 2 ? Month.year(words[1]) : nil
      if words.count == 2, year == nil { return nil }
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let year = Month.year(parts[0]),
      let number = Int(parts[1]), (1...12).contains(number)
    else { return nil }
    self.number = number
    self.year = year
  }

  private static func index(_ word: Substring) -> Int? {
    let word = word.lowercased()
    return names.firstIndex { $0.lowercased() == word || $0.prefix(3).lowercased() == word }
  }

  private static func year(_ word: Substring) -> Int? {
    word.utf8.count == 4 && word.utf8.allSatisfy { (48...57).contains($0) } ? Int(word) : nil
  }

  /// `October 2018`, so many months after the start of a financial year.
  static func name(_ months: Int, after year: FinancialYear) -> String {
    "\(names[(months + 3) % 12]) \(year.start + (months + 3) / 12)"
  }

  var name: String { Month.names[number - 1] }

  /// The financial year it falls in, from April on; nil without a year, or beyond the last.
  var financialYear: FinancialYear? {
    year.flatMap { FinancialYear(start: number >= 4 ? $0 : $0 - 1) }
  }

  /// How many months of its financial year are left from its first day: 12 for April, 1 for March.
  var monthsLeft: Int { number >= 4 ? 16 - number : 4 - number }
}
