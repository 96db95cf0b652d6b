/// How well a way of parting cells fits a table: how many years head columns with figures.
struct GridFit {
  /// How many cells of the row of headings name a year each, or its number.
  private(set) var years = 0
  /// Whether a figure stands under one of them.
  private(set) var hasFigures = false
  /// A figure under them such as `4,1`, where most are like it.
  private(set) var decimalComma: String?

  init(_ grid: Grid) {
    let rows = grid.rows.prefix(2000)
    let counts = rows.map { GridFit.years(in: $0) }
    guard let most = counts.max(by: { $0.count < $1.count }), !most.isEmpty,
      let heading = counts.firstIndex(of: most)
    else { return }
    years = most.count
    var typed = 0
    var commas: [String] = []
    for row in rows[(heading + 1)...] {
      for column in most {
        let text = row.text(column)
        guard text.contains(where: \.isNumber) else { continue }
        typed += 1
        if text.looksLikeAmount || text.withoutSpacedThousands != nil { hasFigures = true }
        if text.hasDecimalComma { commas.append(text) }
      }
    }
    if commas.count > 1, commas.count * 2 > typed { decimalComma = commas.first }
  }

  private static func years(in row: Grid.Row) -> [Int] {
    let named = row.cells.indices.dropFirst().filter { row.text($0).contains(where: \.isNumber) }
    // A row of nothing but 2026, 2027 names years; among figures such a number is one.
    let isCalendar = named.allSatisfy { YearName.only(in: row.text($0)) != nil }
    return named.filter { column in
      let text = row.text(column)
      if YearName.only(in: text) != nil { return isCalendar || !text.looksLikeAmount }
      return text.lowercased().hasPrefix("year ") && YearName.isBegun(by: text)
    }
  }
}

extension String {
  /// `12400` for `12 400` and `12\u{A0}400`, where every group is of three digits; else nil.
  var withoutSpacedThousands: String? {
    let text = trimmed
    let digits = text.split(whereSeparator: \.isWhitespace)
    guard digits.count > 1, let first = digits.first, let last = digits.last else { return nil }
    let start = first.drop { "-−–(£".contains($0) }
    guard (1...3).contains(start.count), start.allSatisfy(\.isDecimalDigit),
      first.count - start.count < 4,
      digits.dropFirst().dropLast().allSatisfy({
        $0.count == 3 && $0.allSatisfy(\.isDecimalDigit)
      }),
      last.prefix(3).count == 3, last.prefix(3).allSatisfy(\.isDecimalDigit),
      last.dropFirst(3).first.map({ !$0.isNumber && $0 != "," }) ?? true
    else { return nil }
    let joined = digits.joined()
    return joined.looksLikeAmount ? joined : nil
  }

  /// Whether it is a figure with a comma before one or two decimals: `4,1`, `(3,95)`.
  fileprivate var hasDecimalComma: Bool {
    let text = trimmed.filter { !"-−–()£ ".contains($0) }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && (1...2).contains(parts[1].count)
      && parts.allSatisfy { $0.allSatisfy(\.isDecimalDigit) }
  }
}

extension Character {
  fileprivate var isDecimalDigit: Bool { isASCII && isNumber }
}
