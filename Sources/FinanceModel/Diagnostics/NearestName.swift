/// The known name that a mistyped one most likely means.
package enum NearestName {
  /// The nearest of `names` within a third of the length in edits, or nil.
  ///
  /// Or else the only one of which it is a word. An edit is a letter put in, left out, changed, or exchanged with its neighbour. A name that
  /// shares nothing with the text is never offered.
  package static func of(_ text: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().prefix(100))
    var best: (name: String, distance: Int)?
    for name in names {
      let limit = min(best?.distance ?? .max, max(1, wanted.count / 3) + 1)
      guard abs(name.count - wanted.count) < limit else { continue }
      let found = distance(wanted, Array(name.lowercased().prefix(100)))
      if found < limit, found < wanted.count { best = (name, found) }
    }
    if let best { return best.name }
    // `pay` for `pay-award`: a word of one name and of no other.
    let holding = names.filter {
      $0.lowercased().split(separator: "-").contains { $0 == String(wanted) }
    }
    return holding.count == 1 ? holding[0] : nil
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var edits = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1)
        edits = min(edits, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          edits = min(edits, beforeLast[column - 1] + 1)
        }
        current.append(edits)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
