/// How much room text takes in a chart, measured so that it never takes more.
///
/// Lengths are hundredths of a pixel. The widths are those of the widest of the usual sans-serif
/// fonts, so that text fits whichever of them a reader has.
enum ChartText {
  /// The room that a text needs in a size.
  static func width(_ text: String, size: Int, isBold: Bool = false) -> Int {
    let plain = text.reduce(0) { $0 + width($1) } * size
    return isBold ? plain * 114 / 100 : plain
  }

  /// The text over at most `most` lines, none wider than `width`; what is cut ends in "…".
  ///
  /// A word that is too long for a line is broken.
  static func wrapped(
    _ text: String, to width: Int, size: Int, most: Int, isBold: Bool = false
  ) -> [String] {
    func fits(_ text: String) -> Bool { self.width(text, size: size, isBold: isBold) <= width }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      let longer = line.isEmpty ? word : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    return lines.prefix(most - 1) + [last.trimmingSpaces + "…"]
  }

  /// The width of a character in hundredths of its size.
  private static func width(_ character: Character) -> Int {
    guard let ascii = character.asciiValue else {
      return TerminalWidth.of(character) > 1 ? 130 : 105
    }
    switch ascii {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: " "),
      UInt8(ascii: "/"):
      return 41
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"):
      return 42
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"): return 30
    case UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"),
      UInt8(ascii: "%"):
      return 101
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "w"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "~"),
      UInt8(ascii: "#"), UInt8(ascii: "&"):
      return 84
    default: return 64
    }
  }
}
