import Testing

@testable import FinanceModel

/// Random damage to the corpus, the same on every run.
@Suite struct RobustnessTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let signs = Array(" \n\r\t#:-,[]{}'\"|>&*!%@`?~\\a1£\0".utf8) + [0xC2, 0xFF, 0xEF]

  @Test(arguments: 1...8)
  func `damaged documents never crash, and every fault is within the file`(seed: Int) throws {
    var generator = Generator(state: UInt64(seed))
    let documents = (Corpus.accepted + Corpus.refused).filter { $0.file.bytes.count < 3_000 }
    for _ in 0..<1_000 {
      var bytes = try #require(documents.randomElement(using: &generator)).file.bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let sign = try #require(Self.signs.randomElement(using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(sign, at: place)
        case 1 where place < bytes.count: bytes[place] = sign
        case 2 where place < bytes.count: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 5))
        }
      }
      check(SourceFile(path: "damaged", bytes: bytes))
    }
  }

  private func check(_ file: SourceFile) {
    do throws(Diagnostics) {
      checkRanges(of: try NodeParser.parse(file))
    } catch {
      #expect(!error.all.isEmpty)
      let places = error.all.compactMap(\.range) + error.all.flatMap { $0.notes.map(\.range) }
      for range in places {
        #expect(range.bytes.upperBound <= file.bytes.count, "\(file.text(0..<file.bytes.count))")
      }
      #expect(!DiagnosticRenderer().text(error).isEmpty)
    }
    for separator in [Separator.tab, .comma, .bar] {
      do throws(Diagnostics) {
        for cell in try DelimitedReader.rows(of: file, separator: separator).joined() {
          #expect(cell.range.bytes.upperBound <= file.bytes.count)
        }
      } catch {
        #expect(!error.all.isEmpty)
      }
    }
  }

  /// Every node lies within its parent, after the one before it.
  private func checkRanges(of node: Node) {
    let inner: [Range<Int>]
    switch node {
    case .scalar: return
    case .sequence(let items, _):
      inner = items.map(\.range.bytes)
      items.forEach(checkRanges)
    case .mapping(let entries, _):
      inner = entries.flatMap { [$0.key.range.bytes, $0.value.range.bytes] }
      entries.map(\.value).forEach(checkRanges)
    }
    var last = node.range.bytes.lowerBound
    for range in inner {
      #expect(range.lowerBound >= last)
      last = range.upperBound
    }
    #expect(last <= node.range.bytes.upperBound)
  }
}
