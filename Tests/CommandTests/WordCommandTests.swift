import FinanceModel
import Foundation
import Testing

@testable import mtfs

/// `--format docx`, as somebody types it.
@Suite struct WordCommandTests {
  private static let plan = "Scenarios/wiltshire-2017/plan.yaml"

  @Test func `a document goes to a file, and into a pipe with the same bytes`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("word-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, piped) = (folder.path + "/a.docx", folder.path + "/b.docx")
    let line =
      "mtfs run \(Self.plan) --format docx --output '\(file)' && "
      + "mtfs run \(Self.plan) --format docx > '\(piped)'"
    #expect(
      try BuiltCommand.shell(line) == BuiltCommand.Outcome(status: 0, output: "", errors: ""))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(try Data(contentsOf: URL(fileURLWithPath: piped)) == bytes)
    let again = try BuiltCommand.shell("mtfs run \(Self.plan) --format docx --output '\(file)'")
    #expect(again.status == 2)
    #expect(again.errors.contains("is already there"))
  }

  @Test func `a terminal is not given the bytes of a document`() throws {
    let command = Command(
      name: "run", summary: "How big is the gap?", operands: [], options: [.format, .output],
      example: Command.Example(line: "mtfs run", prints: ""),
      run: { invocation in
        try invocation.emit(Report(title: "Gap"), json: .null)
        return .done
      })
    func run(onTerminal isTerminal: Bool) -> (Console, mtfs.ExitStatus) {
      let console = Console(
        output: Terminal(isTerminal: isTerminal, width: nil),
        errors: Terminal(isTerminal: false, width: nil))
      let dispatcher = Dispatcher(commands: [command], console: console)
      return (console, dispatcher.run(["run", "--format", "docx"]))
    }
    let (console, status) = run(onTerminal: true)
    #expect(status == .wrongUsage)
    #expect(console.file.isEmpty && console.result.isEmpty)
    #expect(console.messages.contains("--format docx is no text for a terminal"))
    #expect(console.messages.contains("--output plan.docx"))
    let (piped, done) = run(onTerminal: false)
    #expect(done == .done)
    #expect(piped.file == Report(title: "Gap").wordDocument())
  }
}
