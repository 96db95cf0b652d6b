/// Makes ids from titles: readable, unique, and never a word of formulas.
struct IdentifierMaker {
  private var taken = Set(FormulaWords.functions + GapKind.allCases.map(\.rawValue))
  private static let small: Set<String> = [
    "a", "an", "and", "as", "by", "for", "from", "in", "of", "on", "our", "per", "the", "to",
    "with",
  ]
  private static let longest = 34

  /// An id for a title that no other has; a title taken already goes behind the name of its section.
  mutating func id(for title: String, in section: String? = nil, else fallback: String) -> String {
    let plain = IdentifierMaker.slug(title)
    let reserved = FormulaWords.functions + GapKind.allCases.map(\.rawValue)
    let first = plain.isEmpty ? fallback : reserved.contains(plain) ? plain + "-row" : plain
    if taken.insert(first).inserted { return first }
    if let section, case let longer = IdentifierMaker.slug(section + " " + title),
      !longer.isEmpty, taken.insert(longer).inserted
    {
      return longer
    }
    var number = 2
    while !taken.insert("\(first)-\(number)").inserted { number += 1 }
    return "\(first)-\(number)"
  }

  mutating func take(_ id: String) { taken.insert(id) }

  /// Lower-case words with hyphens, as many as are readable; empty where a title has no letters.
  static func slug(_ title: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in (title.lowercased() + " ").unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "'", "’": continue
      case "à"..."å": word += "a"
      case "è"..."ë": word += "e"
      case "ô": word += "o"
      case "ŵ": word += "w"
      case "ŷ": word += "y"
      default:
        if !word.isEmpty { words.append(word) }
        word = ""
      }
    }
    if words.count > 2 { words.removeAll { small.contains($0) } }
    var slug = ""
    for word in words {
      if slug.utf8.count + word.utf8.count >= longest { break }
      slug += slug.isEmpty ? word : "-" + word
    }
    if slug.isEmpty, let first = words.first { slug = String(first.prefix(longest)) }
    guard let letter = slug.unicodeScalars.first else { return "" }
    return ("a"..."z").contains(letter) ? slug : "row-" + slug
  }
}
