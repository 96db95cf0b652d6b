import Testing

/// Something that no line of the sources may hold.
struct SourceRule: Sendable, CustomTestStringConvertible {
  /// What the rule says, as the end of "no line of the sources holds".
  let forbids: String
  let folder: String
  /// The part of the folder where it may stand after all.
  var except: String?
  /// A line that breaks the rule: it proves that the rule can be broken.
  let example: String
  let isBroken: @Sendable (Substring) -> Bool

  var testDescription: String { "\(folder): \(forbids)" }

  static let library = "Sources/FinanceModel"

  static let all = [
    SourceRule(
      forbids: "binary floating point", folder: library, example: "let gap: Double = 0"
    ) { $0.contains(/\b(Double|Float(16|32|64|80)?|CGFloat)\b/) },
    SourceRule(
      forbids: "a fractional literal, which passes through binary", folder: library,
      except: "\(library)/Rendering/HTMLStyle.swift",  // lengths of a style sheet, in a text
      example: "let levy: Decimal = 3.133"
    ) { $0.contains(/[=(,:]\s*-?\d[\d_]*\.\d/) && !$0.contains("\"") },
    SourceRule(
      forbids: "Decimal's own parser, which takes 12abc for 12", folder: library,
      except: "\(library)/Values/", example: "Decimal(string: text)"
    ) { $0.contains(/\bDecimal\(string:/) },
    SourceRule(
      forbids: "a way to crash on bad input", folder: "Sources", example: "return try! parse(text)"
    ) { $0.contains(/\btry!|\bas!|\bfatalError\b|\bpreconditionFailure\b/) },
    SourceRule(
      forbids: "today's date, chance without a seed, or the machine's locale", folder: library,
      example: "let now = Date()"
    ) {
      $0.contains(
        /\bDate(\(\)|\.now\b)|\.random\(in: [^,]*\)|\brandomElement\(\)|\bshuffled\(\)|\bLocale\b/)
    },
    SourceRule(
      forbids: "an import beyond the toolchain's small libraries", folder: library,
      example: "import Foundation"
    ) {
      isImport(
        $0,
        beyond: [
          "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
        ])
    },
    SourceRule(
      forbids: "an import beyond the library and the system's", folder: "Sources/mtfs",
      example: "import ArgumentParser"
    ) {
      isImport(
        $0,
        beyond: ["FinanceModel", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin"])
    },
    SourceRule(
      forbids: "XCTest, where Swift Testing does", folder: "Tests", example: "import XCTest"
    ) { isImport($0, equalTo: "XCTest") },
  ]

  /// The places where the rule is broken, each as `path:line`.
  func breaches() throws -> [String] {
    try Project.files(under: folder, suffix: ".swift")
      .filter { path in !(except.map(path.hasPrefix) ?? false) }
      .flatMap { path in
        breaches(in: try Project.text(path)).map { "\(path):\($0)" }
      }
  }

  /// The numbers of the lines that break the rule, comments and the text of strings left out.
  func breaches(in text: String) -> [Int] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { isBroken($0.element) && isBroken(code(of: $0.element)) }
      .map { $0.offset + 1 }
  }

  private func code(of line: Substring) -> Substring {
    let withoutStrings = line.replacing(/"(?:[^"\\]|\\.)*"/, with: "\"\"")
    return withoutStrings.firstRange(of: "//").map { withoutStrings[..<$0.lowerBound] }
      ?? withoutStrings
  }

  private static func imported(_ line: Substring) -> Substring? {
    line.firstMatch(of: /^\s*(?:@testable |public |package |internal )?import (?:\w+ )?(\w+)/)?.1
  }

  private static func isImport(_ line: Substring, beyond allowed: Set<Substring>) -> Bool {
    imported(line).map { !allowed.contains($0) } ?? false
  }

  private static func isImport(_ line: Substring, equalTo name: Substring) -> Bool {
    imported(line) == name
  }
}
