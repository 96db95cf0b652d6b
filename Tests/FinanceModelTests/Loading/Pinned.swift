import Foundation
import Testing

/// Files of the project that hold today's output. `MTFS_RECORD=1` writes them, and fails.
enum Pinned {
  /// The folder of the package.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(4).joined(separator: "/")
  }()

  private static let isRecording = ProcessInfo.processInfo.environment["MTFS_RECORD"] == "1"

  /// Holds a text equal to a file of the project, or writes it there and fails.
  static func expect(
    _ text: String, is path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = "\(root)/\(path)"
    let pinned = try? String(contentsOfFile: file, encoding: .utf8)
    if isRecording {
      if pinned != text { try text.write(toFile: file, atomically: true, encoding: .utf8) }
      Issue.record(
        "recorded \(path); run again without MTFS_RECORD", sourceLocation: sourceLocation)
    } else {
      #expect(pinned == text, "\(path) differs", sourceLocation: sourceLocation)
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }
}
