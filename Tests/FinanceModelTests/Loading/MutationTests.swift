import Foundation
import Testing

@testable import FinanceModel

/// Damaged files: whatever a file holds, it is read or refused, never a crash and never for long.
@Suite struct MutationTests {
  private static let files: [String] = {
    let folder = Pinned.root + "/Scenarios"
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }()

  /// How many damaged copies are made of each file.
  private static let copies = 250

  @Test(arguments: files)
  func `a damaged file is read or refused, with every place inside its file`(path: String) throws {
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let name = path.dropFirst(Pinned.root.count)
    var chance = SplitMix64(seed: name.utf8.reduce(2017) { $0 &* 31 &+ UInt64($1) })
    for copy in 0..<Self.copies {
      var bytes = sound
      for _ in 0...Int.random(in: 0...2, using: &chance) { damage(&bytes, &chance) }
      guard let found = diagnostics(of: bytes, at: path) else { continue }
      #expect(!found.all.isEmpty, "copy \(copy) of \(name) is refused for no reason")
      for diagnostic in found.all {
        for range in [diagnostic.range].compactMap({ $0 }) + diagnostic.notes.map(\.range) {
          #expect(
            0 <= range.bytes.lowerBound && range.bytes.upperBound <= range.file.bytes.count,
            "copy \(copy) of \(name): \(diagnostic.code) stands outside its file")
        }
      }
      #expect(!DiagnosticRenderer().text(found).isEmpty)
    }
  }

  /// What is wrong with a damaged file that stands in the place of a sound one.
  private func diagnostics(of bytes: [UInt8], at path: String) -> Diagnostics? {
    do throws(Diagnostics) {
      let file = SourceFile(path: path, bytes: bytes)
      let node = try NodeParser.parse(file)
      var plan: Plan
      if try FileKind(node) == .scenario {
        let scenario = try Scenario(file)
        plan = try Question(contentsOf: scenario.basedOn).plan().applying(scenario)
      } else {
        plan = try Plan(file)
      }
      _ = try plan.forecast()
      _ = try plan.reconciled()
      return nil
    } catch {
      return error
    }
  }

  private static let pieces = [
    "\t", "\0", "\u{FEFF}", "\r", "\n", "\"", "'", "[", "]", "{", "}", ": ", ", ", "- ", "#", "&a ",
    "*a", "!t ", "|", ">", "~", "(", ")", "%", "£", "= ", "previous(", "total(", "9", "-",
    "2017-19",
  ].map { Array($0.utf8) }

  private func damage(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    guard bytes.count > 1 else { return }
    let place = Int.random(in: 0..<bytes.count, using: &chance)
    let end = min(bytes.count, place + Int.random(in: 1...12, using: &chance))
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &chance)
    case 3:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &chance)]
      bytes.insert(contentsOf: piece, at: place)
    case 4: bytes.removeSubrange(place...)
    default:
      var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let first = Int.random(in: 0..<lines.count, using: &chance)
      let second = Int.random(in: 0..<lines.count, using: &chance)
      lines.swapAt(first, second)
      bytes = Array(lines.joined(separator: [10]))
    }
  }
}
