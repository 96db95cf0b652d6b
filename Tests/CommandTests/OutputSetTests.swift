import Foundation
import Testing

@testable import mtfs

@Suite struct OutputSetTests {
  /// A file of a folder, to be replaced, and what it is to hold.
  private func item(_ name: String, in folder: String) -> OutputSet.Item {
    (file: OutputFile(path: "\(folder)/\(name)", replaces: true), bytes: Array("new".utf8))
  }

  private func contents(_ folder: String) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: folder).map {
        ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  private func withOldFiles(_ names: String..., body: (String) throws -> Void) throws {
    try withFolder { folder in
      for name in names {
        try "old".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      try body(folder)
    }
  }

  @Test func `files of several folders are replaced together`() throws {
    try withOldFiles("a", "b") { folder in
      try OutputSet([item("a", in: folder), item("b", in: folder)]).write()
      #expect(try contents(folder) == ["a": "new", "b": "new"])
    }
  }

  @Test func `when one cannot be written all stay as they were`() throws {
    try withOldFiles("a", "b") { folder in
      let items = [item("a", in: folder), item("no/c", in: folder), item("b", in: folder)]
      #expect(throws: OutputFault.self) { try OutputSet(items).write() }
      let after = try contents(folder)
      #expect(after == ["a": "old", "b": "old"])
    }
  }

  @Test func `what is not wanted any more when all are finished is not written`() throws {
    try withOldFiles("a", "b") { folder in
      let set = OutputSet([item("a", in: folder), item("b", in: folder)])
      #expect(throws: OutputFault.self) {
        try set.write { () throws(OutputFault) in
          throw OutputFault(message: "changed", help: nil)
        }
      }
      let after = try contents(folder)
      #expect(after == ["a": "old", "b": "old"])
    }
  }

  @Test func `one file that is named twice is written once and leaves nothing behind`() throws {
    try withOldFiles("a") { folder in
      try OutputSet([item("a", in: folder), item("a", in: folder)]).write()
      #expect(try contents(folder) == ["a": "new"])
    }
  }
}
