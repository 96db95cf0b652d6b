/// An option of a command, from which both the parser and the help are made.
struct Option: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    /// A flag: `--force`.
    case nothing
    /// One of a few words: `--format csv`.
    case choice([String])
    /// A whole number within bounds: `--decimals 1`.
    case number(ClosedRange<Int>, name: String)
    /// Any text, which help calls by a name: `--output FILE`.
    case text(name: String)
  }

  /// The name without its two hyphens.
  let name: String
  let value: Value
  /// What it does, in a clause.
  let summary: String

  /// How help shows it: `--format text|markdown`.
  var usage: String {
    switch value {
    case .nothing: "--\(name)"
    case .choice(let words): "--\(name) \(words.joined(separator: "|"))"
    case .number(_, let placeholder), .text(let placeholder): "--\(name) \(placeholder)"
    }
  }

  /// Throws `UsageError` for a text that is no value of this option.
  func check(_ text: String) throws(UsageError) {
    switch value {
    case .nothing, .text: return
    case .choice(let words):
      guard !words.contains(text) else { return }
      throw UsageError(
        "unknown value '\(text)' for --\(name)", help: "it takes " + words.alternatives)
    case .number(let bounds, _):
      guard Int(text).map(bounds.contains) != true else { return }
      throw UsageError(
        "'\(text)' is no value for --\(name)",
        help: "it takes a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
  }
}

extension [String] {
  /// `'a', 'b' or 'c'`.
  var alternatives: String {
    let quoted = map { "'\($0)'" }
    guard let last = quoted.last, count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
