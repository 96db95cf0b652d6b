import Foundation
import Testing

@testable import mtfs

@Suite struct TranscriptTests {
  /// The pages whose commands are run.
  private static let pages = [
    "README.md", "docs/guide.md", "docs/amend.md", "docs/council-tax.md",
    "docs/close.md", "docs/editors.md", "docs/format.md", "docs/compare.md", "docs/funding.md",
    "docs/import.md",
    "docs/movement.md", "docs/priorities.md", "docs/roll.md", "docs/scenarios.md",
    "docs/savings.md", "docs/risks.md", "Scenarios/risk-register/README.md",
    "Scenarios/maidstone-risks/README.md",
    "docs/sensitivity.md", "docs/simulate.md",
    "Scenarios/wiltshire-2017/README.md", "Scenarios/wiltshire-amendments/README.md",
    "Scenarios/council-tax/README.md", "docs/net-budget.md", "docs/support.md",
    "Scenarios/net-budget/README.md", "Scenarios/support/README.md", "docs/html.md",
    "docs/workbook.md", "docs/word.md",
    "docs/proof.md", "docs/report.md", "docs/reserves.md", "Scenarios/reserves/README.md",
  ]

  @Test(arguments: pages)
  func `every command of a page prints what the page shows`(path: String) throws {
    let page = try DocumentedPage(path: path)
    var count = 0
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Scenarios", withDestinationPath: "\(BuiltCommand.project)/Scenarios")
      for item in page.items {
        switch item {
        case .file(let name, let text):
          try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        case .transcript(let transcript):
          count += 1
          let outcome = try BuiltCommand.run(Array(transcript.words.dropFirst()), in: folder)
          // A page shows what a terminal shows: errors stand where the result would.
          let shown = outcome.output + outcome.errors
          #expect(transcript.firstFault(in: shown) == nil, "\(transcript.testDescription)")
        }
      }
    }
    #expect(count > 0)
  }

  @Test(arguments: mtfs.Command.all.map(\.name))
  func `the example in the help of a command prints what it says`(name: String) throws {
    let example = try #require(mtfs.Command.all.first { $0.name == name }).example
    let words = example.line.split(separator: " ").map(String.init)
    #expect(words.starts(with: ["mtfs", name]))
    let transcript = Transcript(
      place: "help \(name)", words: words, prints: Transcript.lines(example.prints))
    // In a folder of its own, because a command may write.
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Scenarios", withDestinationPath: "\(BuiltCommand.project)/Scenarios")
      let outcome = try BuiltCommand.run(Array(words.dropFirst()), in: folder)
      #expect(outcome.status == 0)
      #expect(transcript.firstFault(in: outcome.output) == nil)
    }
    let help = try BuiltCommand.run(["help", name])
    #expect(help.status == 0)
    #expect(help.output.contains("\nexample:\n  $ \(example.line)\n"))
    #expect(try BuiltCommand.run([name, "--help"]) == help)
  }

  @Test(
    arguments: [
      (["a", "b"], nil), (["a", "..."], nil), (["...", "b"], nil), (["a", "...", "b"], nil),
      (["a"], "nothing more, in place of: b"), (["b"], "b"), (["a", "...", "c"], "c"),
      (["a", "b", "c"], "c"),
    ] as [([String], String?)])
  func `a transcript is held to every line that it shows`(prints: [String], fault: String?) {
    #expect(Transcript(place: "", words: [], prints: prints).firstFault(in: "a\nb\n") == fault)
  }
}

/// Runs `body` with a folder of its own, which is removed afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = NSTemporaryDirectory() + "mtfs-test-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
