import Testing

@testable import FinanceModel

struct XMLWriterTests {
  private static let declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private func written(_ content: (inout XMLWriter) -> Void) -> String {
    var xml = XMLWriter()
    content(&xml)
    return String(
      decoding: xml.bytes.dropFirst(XMLWriterTests.declaration.utf8.count), as: UTF8.self)
  }

  /// The texts and attributes as our own reader has them.
  private func read(_ text: String) throws -> (text: String, attribute: String) {
    var xml = XMLWriter()
    xml.element("a", ["b": text]) { $0.element("c", text: text) }
    var reader = XMLReader(xml.bytes)
    var found = ("", "")
    while let event = try reader.next() {
      switch event {
      case .text(let text): found.0 += text
      case .start("a", let attributes): found.1 = attributes["b"] ?? ""
      default: break
      }
    }
    return found
  }

  @Test func `elements lie within each other and attributes that are nil are left out`() {
    let text = written {
      $0.element("a", ["x": "1", "y": nil]) {
        $0.element("b")
        $0.element("c", text: "d")
      }
    }
    #expect(text == "<a x=\"1\"><b/><c>d</c></a>")
  }

  @Test(arguments: [
    "<w:t>&amp;\"'>", "=1+1", "Ünïcode 🏛 שלום", "]]>", " both ends ", "two\nlines",
  ])
  func `a text comes back as it was`(_ text: String) throws {
    let found = try read(text)
    #expect(found.text == text)
    #expect(found.attribute == text)
  }

  @Test(arguments: [0x0, 0x1B, 0x7F, 0x9B, 0xFDD0, 0xFFFE, 0x1FFFF] as [UInt32])
  func `what a document may not hold is replaced`(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let found = try read("a\(Character(scalar))[31m")
    #expect(found.text == "a\u{FFFD}[31m")
    #expect(found.attribute == "a\u{FFFD}[31m")
  }

  @Test func `space at an end is kept`() {
    #expect(written { $0.element("t", text: "a ") } == "<t xml:space=\"preserve\">a </t>")
    #expect(written { $0.element("t", text: "a b") } == "<t>a b</t>")
  }
}
