/// A financial year as the heading of a column names it: `2017-18`, `2017/2018`, `FY17/18`.
enum YearName: Hashable {
  /// Four digits and what follows them: no doubt which year it is.
  case full(FinancialYear)
  /// `17/18`: the century is not said.
  case short(FinancialYear)
  /// `2018` alone: the financial year that begins or the one that ends in it.
  case single(Int)

  var year: FinancialYear? {
    switch self {
    case .full(let year), .short(let year): year
    case .single: nil
    }
  }

  /// The one year that a text names; nil where it names none, or several.
  static func only(in text: String) -> YearName? {
    let found = all(in: text)
    // `April 2025 - March 2026` is the year that ends.
    if found.count == 2, case .single(let start) = found[0], case .full(let year) = found[1],
      start == year.start, text.lowercased().contains("apr")
    {
      return found[1]
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The longest text that is looked through, in bytes: a line of headings as wide as a table may be.
  private static let longest = 20_000

  static func all(in text: String) -> [YearName] {
    guard text.utf8.count <= longest else { return [] }
    let characters = Array(plain(text))
    var found: [YearName] = []
    var place = 0
    while place < characters.count {
      guard isDigit(characters[place]) else {
        place += 1
        continue
      }
      let first = digits(characters, from: place)
      var next = place + first.count
      // `4.496` and `1,234` are figures.
      // `(2026)` is one too, but `Year 1 (2025/26)` names its year in brackets.
      let isBracketed =
        place > 0 && characters[place - 1] == "("
        && (first.count < 4 || next == characters.count || !"-/".contains(characters[next]))
      let isFigure =
        (next < characters.count && ".,".contains(characters[next])) || isBracketed
        || (place > 0 && ".,£".contains(characters[place - 1]))
      if !isFigure {
        if next < characters.count, "-/".contains(characters[next]) {
          let second = digits(characters, from: next + 1)
          if let year = year(first, second) {
            found.append(year)
            place = next + 1 + second.count
            continue
          }
        }
        if let year = spelt(first, characters[next...]) {
          found.append(year)
          place = next + 8
          continue
        }
        if first.count == 4, let year = Int(String(first)), (1990...2099).contains(year) {
          found.append(ended(year, characters[..<place]) ?? .single(year))
        } else if first.count == 2, next == characters.count, let year = Int(String(first)),
          let ended = ended(2000 + year, characters[..<place], isShort: true)
        {
          found.append(ended)
        }
      }
      next = max(next, place + 1)
      place = next
    }
    return found
  }

  /// `31 March 2026`, `March 2026`, `Mar-26`, `YE 2026`: the financial year that ends then.
  private static func ended(
    _ year: Int, _ before: ArraySlice<Character>, isShort: Bool = false
  ) -> YearName? {
    guard let last = before.last, " -".contains(last) else { return nil }
    let word = String(before).lowercased().split { " -".contains($0) }.last.map(String.init) ?? ""
    guard months.contains(word) || (!isShort && endings.contains(word)) else { return nil }
    return FinancialYear(start: year - 1).map(YearName.full)
  }

  /// Words before the year in which a financial year ends.
  private static let endings: Set<String> = ["ye", "y/e", "ending", "ended"]

  /// Whether a text names a year by its end alone, in two digits or without a month: `Mar-26`, `YE 2026`.
  static func isByEndAlone(_ text: String) -> Bool {
    guard case .full(let year)? = only(in: text) else { return false }
    let words = text.lowercased().split { " -–".contains($0) }.map(String.init)
    return words.count > 1 && words.last != "\(year.start + 1)"
      ? words.last?.count == 2 && months.contains(words[words.count - 2])
      : words.dropLast().last.map(endings.contains) ?? false
  }

  private static let months: Set<String> = ["march", "mar", "mar."]

  /// Whether a text begins a name that the next word may end: `31`, `31 March`, `Year 1`.
  static func isBegun(by text: String) -> Bool {
    let words = text.lowercased().split(separator: " ").map(String.init)
    switch words.count {
    case 1: return ["31", "31st", "year"].contains(words[0]) || months.contains(words[0])
    case 2:
      if words[0] == "year" { return words[1].count < 3 && words[1].allSatisfy(isDigit) }
      return ["31", "31st"].contains(words[0]) && months.contains(words[1])
    default: return false
    }
  }

  /// `2024 to 2025`, as government pages write a year.
  private static func spelt(_ first: [Character], _ rest: ArraySlice<Character>) -> YearName? {
    let word = Array(" to ")
    guard first.count == 4, rest.starts(with: word) else { return nil }
    let second = digits(Array(rest), from: word.count)
    let after = rest.dropFirst(word.count + second.count).first
    guard second.count == 4, after != "/", after != "-" else { return nil }
    return year(first, second)
  }

  private static func year(_ first: [Character], _ second: [Character]) -> YearName? {
    let text = String(first) + "-" + String(second)
    if first.count == 4 { return (try? FinancialYear(text)).map(YearName.full) }
    guard first.count == 2, second.count == 2 else { return nil }
    return (try? FinancialYear("20" + text)).map(YearName.short)
  }

  /// Every dash a hyphen, none with spaces around it, and `to` between two years as well.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.trimmed {
      plain.append("–—−‐‑".contains(character) ? "-" : character)
    }
    for (long, short) in [(" - ", "-"), (" -", "-"), ("- ", "-"), (" / ", "/")] {
      plain = plain.split(separator: long, omittingEmptySubsequences: false)
        .joined(separator: short)
    }
    return plain
  }

  private static func digits(_ characters: [Character], from place: Int) -> [Character] {
    guard place < characters.count else { return [] }
    return Array(characters[place...].prefix(while: isDigit))
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
