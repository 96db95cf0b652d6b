import FinanceModel

/// The words after a command, told apart: its operands, and its options with their values.
///
/// ```swift
/// let arguments = try Arguments(["plan.yaml", "--format=csv"], options: [.format])
/// arguments.value(.format)  // "csv"
/// ```
///
/// Strict: names in full, each once. `--` ends the options; a lone `-` is an operand.
struct Arguments: Hashable, Sendable {
  /// The words that are no options, in order.
  private(set) var operands: [String] = []
  /// By the names of the options, of which a command may have one in words of its own.
  private var values: [String: String] = [:]

  /// Throws `UsageError` for an option that is unknown, repeated, or without the value it needs.
  init(_ words: [String], options: [Option]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word == "-h", options.contains(.help) {
        try set(.help, "")
      } else if word.hasPrefix("-"), word != "-" {
        try readOption(word, followedBy: &rest, among: options)
      } else {
        operands.append(word)
      }
    }
  }

  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value as typed, which the option has checked; nil where the option was not given.
  func value(_ option: Option) -> String? { values[option.name] }

  func number(_ option: Option) -> Int? { values[option.name].flatMap { Int($0) } }

  private mutating func readOption(
    _ word: String, followedBy rest: inout ArraySlice<String>, among options: [Option]
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { "--" + $0.name == name }) else {
      throw Arguments.unknown(name, among: options)
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if option.value == .nothing {
      guard attached == nil else {
        throw UsageError("\(name) takes no value", help: "type \(name) alone")
      }
      try set(option, "")
    } else if let value = attached ?? rest.popFirst(), !value.isEmpty {
      try option.check(value)
      try set(option, value)
    } else {
      throw UsageError("\(name) needs a value", help: "type \(option.usage)")
    }
  }

  private mutating func set(_ option: Option, _ value: String) throws(UsageError) {
    guard values.updateValue(value, forKey: option.name) == nil else {
      throw UsageError("--\(option.name) is given twice", help: "keep one of them")
    }
  }

  private static func unknown(_ name: String, among options: [Option]) -> UsageError {
    let names = options.map { "--" + $0.name }
    if NearestName.of(name, among: names + ["--version"]) == "--version" {
      return UsageError("unknown option '\(name)'", help: "type mtfs --version, without a command")
    }
    let nearest = NearestName.of(name, among: names).map { "the nearest is '\($0)'" }
    return UsageError(
      "unknown option '\(name)'", help: nearest ?? "the options are " + names.sorted().alternatives)
  }
}
