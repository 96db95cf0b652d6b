import Foundation

@testable import FinanceModel

/// How to make an input that cannot live in a small text file.
struct Recipe: Sendable {
  /// `CODE` or `CODE.VARIANT`.
  let name: String
  /// The input in words, for the catalogue of errors.
  let words: String
  /// Whether only the last of many diagnostics is pinned.
  var showsLastOnly = false
  /// What finds the fault.
  var find: @Sendable (_ paths: [String]) -> Diagnostics? = Pipeline.diagnostics(of:)
  /// Makes the input in an empty folder and gives the paths to be read.
  let make: @Sendable (_ folder: String) throws -> [String]

  /// Runs `body` on the paths of the input and the folder it stands in, then takes it away again.
  func making<Result>(_ body: (_ paths: [String], _ folder: String) -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    let own = "\(folder)/\(name)"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return body(try make(own), folder)
  }

  /// A recipe for one plan file of these bytes.
  static func plan(_ name: String, _ words: String, _ bytes: @escaping @Sendable () -> [UInt8])
    -> Recipe
  {
    Recipe(name: name, words: words) { folder in
      try Data(bytes()).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
      return ["\(folder)/plan.yaml"]
    }
  }

  static func plan(_ name: String, _ words: String, text: String) -> Recipe {
    plan(name, words) { Array(text.utf8) }
  }

  /// A sound plan up to its sections.
  static let head = "plan: small\ntitle: Small\nunit: £m\nyears: [2017-18, 2018-19]\nsections:\n"

  static let all = [
    Recipe(name: "file-missing", words: "`plam.yaml` in a folder that holds `plan.yaml`.") {
      folder in
      try Data(head.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
      return ["\(folder)/plam.yaml"]
    },
    Recipe(name: "file-missing.folder", words: "A file in a folder that is not there.") { folder in
      ["\(folder)/plans/plan.yaml"]
    },
    Recipe(name: "file-missing.link", words: "A link to a file that was taken away.") { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/plan.yaml", withDestinationPath: "plans/plan.yaml")
      return ["\(folder)/plan.yaml"]
    },
    Recipe(name: "file-unreadable", words: "A file that is a link to itself.") { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/plan.yaml", withDestinationPath: "plan.yaml")
      return ["\(folder)/plan.yaml"]
    },
    Recipe(name: "file-is-directory", words: "A folder in place of a file.") { folder in
      [String(folder)]
    },
    Recipe(name: "file-too-large", words: "A file of 100 MB.") { folder in
      let path = "\(folder)/plan.yaml"
      try Data(head.utf8).write(to: URL(fileURLWithPath: path))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: 100 << 20)
      try handle.close()
      return [path]
    },
    plan("file-empty", "A file of no bytes.") { [] },
    Recipe(name: "file-empty.layout", words: "A layout of no bytes.") { folder in
      try Data().write(to: URL(fileURLWithPath: "\(folder)/pack.layout"))
      return ["\(folder)/pack.layout"]
    },
    plan("not-utf8", "A plan saved in Latin-1, where `£` is the one byte A3.") {
      Array("plan: small\ntitle: Small\nunit: ".utf8) + [0xA3] + Array("m\n".utf8)
    },
    plan(
      "control-character", "A form feed, as copied out of a PDF.",
      text: "plan: small\ntitle: Small\u{0C} and hidden\nunit: £m\n"),
    plan("control-character.nul", "Bytes that are nil.", text: "plan: small\0\ntitle: Small\n"),
    plan(
      "control-character.return", "The line ends of an old Mac.",
      text: "plan: small\rtitle: Small\runit: £m\r"),
    plan(
      "too-deep", "Brackets inside brackets, 10,000 levels deep.",
      text: head + "  " + String(repeating: "[", count: 10_000) + "\n"),
    plan("too-deep.block", "Lists inside lists, 10,000 levels deep.") {
      Array((head + "  " + String(repeating: "- ", count: 10_000) + "a\n").utf8)
    },
    plan("too-many-nodes", "A list of 1,000,001 figures.") {
      Array((head + "  [" + String(repeating: "0, ", count: 1_000_001) + "0]\n").utf8)
    },
    Recipe(name: "too-many-cells", words: "A published table of 1,000,001 cells.") { folder in
      let plan = head + "  - { heading: Savings }\npublished:\n  - { table: published.tsv }\n"
      try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
      try Data(repeating: 9, count: 1_000_000)
        .write(to: URL(fileURLWithPath: "\(folder)/published.tsv"))
      return ["\(folder)/plan.yaml"]
    },
    Recipe(
      name: "too-many-errors", words: "A plan in which each of 150 lines has a fault.",
      showsLastOnly: true
    ) { folder in
      let path = "\(folder)/plan.yaml"
      let text = head + String(repeating: "  - { heading: &a Savings }\n", count: 150)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return [path]
    },
    Recipe(name: "other-plan", words: "A scenario of another plan, asked after `plan.yaml`.") {
      folder in
      let other = "scenario: other\nbased-on: other.yaml\n"
      let plan = head + "  - { heading: Savings }\n"
      try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
      try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(folder)/other.yaml"))
      try Data(other.utf8).write(to: URL(fileURLWithPath: "\(folder)/scenario.yaml"))
      return ["\(folder)/plan.yaml", "\(folder)/scenario.yaml"]
    },
    Recipe(name: "scenario-twice", words: "One scenario, named twice after `plan.yaml`.") {
      folder in
      let scenario = "scenario: once\nbased-on: plan.yaml\n"
      let plan = head + "  - { heading: Savings }\n"
      try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
      try Data(scenario.utf8).write(to: URL(fileURLWithPath: "\(folder)/scenario.yaml"))
      return ["plan", "scenario", "scenario"].map { "\(folder)/\($0).yaml" }
    },
    .regroupingOpen,
    .movementOpen,
    .noTable,
    .noTableHeadings,
    .noTableYearsDown,
    .noTablePlan,
    .noReport,
    .workbook,
    .workbookAsPlan,
    .workbookAsTable,
  ]
}
