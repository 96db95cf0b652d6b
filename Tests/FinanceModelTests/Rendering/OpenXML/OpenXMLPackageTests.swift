import Testing

@testable import FinanceModel

struct OpenXMLPackageTests {
  private var sample: OpenXMLPackage {
    var package = OpenXMLPackage(title: "Gap & <savings>")
    package.relate(to: "word/document.xml", as: "officeDocument")
    package.add("word/document.xml", type: "a/b", Array("<w/>".utf8))
    package.add("charts/chart1.xml", type: "a/c", [])
    package.add("word/styles.xml", type: "a/d", [0, 255])
    package.relate("word/document.xml", to: "charts/chart1.xml", as: "chart")
    package.relate("word/document.xml", to: "word/styles.xml", as: "styles")
    return package
  }

  private func part(_ name: String, of package: OpenXMLPackage) throws -> String {
    let bytes = try #require(try ZipArchive(package.bytes).part(name))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `each part comes out of the zip file as it went in`() throws {
    let archive = try ZipArchive(sample.bytes)
    #expect(try archive.part("word/document.xml") == Array("<w/>".utf8))
    #expect(try archive.part("charts/chart1.xml") == [])
    #expect(try archive.part("word/styles.xml") == [0, 255])
    #expect(try archive.part("word/other.xml") == nil)
  }

  @Test func `a tie leads from the folder of its part`() throws {
    let ties = try part("word/_rels/document.xml.rels", of: sample)
    #expect(ties.contains("Id=\"rId1\""))
    #expect(ties.contains("Target=\"../charts/chart1.xml\""))
    #expect(ties.contains("relationships/styles\" Target=\"styles.xml\""))
    #expect(try part("_rels/.rels", of: sample).contains("Target=\"word/document.xml\""))
  }

  @Test func `every part has its type`() throws {
    let types = try part("[Content_Types].xml", of: sample)
    for (name, type) in [("word/document", "a/b"), ("charts/chart1", "a/c")] {
      #expect(types.contains("PartName=\"/\(name).xml\" ContentType=\"\(type)\""))
    }
  }

  @Test func `a title is a text and there is no date`() throws {
    let core = try part("docProps/core.xml", of: sample)
    #expect(core.contains("<dc:title>Gap &amp; &lt;savings&gt;</dc:title>"))
    #expect(!core.contains("dcterms"))
    #expect(sample.bytes == sample.bytes)
    // The date of the first part: 1 January 1980.
    #expect(Array(sample.bytes[10..<14]) == [0, 0, 0x21, 0])
  }
}
