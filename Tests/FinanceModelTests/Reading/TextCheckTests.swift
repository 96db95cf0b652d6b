import Testing

@testable import FinanceModel

@Suite struct TextCheckTests {
  @Test(
    arguments: [
      0x00, 0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029,
      0xFEFF,
      0xFFFE, 0xFFFF,
    ] as [UInt32])
  func `unseen characters are refused, each with its number`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let file = SourceFile(path: "a", text: "£: \(scalar)")
    let thrown = #expect(throws: Diagnostics.self) { try TextCheck.hold(file) }
    let fault = try #require(thrown?.all.first)
    #expect(fault.code == .controlCharacter)
    #expect(fault.range?.bytes == 4..<file.bytes.count)
    let name = String(value, radix: 16, uppercase: true)
    #expect(fault.message.contains("U+" + String(repeating: "0", count: 4 - name.count) + name))
  }

  @Test(arguments: [0x09, 0x0A, 0x20, 0x7E, 0xA0, 0x2027, 0x202F, 0xFFFD, 0x10FFFF] as [UInt32])
  func `their neighbours are not`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(throws: Never.self) { try TextCheck.hold(SourceFile(path: "a", text: "\(scalar)")) }
  }

  @Test func `every unseen character is reported, and a lone carriage return once`() {
    let file = SourceFile(path: "a", text: "a\u{1}b\rc\u{2}\rd\r\ne")
    let thrown = #expect(throws: Diagnostics.self) { try TextCheck.hold(file) }
    #expect(thrown?.all.map(\.range?.bytes.lowerBound) == [1, 3, 5])
  }
}
