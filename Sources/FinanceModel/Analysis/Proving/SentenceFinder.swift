/// Finds a pattern of words among the tokens of a report, in one pass over them.
///
/// Every figure is alike to it and every year, so that the wrong ones are found as well. However a
/// text repeats itself, a pattern costs no more than twice its length (Knuth, Morris and Pratt).
struct SentenceFinder {
  private let tokens: [ProseTokens.Token]
  /// The words that the report has at all.
  private let known: Set<Int32>

  init(_ tokens: [ProseTokens.Token]) {
    self.tokens = tokens
    known = tokens.reduce(into: []) { $0.insert($1.id) }
  }

  /// The positions at which the pattern begins.
  func places(of pattern: [Int32]) -> [Int] {
    guard !pattern.isEmpty, pattern.allSatisfy(known.contains) else { return [] }
    let borders = SentenceFinder.borders(pattern)
    var found: [Int] = []
    var matched = 0
    for (place, token) in tokens.enumerated() {
      while matched > 0, pattern[matched] != token.id { matched = borders[matched - 1] }
      if pattern[matched] == token.id { matched += 1 }
      if matched == pattern.count {
        found.append(place + 1 - matched)
        // The next begins behind this one: no two share a word.
        matched = 0
      }
    }
    return found
  }

  /// For each beginning of the pattern, how much of its end is a beginning again.
  private static func borders(_ pattern: [Int32]) -> [Int] {
    var borders = Array(repeating: 0, count: pattern.count)
    var length = 0
    for place in pattern.indices.dropFirst() {
      while length > 0, pattern[place] != pattern[length] { length = borders[length - 1] }
      if pattern[place] == pattern[length] { length += 1 }
      borders[place] = length
    }
    return borders
  }

  /// The sentence that has most of the pattern's words, and how many; nil where none has two thirds.
  ///
  /// One that is taken by a claim is none.
  func nearest(to pattern: [Int32], isTaken: [Bool]) -> Int? {
    var wanted = Set(pattern.filter { $0 > 0 })
    let least = max(2, (wanted.count * 2 + 2) / 3)
    let all = wanted
    var best: (place: Int, count: Int)?
    var first: Int?
    for (place, token) in tokens.enumerated() {
      if token.id == ProseTokens.Mark.sentenceEnd || token.id == ProseTokens.Mark.blockEnd {
        if wanted.count < all.count { wanted = all }
        first = nil
      } else if !isTaken[place], wanted.remove(token.id) != nil {
        let start = first ?? place
        first = start
        let count = all.count - wanted.count
        if count >= least, count > best?.count ?? 0 { best = (start, count) }
      }
    }
    return best?.place
  }
}
