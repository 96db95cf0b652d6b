import Foundation
import Testing

@testable import mtfs

@Suite final class WholeFolderTests: FolderFixture {
  private static let tooLong = String(repeating: "n", count: 300)

  /// Writes `new` to each file of a folder in which names that start with `r` may be replaced.
  private func write(_ names: String..., to name: String = "pack", replaces: Bool = false) throws {
    try WholeFolder(path: "\(folder)/\(name)", replaces: replaces) { $0.hasPrefix("r") }
      .write(names.map { ($0, Array("new".utf8)) })
  }

  @Test func `a folder is made with all its files, open to whom new folders are`() throws {
    try write("r1", "r2")
    #expect(try names() == ["pack"])
    #expect(try names(in: "pack") == ["r1", "r2"])
    #expect(try text("pack/r1") == "new")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/usual", withIntermediateDirectories: false)
    let modes = try ["usual", "pack"].map { name in
      try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions]
        as? Int
    }
    #expect(modes[0] == modes[1])
  }

  @Test func `strokes at the end of its name make no difference`() throws {
    try write("r1", to: "pack//")
    #expect(try names(in: "pack") == ["r1"])
  }

  @Test func `when one file cannot be written there is no folder`() throws {
    #expect(throws: OutputFault.self) { try self.write("r1", Self.tooLong) }
    #expect(try names() == [])
  }

  @Test func `a folder that is there stays unless it is to be replaced`() throws {
    try put("old", in: "pack/r1")
    let fault = #expect(throws: OutputFault.self) { try self.write("r2") }
    #expect(fault?.help == "add --force to replace it")
    #expect(try names(in: "pack") == ["r1"])
    try write("r2", replaces: true)
    #expect(try names(in: "pack") == ["r2"])
    #expect(try names() == ["pack"])
  }

  @Test func `an empty folder is as good as none`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/pack", withIntermediateDirectories: false)
    try write("r1")
    #expect(try names(in: "pack") == ["r1"])
  }

  @Test func `what is not ours is never removed`() throws {
    try put("old", in: "pack/r1")
    try put("mine", in: "pack/mine")
    let fault = #expect(throws: OutputFault.self) { try self.write("r2", replaces: true) }
    #expect(fault?.message.hasSuffix("holds 'mine', which is no file of a report") == true)
    #expect(try names(in: "pack") == ["mine", "r1"])
    #expect(try names() == ["pack"])
  }

  @Test func `a folder of our name within it is not ours`() throws {
    try put("mine", in: "pack/r1/mine")
    #expect(throws: OutputFault.self) { try self.write("r2", replaces: true) }
    #expect(try text("pack/r1/mine") == "mine")
  }

  @Test func `when a folder cannot be replaced it is as it was`() throws {
    try put("old", in: "pack/r1")
    #expect(throws: OutputFault.self) { try self.write("r2", Self.tooLong, replaces: true) }
    #expect(try text("pack/r1") == "old")
    #expect(try names() == ["pack"])
    #expect(try names(in: "pack") == ["r1"])
  }

  @Test func `a link to a folder stays a link`() throws {
    try put("old", in: "real/r1")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link", withDestinationPath: "\(folder)/real")
    try write("r2", to: "link", replaces: true)
    #expect(try names(in: "real") == ["r2"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link")
        == "\(folder)/real")
  }

  @Test(arguments: ["file", "missing/pack", ".", ".."])
  func `what can be no folder is refused`(name: String) throws {
    try put("old", in: "file")
    #expect(throws: OutputFault.self) { try self.write("r1", to: name, replaces: true) }
    #expect(try names() == ["file"])
  }
}
