import Foundation

/// The `mtfs` that was built beside the tests, run as a process.
enum BuiltCommand {
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder of the project.
  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The folder of the products of this build.
  static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()

  /// Runs the command with `words`, in the project's folder unless another is given.
  ///
  /// `environment` is added to that of the tests; `input` is what it reads on standard input.
  static func run(
    _ words: [String], in folder: String = project, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Outcome {
    try outcome(
      of: products.appendingPathComponent("mtfs"), words, in: folder,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, input: input)
  }

  /// Runs a shell line in which `mtfs` is the built command, where the shell itself is the matter.
  static func shell(_ line: String, in folder: String = project) throws -> Outcome {
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = products.path + ":" + (environment["PATH"] ?? "")
    return try outcome(
      of: URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: folder, environment: environment,
      input: nil)
  }

  private static func outcome(
    of executable: URL, _ words: [String], in folder: String, environment: [String: String],
    input: String?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    let (output, errors, typed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = input == nil ? FileHandle.nullDevice : typed
    try process.run()
    if let input {
      try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try typed.fileHandleForWriting.close()
    }
    let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
    let errorBytes = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }
}
