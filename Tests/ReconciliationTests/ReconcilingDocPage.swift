import Foundation
import Testing

/// The examples of `docs/reconciling.md`: files to write, a command and what it prints.
struct ReconcilingDocPage {
  struct Example: CustomTestStringConvertible, Sendable {
    /// The heading that it stands under, and its line.
    let heading: String
    let line: Int
    var files: [(name: String, text: String)] = []
    var command = ""
    var prints = ""
    /// Nil until the page says it.
    var status: Int32?

    var testDescription: String { "\(heading) (line \(line))" }
  }

  private(set) var examples: [Example] = []
  /// How many blocks of code the page has.
  private(set) var blocks = 0

  /// An example begins with a line that names a file, and ends with a line `Status 0.`.
  init(path: String) throws {
    let text = try String(
      contentsOfFile: "\(OtherCouncilsCommand.project)/\(path)", encoding: .utf8)
    var heading = ""
    var lead = ""
    var block: (language: String, lines: [String])?
    for (number, line) in text.components(separatedBy: "\n").enumerated() {
      if let open = block {
        if line == "```" {
          blocks += 1
          add(open.language, open.lines, lead: lead, heading: heading, line: number)
          block = nil
        } else {
          block?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
      } else if let status = line.wholeMatch(of: /Status (\d+)\./)?.1, !examples.isEmpty {
        examples[examples.count - 1].status = Int32(status)
      } else if !line.isEmpty {
        lead = line
      }
    }
  }

  private mutating func add(
    _ language: String, _ lines: [String], lead: String, heading: String, line: Int
  ) {
    if examples.last.map({ $0.command.isEmpty }) != true {
      examples.append(Example(heading: heading, line: line))
    }
    let last = examples.count - 1
    if language == "console", let command = lines.first {
      examples[last].command = command
      examples[last].prints = lines.dropFirst().joined(separator: "\n")
    } else if let name = lead.wholeMatch(of: /`([\w.-]+)`:/)?.1 {
      examples[last].files.append((String(name), lines.joined(separator: "\n") + "\n"))
    }
  }
}
