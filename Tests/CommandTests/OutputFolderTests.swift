import Foundation
import Testing

@testable import mtfs

@Suite final class OutputFolderTests: FolderFixture {
  private static let tooLong = String(repeating: "n", count: 300)

  /// Writes `new` to each file of the folder, or of one in it.
  private func write(_ names: String..., in name: String = "", replaces: Bool = false) throws {
    let path = name.isEmpty ? folder : "\(folder)/\(name)"
    try OutputFolder(path: path, replaces: replaces).write(names.map { ($0, Array("new".utf8)) })
  }

  @Test func `all files are written and nothing is left beside them`() throws {
    try write("plan.yaml", "movement.md")
    #expect(try names() == ["movement.md", "plan.yaml"])
    #expect(try text("plan.yaml") == "new")
  }

  @Test func `a folder that is missing is made`() throws {
    try write("plan.yaml", in: "next")
    #expect(try names(in: "next") == ["plan.yaml"])
  }

  @Test func `when the second file is there the first is not written`() throws {
    try put("old", in: "movement.md")
    let fault = #expect(throws: OutputFault.self) { try self.write("plan.yaml", "movement.md") }
    #expect(fault?.help == "add --force to replace it")
    #expect(try names() == ["movement.md"])
    #expect(try text("movement.md") == "old")
  }

  @Test func `files that are there are replaced where that was asked for`() throws {
    try put("old", in: "movement.md")
    try write("plan.yaml", "movement.md", replaces: true)
    #expect(try text("movement.md") == "new")
    #expect(try names() == ["movement.md", "plan.yaml"])
  }

  @Test func `when the second file cannot be written the first is taken away again`() throws {
    #expect(throws: OutputFault.self) { try self.write("plan.yaml", Self.tooLong) }
    #expect(try names() == [])
    #expect(throws: OutputFault.self) { try self.write("plan.yaml", Self.tooLong, in: "next") }
    #expect(try names() == [])
  }

  @Test func `when the second file cannot be written the first is as it was`() throws {
    try put("old", in: "plan.yaml")
    #expect(throws: OutputFault.self) {
      try self.write("plan.yaml", Self.tooLong, replaces: true)
    }
    #expect(try names() == ["plan.yaml"])
    #expect(try text("plan.yaml") == "old")
  }

  @Test func `what is no file is not replaced`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/movement.md", withIntermediateDirectories: true)
    let fault = #expect(throws: OutputFault.self) {
      try self.write("plan.yaml", "movement.md", replaces: true)
    }
    #expect(fault?.message == "'\(folder)/movement.md' is no file")
    #expect(try names() == ["movement.md"])
  }

  @Test func `a file in the place of the folder is named`() throws {
    try put("old", in: "next")
    let fault = #expect(throws: OutputFault.self) { try self.write("plan.yaml", in: "next") }
    #expect(fault?.message == "'\(folder)/next' is no folder")
    #expect(try text("next") == "old")
  }
}
