extension [Sheet] {
  /// Sheets with names that every spreadsheet program takes, and with negatives marked in one way.
  func named(_ negatives: AmountFormat.Negatives? = nil) -> [Sheet] {
    var names = SheetNames()
    return map { sheet in
      var sheet = sheet
      sheet.name = names.name(Printable.text(sheet.name))
      sheet.negatives = negatives ?? sheet.negatives
      return sheet
    }
  }
}

/// Names of sheets as every spreadsheet program takes them: 31 characters, each name once.
struct SheetNames {
  private var taken: Set<String> = ["history"]

  /// The most characters of a name, as UTF-16 counts them.
  static let longest = 31

  /// A name made of a title: without the marks that formulas use, short enough, and not taken yet.
  mutating func name(_ title: String) -> String {
    let plain = SheetNames.legal(title)
    var name = plain
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let ending = " (\(number))"
      name = SheetNames.shortened(plain, to: SheetNames.longest - ending.count) + ending
      number += 1
    }
    return name
  }

  private static func legal(_ title: String) -> String {
    var text = String(
      String.UnicodeScalarView(
        title.unicodeScalars.map { scalar in
          let isLegal =
            scalar.value >= 0x20 && !"[]:*?/\\\u{7F}\u{FFFD}".unicodeScalars.contains(scalar)
          return isLegal && scalar.value & 0xFFFE != 0xFFFE ? scalar : " "
        }))
    while let last = text.last, " '".contains(last) { text.removeLast() }
    while let first = text.first, " '".contains(first) { text.removeFirst() }
    text = shortened(text, to: longest)
    return text.isEmpty ? "Table" : text
  }

  private static func shortened(_ text: String, to length: Int) -> String {
    var text = text
    if text.utf16.count > length {
      while text.utf16.count > length { text.removeLast() }
      // A whole word less is better than half a word.
      if let space = text.lastIndex(of: " "), text[..<space].count > length / 2 {
        text = String(text[..<space])
      }
    }
    while let last = text.last, " '".contains(last) { text.removeLast() }
    return text
  }
}
