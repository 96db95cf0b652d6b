import Foundation
import Testing

/// The pictures of the guide are those that its own commands write.
///
/// `MTFS_RECORD=1` takes them over and fails.
@Suite struct GuidePictureTests {
  private static let pictures = "\(BuiltCommand.project)/docs/pictures"

  @Test func `each picture of the guide is what its command writes today`() throws {
    var drawn: [String: String] = [:]
    try withFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/Scenarios", withDestinationPath: "\(BuiltCommand.project)/Scenarios")
      for item in try DocumentedPage(path: "docs/guide.md").items {
        switch item {
        case .file(let name, let text):
          try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
        case .transcript(let transcript):
          _ = try BuiltCommand.run(Array(transcript.words.dropFirst()), in: folder)
        }
      }
      for name in try names(in: folder) {
        drawn[name] = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      }
    }
    if ProcessInfo.processInfo.environment["MTFS_RECORD"] != nil {
      for (name, picture) in drawn {
        try picture.write(toFile: "\(Self.pictures)/\(name)", atomically: false, encoding: .utf8)
        Issue.record("recorded docs/pictures/\(name)")
      }
    }
    #expect(drawn.count > 1)
    #expect(try names(in: Self.pictures) == drawn.keys.sorted())
    let guide = try String(contentsOfFile: "\(BuiltCommand.project)/docs/guide.md", encoding: .utf8)
    for (name, picture) in drawn {
      let committed = try? String(contentsOfFile: "\(Self.pictures)/\(name)", encoding: .utf8)
      #expect(committed == picture, "\(name)")
      #expect(guide.contains("](pictures/\(name))"), "\(name)")
    }
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".svg") }
      .sorted()
  }
}
