/// A delay as a scenario writes it: `1 year`, `2 years`, `1.5 years`, `6 months`.
struct DelayText: Hashable, Sendable {
  /// At least 1.
  let months: Int

  /// The longest delay that is read; a plan has fewer years.
  private static let longest = 12_000

  /// Nil when the text is no delay of whole months.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let found: Int?
    switch words[1] {
    case "year", "years": found = DelayText.years(words[0])
    case "month", "months": found = DelayText.whole(words[0])
    default: return nil
    }
    guard let found, found > 0 else { return nil }
    months = found
  }

  private static func years(_ word: Substring) -> Int? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard let years = parts.first.flatMap(whole), parts.count <= 2 else { return nil }
    let parted: [Substring: Int] = ["5": 6, "50": 6, "25": 3, "75": 9]
    guard parts.count == 2 else { return years * 12 }
    return parted[parts[1]].map { years * 12 + $0 }
  }

  private static func whole(_ word: Substring) -> Int? {
    guard !word.isEmpty, word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word),
      number <= longest
    else { return nil }
    return number
  }
}
