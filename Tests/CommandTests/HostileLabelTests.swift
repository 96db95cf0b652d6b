import Foundation
import Testing

@testable import FinanceModel
@testable import mtfs

/// Plans, scenarios, tables and folders whose every word would steer a terminal.
@Suite struct HostileLabelTests {
  /// As a file holds it: the window's title set, the screen cleared, the line turned round.
  private static let typed = #"\u001B]0;owned\u0007\u009B2J\u202E"#
  private static let name = "\u{1B}[31mbad\u{202E}\n"

  /// The plans that are held against no published table, whose rows are found by their titles.
  private static let plans = ScenarioFiles.plans.filter { file in
    let text = try? String(contentsOfFile: "\(BuiltCommand.project)/\(file)", encoding: .utf8)
    return text?.contains("published:") == false && text?.contains("claims:") == false
  }

  /// The plan of a file with something hostile before every text that a person wrote.
  private static func hostile(_ file: String) throws -> String {
    let text = try String(contentsOfFile: "\(BuiltCommand.project)/\(file)", encoding: .utf8)
    // On a line of its own a text goes to the end, in braces to the next comma.
    let block = /^( *(?:- )?(?:title|authority|owner|source|why|note)): +([^"'{\[\n#][^\n]*)$/
    let inline = /([{,] (?:title|authority|owner|source|why|note)): +([^,{}\[\]"'\n#]+)/
    return text.replacing(block.anchorsMatchLineEndings()) {
      #"\#($0.1): "\#(typed)\#($0.2)""#
    }.replacing(inline) {
      #"\#($0.1): "\#(typed)\#($0.2.trimmingCharacters(in: .whitespaces))""#
    }
  }

  private static func words(_ command: String, row: String) -> [String] {
    let plan = "\(name)/plan.yaml"
    let scenario = "\(name)/scenario.yaml"
    return switch command {
    case "explain": [command, plan, row]
    case "compare", "amend": [command, plan, scenario]
    case "movement": [command, plan, plan]
    case "close": [command, scenario, "--lever", row]
    case "simulate": [command, plan, "--draws", "10", "--seed", "1"]
    case "import": [command, "\(name)/table.tsv"]
    case "proof": [command, plan, "\(name)/report.md"]
    case "report": [command, plan, "--to", "\(name)/pack"]
    case "init": [command, "\(name)/new"]
    case "schema": [command, "plan"]
    case "completions": [command, "bash"]
    default: [command, plan]
    }
  }

  @Test(arguments: plans, mtfs.Command.all.map(\.name))
  func `no word of a file, and no name of one, steers the terminal`(
    file: String, command: String
  ) throws {
    try withFolder { folder in
      let place = "\(folder)/\(Self.name)"
      try FileManager.default.copyItem(
        atPath: BuiltCommand.project + "/"
          + file.split(separator: "/").dropLast().joined(separator: "/"),
        toPath: place)
      let plan = try Self.hostile(file)
      #expect(plan.contains(Self.typed))
      try plan.write(toFile: "\(place)/plan.yaml", atomically: false, encoding: .utf8)
      let table = try BuiltCommand.run(["table", "\(Self.name)/plan.yaml"], in: folder)
      #expect(table.status == 0, "\(table.errors)")
      let row = try ScenarioFiles.row(of: file)
      let scenario = """
        scenario: hostile
        title: "\(Self.typed)"
        based-on: plan.yaml
        why: "\(Self.typed)"
        changes: [{ name: "\(Self.typed)", line: \(row), scale: 110% }]

        """
      try scenario.write(toFile: "\(place)/scenario.yaml", atomically: false, encoding: .utf8)
      let published = "£m\t2026/27\nPay \u{1B}[31m\u{202E}\t1.2\nGap\t1.2\n"
      try published.write(toFile: "\(place)/table.tsv", atomically: false, encoding: .utf8)
      let report = "Pay \u{1B}[31m\u{202E}\u{9B}2J rises by £1.2m &#27;[2J.\n"
      try report.write(toFile: "\(place)/report.md", atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(Self.words(command, row: row), in: folder)
      #expect([0, 1, 2, 64].contains(outcome.status))
      for text in [outcome.output, outcome.errors] {
        // A file that is laid out anew keeps what was typed, and can hold no control character.
        let lines = Printable.lines(text)
        #expect(lines.map { $0 + "\n" }.joined() == text, "\(command) \(file)")
      }
    }
  }
}
