import Foundation

/// The `mtfs` that was built beside the tests, run as a process.
enum OtherCouncilsCommand {
  struct Outcome {
    let status: Int32
    /// What a terminal shows: the result, and errors where it would stand.
    let shown: String
  }

  /// The folder of the project.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs `mtfs` with `words` in a folder.
  static func run(_ words: [String], in folder: String = project) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("mtfs")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, shown: String(decoding: bytes, as: UTF8.self))
  }
}
