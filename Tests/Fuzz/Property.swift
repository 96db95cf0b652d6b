/// Ends the run with an input for which a property does not hold.
func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  if !holds { fatalError("a property does not hold: \(property())") }
}

/// What a reader made of its input.
enum Outcome: Equatable {
  case answer(String)
  /// The errors as they are shown, and their codes.
  case refusal(String, codes: [String])

  /// Runs a reader, and holds the errors that it throws to what every error has to be.
  init(_ read: () throws(Diagnostics) -> String) {
    do {
      self = .answer(try read())
    } catch {
      Outcome.hold(error)
      self = .refusal(
        DiagnosticRenderer().text(error), codes: error.all.map(\.code.rawValue).sorted())
    }
  }

  /// Runs a reader twice; the same input has to have the same outcome.
  static func ofTwoReadings(_ read: () throws(Diagnostics) -> String) -> Outcome {
    let first = Outcome(read)
    require(Outcome(read) == first, "read twice, the same input gives the same")
    return first
  }

  private static func hold(_ diagnostics: Diagnostics) {
    require(!diagnostics.all.isEmpty, "what is refused is refused with an error")
    for diagnostic in diagnostics.all {
      require(!diagnostic.message.isEmpty, "an error says something")
      for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.notes.map(\.range) {
        require(
          range.bytes.lowerBound >= 0 && range.bytes.upperBound <= range.file.bytes.count,
          "the place of [\(diagnostic.code.rawValue)] is within its file")
        require(range.line >= 1 && range.column >= 1, "a place has a line and a column")
        guard String(validating: range.file.bytes, as: UTF8.self) != nil else { continue }
        for end in [range.bytes.lowerBound, range.bytes.upperBound] {
          require(
            end == range.file.bytes.count || range.file.bytes[end] & 0xC0 != 0x80,
            "the place of [\(diagnostic.code.rawValue)] does not part a character")
        }
      }
    }
    holdShown(DiagnosticRenderer().text(diagnostics))
  }

  /// Holds a text to be safe to show in a terminal.
  static func holdShown(_ text: String) {
    for line in text.split(separator: "\n") {
      require(Printable.text(String(line)) == line, "nothing that is shown steers a terminal")
    }
  }
}

/// A report as a terminal and a spreadsheet show it; the other forms are slow to make.
func shown(_ report: Report) -> String {
  let text = report.rendered(as: .text, options: RenderingOptions(width: 80))
  Outcome.holdShown(text)
  return text + report.rendered(as: .csv)
}

/// Holds a file that was read to be written again in the layout of plans, and to read the same.
func holdWriting(_ file: SourceFile, _ node: Node) {
  let text = NodeWriter.text(node, comments: SourceComments(of: file, around: node))
  do throws(Diagnostics) {
    let again = try NodeParser.parse(SourceFile(path: file.path, text: text))
    require(again.reads(as: node), "what is written reads the same:\n\(text)")
  } catch {
    require(false, "what is written can be read: \(DiagnosticRenderer().text(error))\n\(text)")
  }
}
