import Foundation
import Testing

/// The pictures of the guide are made by the program from the guide's own files.
///
/// `MTFS_RECORD=1` makes them anew and fails.
@Suite struct GuidePictureTests {
  @Test(arguments: [("riverton-changes", ["run", "late-savings.yaml"])])
  func `a picture of the guide shows what the program draws of it today`(
    name: String, words: [String]
  ) throws {
    let path = "\(BuiltCommand.project)/docs/pictures/\(name).svg"
    try withFolder { folder in
      for case .file(let name, let text) in try DocumentedPage(path: "docs/guide.md").items {
        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      let drawn = try BuiltCommand.run(words + ["--format", "svg"], in: folder).output
      if ProcessInfo.processInfo.environment["MTFS_RECORD"] != nil {
        try drawn.write(toFile: path, atomically: false, encoding: .utf8)
        Issue.record("recorded docs/pictures/\(name).svg")
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == drawn)
    }
    let guide = try String(contentsOfFile: "\(BuiltCommand.project)/docs/guide.md", encoding: .utf8)
    #expect(guide.contains("](pictures/\(name).svg)"))
  }
}
