import Foundation
import Testing

@testable import mtfs

/// `mtfs format`: what it prints, writes and refuses.
@Suite struct FormatCommandTests {
  private static let untidy =
    "# mine\nbased-on:   plan.yaml\nscenario: a\nchanges:\n- {line: pay, scale: 110%}\n"
  private static let tidy =
    "# mine\nscenario: a\nbased-on: plan.yaml\nchanges:\n  - { line: pay, scale: 110% }\n"

  private func format(_ words: String..., in folder: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["format"] + words, in: folder)
  }

  private func write(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func `a file is printed anew and stays as it is`() throws {
    try withFolder { folder in
      try write(Self.untidy, "\(folder)/a.yaml")
      #expect(
        try format("a.yaml", in: folder)
          == BuiltCommand.Outcome(status: 0, output: Self.tidy, errors: ""))
      #expect(try read("\(folder)/a.yaml") == Self.untidy)
      #expect(try BuiltCommand.run(["format", "-"], input: Self.untidy).output == Self.tidy)
    }
  }

  @Test func `check names what would change and writes nothing`() throws {
    try withFolder { folder in
      try write(Self.untidy, "\(folder)/a.yaml")
      try write(Self.tidy, "\(folder)/b.yaml")
      #expect(
        try format("a.yaml", "b.yaml", "--check", in: folder)
          == BuiltCommand.Outcome(status: 1, output: "a.yaml\n", errors: ""))
      #expect(try read("\(folder)/a.yaml") == Self.untidy)
      #expect(
        try format("b.yaml", "--check", in: folder)
          == BuiltCommand.Outcome(status: 0, output: "", errors: ""))
    }
  }

  @Test func `write changes the files and names them, through a link and with their mode`() throws {
    try withFolder { folder in
      let files = FileManager.default
      try write(Self.untidy, "\(folder)/a.yaml")
      try write(Self.tidy, "\(folder)/b.yaml")
      try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/a.yaml")
      try files.createSymbolicLink(
        atPath: "\(folder)/link.yaml", withDestinationPath: "\(folder)/a.yaml")
      #expect(
        try format("link.yaml", "b.yaml", "--write", in: folder)
          == BuiltCommand.Outcome(status: 0, output: "link.yaml\n", errors: ""))
      #expect(try read("\(folder)/a.yaml") == Self.tidy)
      let mode = try files.attributesOfItem(atPath: "\(folder)/a.yaml")[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(
        try files.destinationOfSymbolicLink(atPath: "\(folder)/link.yaml").hasSuffix("a.yaml"))
      #expect(try files.contentsOfDirectory(atPath: folder).count == 3)
      #expect(try format("link.yaml", "b.yaml", "--write", in: folder).output == "")
    }
  }

  @Test func `where one of several files has an error, none is touched and all errors are said`()
    throws
  {
    try withFolder { folder in
      try write(Self.untidy, "\(folder)/a.yaml")
      try write("scenario: b\nbased_on: plan.yaml\n", "\(folder)/b.yaml")
      let outcome = try format("a.yaml", "b.yaml", "none.yaml", "--write", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("b.yaml:2:1: error: unknown key 'based_on' in a scenario"))
      #expect(outcome.errors.contains("there is no file 'none.yaml'"))
      #expect(try read("\(folder)/a.yaml") == Self.untidy)
    }
  }

  @Test(arguments: [
    ["a.yaml", "b.yaml"], ["a.yaml", "--write", "--check"], ["-", "--write"],
    ["a.yaml", "--write", "--output", "b.yaml"], [],
  ])
  func `words that do not go together are wrong usage`(words: [String]) throws {
    let outcome = try BuiltCommand.run(["format"] + words)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("\nhelp: "))
  }

  @Test func `the layout of a plan changes no figure of its table`() throws {
    try withFolder { folder in
      let path = "\(BuiltCommand.project)/\(ScenarioFiles.wiltshire)"
      let published = try read("\(path)/published.tsv")
      try write(published, "\(folder)/published.tsv")
      let plan = try read("\(path)/plan.yaml")
      // A key behind those that it belongs before, and more spaces than there should be.
      let untidy =
        plan.replacing("plan: wiltshire-2017\n", with: "").replacing(", title:", with: ",   title:")
        + "\nplan: wiltshire-2017\n"
      try write(untidy, "\(folder)/plan.yaml")
      let before = try BuiltCommand.run(["table", "plan.yaml"], in: folder)
      #expect(try format("plan.yaml", "--write", in: folder).output == "plan.yaml\n")
      #expect(before.status == 0, "\(before.errors)")
      #expect(try BuiltCommand.run(["table", "plan.yaml"], in: folder) == before)
      #expect(try BuiltCommand.run(["reconcile", "plan.yaml"], in: folder).status == 0)
    }
  }
}
