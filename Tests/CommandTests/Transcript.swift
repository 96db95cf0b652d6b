import Foundation
import Testing

/// A command line that a text shows, with what it prints below it.
///
/// A line `...` in what is printed stands for any lines, none included.
struct Transcript: CustomTestStringConvertible {
  /// The text it stands in and its line there.
  let place: String
  let words: [String]
  let prints: [String]

  var testDescription: String { "\(place): \(words.joined(separator: " "))" }

  /// The first shown line that `output` does not have in its place, or nil where all hold.
  func firstFault(in output: String) -> String? {
    var rest = Transcript.lines(output)[...]
    var maySkip = false
    for line in prints {
      if line == "..." {
        maySkip = true
      } else if maySkip {
        guard let found = rest.firstIndex(of: line) else { return line }
        rest = rest[(found + 1)...]
        maySkip = false
      } else {
        guard rest.first == line else { return line }
        rest = rest.dropFirst()
      }
    }
    return maySkip || rest.isEmpty ? nil : "nothing more, in place of: \(rest[rest.startIndex])"
  }

  static func lines(_ text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// A Markdown page with the files and the transcripts that it shows.
///
/// A file is a block of code under a line that ends in its name in code and a colon. A transcript
/// is in a block of `console`: a line `$ mtfs ...`, or `$ swift run mtfs ...`, and what it prints.
struct DocumentedPage {
  enum Item {
    case file(name: String, text: String)
    case transcript(Transcript)
  }

  /// In the order of the page: a file may be shown again with other text.
  private(set) var items: [Item] = []

  init(path: String) throws {
    let text = try String(contentsOfFile: "\(BuiltCommand.project)/\(path)", encoding: .utf8)
    var lead = ""
    var block: (language: String, first: Int, lines: [String])?
    for (number, line) in Transcript.lines(text).enumerated() {
      if let open = block {
        if line == "```" {
          add(open.language, open.lines, lead, "\(path):\(open.first + 1)")
          block = nil
          lead = ""
        } else {
          block?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), number + 1, [])
      } else if !line.isEmpty {
        lead = line
      }
    }
  }

  private mutating func add(
    _ language: String, _ lines: [String], _ lead: String, _ place: String
  ) {
    if let name = lead.firstMatch(of: /`([\w.-]+)`:$/)?.1 {
      items.append(.file(name: String(name), text: lines.joined(separator: "\n") + "\n"))
    }
    guard language == "console" else { return }
    let starts = lines.indices.filter { lines[$0].hasPrefix("$ ") }
    for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
      var words = lines[start].dropFirst(2).split(separator: " ").map(String.init)
      if words.starts(with: ["swift", "run"]) { words.removeFirst(2) }
      guard words.first == "mtfs" else { continue }
      var prints = Array(lines[(start + 1)..<end])
      while prints.last == "" { prints.removeLast() }
      items.append(.transcript(Transcript(place: place, words: words, prints: prints)))
    }
  }
}
