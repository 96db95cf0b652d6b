import FoundationEssentials
import Testing

/// The measured table in the documentation, held equal to what the tests measure.
enum MutationRecord {
  static let heading = "## How often a misprint is found"

  static func check(_ counts: [MutationFault: MutationCount]) throws {
    let text = section(counts)
    let path = try #require(document())
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    let old = try #require(measured(whole), "the table is missing under '\(heading)'")
    guard old != text else { return }
    if ProcessInfo.processInfo.environment["MTFS_RECORD"] == "1" {
      try whole.replacing(old, with: text).write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("the measured table was recorded in \(path); look at it, and run again")
    } else {
      Issue.record("the measured table is now\n\(text)\nMTFS_RECORD=1 records it")
    }
  }

  /// The document that has the section.
  private static func document() -> String? {
    ["reconciling.md", "reconciling-measured.md"].map { "\(MutationTable.root)/docs/\($0)" }
      .first { path in
        (try? String(contentsOfFile: path, encoding: .utf8))?.contains(heading) ?? false
      }
  }

  /// The table in the section: its lines that start with a bar.
  private static func measured(_ document: String) -> String? {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
    let section = lines.drop { $0 != heading }
    let table = section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
    return table.isEmpty ? nil : table.joined(separator: "\n")
  }

  private static func section(_ counts: [MutationFault: MutationCount]) -> String {
    let rows = MutationFault.allCases.map { fault in
      let count = counts[fault] ?? .none
      return "| \(fault.rawValue) | \(count.made) | \(percent(count.found, count.made)) "
        + "| \(percent(count.alone, count.made)) | \(percent(count.made - count.wrong, count.made)) "
        + "| \(percent(count.named, count.wrong)) |"
    }
    let head = "| fault | made | found | in its own cells only | within rounding | cause named |"
    return ([head, "| --- | ---: | ---: | ---: | ---: | ---: |"] + rows).joined(separator: "\n")
  }

  /// Rounded down to a tenth, so that 100.0 means all of them.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "-" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

extension MutationFault {
  /// At least so many in a hundred have their true cause among those named.
  var floor: Int {
    switch self {
    case .headings, .labels: 60
    case .mistyped: 75
    case .besides, .leftOut, .counted: 90
    default: 95
    }
  }
}
