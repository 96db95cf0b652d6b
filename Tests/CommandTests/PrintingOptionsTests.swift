import Foundation
import Testing

@testable import mtfs

/// The options of every command that prints a result, on a plan that every clone has.
@Suite final class PrintingOptionsTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private let plan = project.appendingPathComponent("Scenarios/wiltshire-2017/plan.yaml").path
  private let folder = NSTemporaryDirectory() + "mtfs-printing-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func mtfs(_ words: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.shell("mtfs \(words)", in: folder)
  }

  @Test(arguments: OutputFormat.allCases)
  func `a file gets what standard output would`(format: OutputFormat) throws {
    // A table has no chart.
    let command = format == .svg ? "run" : "table"
    let printed = try mtfs("\(command) '\(plan)' --format \(format.rawValue)")
    #expect(printed.status == 0 && !printed.output.isEmpty)
    let written = try mtfs("\(command) '\(plan)' --format \(format.rawValue) --output out")
    #expect(written == BuiltCommand.Outcome(status: 0, output: "", errors: ""))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/out"))
    #expect(String(decoding: bytes, as: UTF8.self) == printed.output)
  }

  @Test func `a file that is there is replaced only with force`() throws {
    try "mine".write(toFile: "\(folder)/out", atomically: false, encoding: .utf8)
    #expect(
      try mtfs("run '\(plan)' --output out")
        == BuiltCommand.Outcome(
          status: 2, output: "",
          errors: "mtfs: error: 'out' is already there\nhelp: add --force to replace it\n"))
    #expect(try String(contentsOfFile: "\(folder)/out", encoding: .utf8) == "mine")
    #expect(try mtfs("run '\(plan)' --output out --force").status == 0)
    #expect(try String(contentsOfFile: "\(folder)/out", encoding: .utf8).contains("Required"))
  }

  @Test func `an input with an error writes nothing`() throws {
    try "plans: x\n".write(toFile: "\(folder)/bad.yaml", atomically: false, encoding: .utf8)
    let outcome = try mtfs("run bad.yaml --output out")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("bad.yaml:1:1: error: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["bad.yaml"])
  }

  @Test func `a text fits the width asked for`() throws {
    let lines = try mtfs("table '\(plan)' --width 70").output.split(separator: "\n")
    #expect(lines.filter { $0.count > 70 } == [])
    #expect(lines.contains { $0.contains("…") })
  }

  @Test func `headings are bold on request and not through a pipe`() throws {
    #expect(try mtfs("run '\(plan)' --color always").output.contains("\u{1B}[1m"))
    #expect(try !mtfs("run '\(plan)'").output.contains("\u{1B}"))
  }

  @Test func `a file may be named without a command`() throws {
    #expect(try mtfs("'\(plan)'") == mtfs("run '\(plan)'"))
  }
}
