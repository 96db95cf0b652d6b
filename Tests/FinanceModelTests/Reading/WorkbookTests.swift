import Testing

@testable import FinanceModel

/// What a workbook shows is read, and what a hostile one tries is refused.
@Suite struct WorkbookTests {
  @Test(
    arguments: [
      ("4.4960000000000004", "0.000", "4.496"),
      ("-4.4960000000000004", "#,##0.000;(#,##0.000)", "(4.496)"),
      ("0", "#,##0;(#,##0);\"-\"", "-"), ("0.0199", "0.00%", "1.99%"),
      ("1234567", "#,##0,", "1235"),
      ("1234567.5", "General", "1234567.5"), ("-0.0004", "0.000", "0.000"),
      ("1.005E3", "0", "1005"),
      ("0.30000000000000004", "General", "0.3"), ("999.9996", "0.000", "1000.000"),
      ("-250", "_-£* #,##0_-;-£* #,##0_-", "-£250"), ("2.5", "0", "3"),
      ("1E-7", "General", "0.0000001"),
      ("-1250000", "£#,##0.0,,\"m\";(£#,##0.0,,\"m\")", "(£1.3)"),
    ])
  func `a number is shown as its format says`(value: String, code: String, shown: String) {
    #expect(NumberFormat(code).text(value) == shown)
  }

  /// A zip file with one part that is stored as it is.
  private func zip(_ name: String, _ content: [UInt8], size: Int? = nil, method: UInt8 = 0)
    -> [UInt8]
  {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let title = Array(name.utf8)
    let sizes = little(content.count, 4) + little(size ?? content.count, 4)
    let local =
      [0x50, 0x4B, 3, 4, 20, 0, 0, 0, method, 0, 0, 0, 0, 0] + little(0, 4) + sizes
      + little(title.count, 2) + little(0, 2) + title + content
    let central =
      [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0, method, 0, 0, 0, 0, 0] + little(0, 4) + sizes
      + little(title.count, 2) + little(0, 12) + little(0, 4) + title
    return local + central
      + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + little(central.count, 4)
      + little(local.count, 4) + [0, 0]
  }

  private func message(_ bytes: [UInt8]) throws -> String {
    try ImportSample.fault(bytes, path: "book.xlsx").message
  }

  @Test func `a part that unpacks to a thousandfold of its size is not unpacked`() throws {
    let bomb = zip("xl/workbook.xml", [1, 2, 3, 4], size: 60_000_000, method: 8)
    #expect(try message(bomb) == "a part of the workbook would unpack to 60000000 bytes")
  }

  @Test func `a part that unpacks to more than it announces is refused`() throws {
    // A thousand times the letter a.
    let packed: [UInt8] = [0x4B, 0x4C, 0x1C, 0x05, 0xA3, 0x60, 0x14, 0x0C, 0x77, 0x00, 0x00]
    #expect(
      try message(zip("xl/workbook.xml", packed, size: 3, method: 8)).contains("unpacks to more"))
  }

  @Test(arguments: [0, 10, 21, 40])
  func `a workbook that is cut short is refused`(count: Int) throws {
    let whole = zip("xl/workbook.xml", Array("<workbook/>".utf8))
    #expect(throws: Diagnostics.self) {
      try TableImport(Array(whole.prefix(4 + count)), path: "book.xlsx")
    }
  }

  @Test(
    arguments: [
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document type"), ("<a>&b;</a>", "entity"),
      ("<a><b></a>", "no sound XML"), ("<a", "no sound XML"), ("<a b=c/>", "no sound XML"),
      (String(repeating: "<a>", count: 100), "nested too deep"), ("<a>&#x110000;</a>", "entity"),
    ])
  func `XML with anything but elements and text is refused`(text: String, words: String) {
    var reader = XMLReader(Array(text.utf8))
    let fault = #expect(throws: WorkbookFault.self) { while try reader.next() != nil {} }
    #expect(fault?.message.contains(words) == true)
  }

  @Test func `the five named entities and numbered ones are read`() throws {
    var reader = XMLReader(Array("<a b='&lt;&#163;'>&amp;&#x41;</a>".utf8))
    guard case .start(_, let attributes)? = try reader.next(),
      case .text(let text)? = try reader.next()
    else { throw WorkbookFault("no text") }
    #expect(attributes["b"] == "<£")
    #expect(text == "&A")
  }

  @Test func `any bytes in place of packed ones end in a fault or in bytes`() throws {
    var random = SplitMix64(seed: 20_260_401)
    for _ in 0..<2000 {
      let bytes = (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next())
      }
      _ = try? Inflate.bytes(bytes[...], size: Int(random.next() % 4000))
      _ = try? ZipArchive([0x50, 0x4B, 3, 4] + bytes)
    }
  }
}
