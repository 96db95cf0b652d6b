import Foundation
import Testing

@testable import FinanceModel

@Suite struct SourceFileReadingTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mtfs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String, _ bytes: [UInt8]? = nil) throws -> String {
    let url = folder.appending(path: name)
    if let bytes { try Data(bytes).write(to: url) }
    return url.path
  }

  private func fault(
    reading path: String, named range: SourceRange? = nil
  ) throws -> Diagnostic {
    let thrown = #expect(throws: Diagnostics.self) {
      try SourceFile.reading(path: path, named: range)
    }
    let all = try #require(thrown).all
    #expect(all.count == 1)
    return try #require(all.first)
  }

  @Test func `a file is read whole, without its byte order mark`() throws {
    let text = "a: £1\n"
    let file = try SourceFile.reading(path: path("plan.yaml", Array("\u{FEFF}\(text)".utf8)))
    #expect(file.bytes == Array(text.utf8))
    #expect(file.path.hasSuffix("plan.yaml"))
  }

  @Test func `a missing file offers the nearest name in its folder`() throws {
    _ = try path("driven.yaml", [])
    let fault = try fault(reading: path("drivne.yaml"))
    #expect(fault.code == .fileMissing)
    #expect(fault.help == "the nearest name is '\(try path("driven.yaml"))'")
    #expect(fault.range == nil)
  }

  @Test func `a missing file is shown where another file names it`() throws {
    let scenario = SourceFile(path: "scenario.yaml", text: "based-on: missing.yaml")
    let range = SourceRange(file: scenario, bytes: 10..<22)
    let fault = try fault(reading: path("missing.yaml"), named: range)
    #expect(fault.code == .fileMissing)
    #expect(fault.range == range)
  }

  @Test func `a missing folder is named`() throws {
    let fault = try fault(reading: path("nowhere/plan.yaml"))
    #expect(fault.code == .fileMissing)
    #expect(fault.help == "the folder '\(try path("nowhere"))/' is not there either")
  }

  @Test func `a folder is no file`() throws {
    #expect(try fault(reading: folder.path).code == .fileIsDirectory)
  }

  @Test func `a path with a null character names nothing`() throws {
    #expect(try fault(reading: path("a") + "\0b").code == .fileMissing)
  }

  @Test func `a file that may not be read says why`() throws {
    // /proc/self/mem opens but does not read at its start, for root as for anyone.
    let fault = try fault(reading: "/proc/self/mem")
    #expect(fault.code == .fileUnreadable)
    #expect(fault.message == "'/proc/self/mem' cannot be read: input/output error")
  }

  @Test func `16 MB is read and one byte more is not`() throws {
    let limit = SourceFile.sizeLimit
    #expect(limit == 16 * 1024 * 1024)
    let bytes = [UInt8](repeating: 0x20, count: limit)
    let read = try SourceFile.reading(path: path("limit", bytes))
    #expect(read.bytes.count == limit)
    #expect(try fault(reading: path("beyond", bytes + [0x20])).code == .fileTooLarge)
  }

  @Test func `a file of 100 MB is refused without being read`() throws {
    let name = try path("huge", [])
    let handle = try FileHandle(forWritingTo: URL(filePath: name))
    try handle.truncate(atOffset: 100_000_000_000)
    try handle.close()
    #expect(try fault(reading: name).code == .fileTooLarge)
  }

  @Test func `an endless device is refused`() throws {
    #expect(try fault(reading: "/dev/zero").code == .fileTooLarge)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe or a device that a file names is never waited for`() throws {
    let scenario = SourceFile(path: "scenario.yaml", text: "based-on: pipe")
    let range = SourceRange(file: scenario, bytes: 10..<14)
    let pipe = try path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    for special in [pipe, "/dev/zero"] {
      let fault = try fault(reading: special, named: range)
      #expect(fault.code == .fileUnreadable)
      #expect(fault.message == "'\(special)' is a pipe or a device, not a file")
    }
  }

  @Test func `a pipe is read to its end`() async throws {
    let name = try path("pipe")
    try #require(mkfifo(name, 0o600) == 0)
    let writer = Task.detached {
      let handle = try FileHandle(forWritingTo: URL(filePath: name))
      try handle.write(contentsOf: Data("a: 1\n".utf8))
      try await Task.sleep(for: .milliseconds(20))
      try handle.write(contentsOf: Data("b: 2\n".utf8))
      try handle.close()
    }
    let file = try SourceFile.reading(path: name)
    try await writer.value
    #expect(file.text(0..<file.bytes.count) == "a: 1\nb: 2\n")
  }

  @Test(
    arguments: [
      (Array("a: 1\n£".utf8) + [0xA3], 7), ([0xFF, 0xFE], 0), ([0x61, 0xE2, 0x80], 1),
      ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC1, 0x81], 0),
      ([0xE0, 0x9F, 0xBF], 0),
      ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0x80], 0),
    ] as [([UInt8], Int)])
  func `the first byte that is not UTF-8 is shown`(bytes: [UInt8], offset: Int) throws {
    let fault = try fault(reading: path("bad", bytes))
    #expect(fault.code == .notUTF8)
    #expect(fault.range?.bytes == offset..<offset + 1)
  }

  @Test func `a file that is not UTF-8 also shows where it is named`() throws {
    let scenario = SourceFile(path: "scenario.yaml", text: "based-on: bad")
    let range = SourceRange(file: scenario, bytes: 10..<13)
    let fault = try fault(reading: path("bad", [0xA3]), named: range)
    #expect(fault.range?.file.path.hasSuffix("/bad") == true)
    #expect(fault.notes.map(\.range) == [range])
  }

  @Test func `every Unicode scalar survives`() throws {
    let edges: [UInt32] = [0x7E, 0xA0, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF]
    let text = String(String.UnicodeScalarView(edges.compactMap(Unicode.Scalar.init)))
    let file = try SourceFile.reading(path: path("edges", Array("a: \(text)".utf8)))
    guard case .mapping(let entries, _) = try NodeParser.parse(file) else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.first?.value.range.text == text)
  }
}
