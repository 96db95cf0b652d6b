import Foundation
import Testing

@testable import mtfs

@Suite final class OutputFileTests: FolderFixture {
  private func write(_ text: String, to name: String, replaces: Bool = false) throws {
    try OutputFile(path: "\(folder)/\(name)", replaces: replaces).write(Array(text.utf8))
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? Int
  }

  @Test func `a new file is written whole and nothing is left beside it`() throws {
    try write("gap £m\n", to: "gap.txt")
    #expect(try text("gap.txt") == "gap £m\n")
    #expect(try names() == ["gap.txt"])
    #expect(try mode("gap.txt") == 0o666 & ~Int(currentMask()))
  }

  @Test func `a file that is there is kept unless replacing it was asked for`() throws {
    try put("old", in: "gap.txt")
    let fault = #expect(throws: OutputFault.self) { try self.write("new", to: "gap.txt") }
    #expect(fault?.message == "'\(folder)/gap.txt' is already there")
    #expect(fault?.help == "add --force to replace it")
    #expect(try text("gap.txt") == "old")
    #expect(try names() == ["gap.txt"])
  }

  @Test func `a file that is replaced keeps its mode`() throws {
    try put("old", in: "gap.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: "\(folder)/gap.txt")
    try write("new", to: "gap.txt", replaces: true)
    #expect(try text("gap.txt") == "new")
    #expect(try mode("gap.txt") == 0o640)
    #expect(try names() == ["gap.txt"])
  }

  @Test func `a link stays a link and the file it leads to is replaced`() throws {
    try put("old", in: "real.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.txt", withDestinationPath: "real.txt")
    #expect(throws: OutputFault.self) { try self.write("new", to: "link.txt") }
    try write("new", to: "link.txt", replaces: true)
    #expect(try text("real.txt") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.txt") == "real.txt")
  }

  @Test func `a link that leads nowhere is not taken for a free name`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.txt", withDestinationPath: "nowhere.txt")
    #expect(throws: OutputFault.self) { try self.write("new", to: "link.txt") }
    #expect(try names() == ["link.txt"])
  }

  @Test func `a folder is not written over`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/sub", withIntermediateDirectories: false)
    let fault = #expect(throws: OutputFault.self) {
      try self.write("x", to: "sub", replaces: true)
    }
    #expect(fault?.message == "'\(folder)/sub' is a folder")
    #expect(throws: OutputFault.self) { try self.write("x", to: "new/", replaces: true) }
    #expect(try names() == ["sub"])
  }

  @Test func `a folder that is not there is named`() throws {
    let fault = #expect(throws: OutputFault.self) { try self.write("x", to: "no/gap.txt") }
    #expect(fault?.help == "make the folder first")
    #expect(try names() == [])
  }

  @Test func `a file in place of a folder is a fault`() throws {
    try put("old", in: "gap.txt")
    let fault = #expect(throws: OutputFault.self) { try self.write("x", to: "gap.txt/x") }
    #expect(fault?.message.hasSuffix("cannot be written: Not a directory") == true)
  }

  // A pipe of our own stands for the devices: a fault in a test must not replace a real one.
  @Test(arguments: [true, false])
  func `a pipe is written to and stays a pipe`(replaces: Bool) throws {
    try #require(mkfifo("\(folder)/pipe", 0o600) == 0)
    let reader = open("\(folder)/pipe", O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    try write("gap", to: "pipe", replaces: replaces)
    var bytes: [UInt8] = Array(repeating: 0, count: 10)
    #expect(read(reader, &bytes, bytes.count) == 3)
    #expect(bytes.starts(with: "gap".utf8))
    #expect(try names() == ["pipe"])
    #expect(System.status(of: "\(folder)/pipe")?.isRegularFile == false)
  }

  @Test(arguments: [true, false])
  func `a name that was taken in the meantime is not taken again`(usesLinks: Bool) throws {
    try put("new", in: "temporary")
    try put("theirs", in: "gap.txt")
    #expect(throws: SystemFault.self) {
      try OutputFile.move(
        "\(self.folder)/temporary", to: "\(self.folder)/gap.txt", replaces: false,
        usesLinks: usesLinks)
    }
    #expect(try text("gap.txt") == "theirs")
    try OutputFile.move(
      "\(folder)/temporary", to: "\(folder)/free.txt", replaces: false, usesLinks: usesLinks)
    #expect(try text("free.txt") == "new")
    #expect(try names() == ["free.txt", "gap.txt"])
  }

  @Test func `of many that write one new file at once exactly one wins`() async throws {
    let path = "\(folder)/gap.txt"
    let winners = await withTaskGroup(of: Int?.self) { group in
      for number in 0..<16 {
        group.addTask {
          let bytes = Array(repeating: UInt8(65 + number), count: 100_000)
          let file = OutputFile(path: path, replaces: false)
          return (try? file.write(bytes)) == nil ? nil : number
        }
      }
      return await group.reduce(into: [Int]()) { if let winner = $1 { $0.append(winner) } }
    }
    let winner = try #require(winners.first)
    #expect(winners.count == 1)
    #expect(
      try text("gap.txt")
        == String(repeating: Character(Unicode.Scalar(UInt8(65 + winner))), count: 100_000))
    #expect(try names() == ["gap.txt"])
  }

  private func currentMask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
