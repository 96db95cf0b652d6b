/// Plain text: a blank line, a page's end and the mark of a list part its blocks.
enum PlainProse {
  static func prose(of file: SourceFile) -> Prose {
    var prose = Prose(file: file, format: .text)
    for line in file.lineStarts.indices {
      let range = file.lineBytes(line + 1)
      let start = ListMark.end(in: file.bytes, range)
      if start != nil || ListMark.isBlank(file.bytes[range]) {
        prose.endBlock(at: range.lowerBound)
      }
      for place in (start ?? range.lowerBound)..<range.upperBound {
        // The end of a page.
        if file.bytes[place] == 12 { prose.endBlock(at: place) }
        prose.append(file.bytes[place], at: place)
      }
      prose.append(Byte.space, at: range.upperBound)
    }
    return prose
  }
}

/// What stands before the words of a list's item: `-`, `*`, `+`, `•`, `1.` or `(a)`.
enum ListMark {
  static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == Byte.space || $0 == Byte.tab || $0 == 13 || $0 == 12 }
  }

  /// Where the words of a line begin behind such a mark and a space; nil where it has none.
  static func end(in bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var place = line.lowerBound
    while place < line.upperBound, bytes[place] == Byte.space || bytes[place] == Byte.tab {
      place += 1
    }
    guard place < line.upperBound else { return nil }
    let rest = bytes[place..<line.upperBound]
    let length: Int
    if [Byte.dash, Byte.plus, UInt8(ascii: "*")].contains(bytes[place]) {
      length = 1
    } else if rest.starts(with: "•".utf8) || rest.starts(with: "▪".utf8) {
      length = 3
    } else {
      let open = bytes[place] == UInt8(ascii: "(") ? 1 : 0
      let number = rest.dropFirst(open).prefix(4).prefix { Byte.isDigit($0) }.count
      let letter = rest.dropFirst(open).prefix(2).prefix(while: Byte.isLetter).count
      let count = number > 0 && number < 4 ? number : letter == 1 ? 1 : 0
      guard count > 0, let close = rest.dropFirst(open + count).first,
        close == UInt8(ascii: ")") || (open == 0 && number > 0 && close == Byte.dot)
      else { return nil }
      length = open + count + 1
    }
    let end = place + length
    guard end < line.upperBound, bytes[end] == Byte.space || bytes[end] == Byte.tab else {
      return nil
    }
    return end
  }
}

extension Byte {
  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
