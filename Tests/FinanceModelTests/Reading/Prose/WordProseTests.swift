import Testing

@testable import FinanceModel

@Suite struct WordProseTests {
  /// A document of a body and other parts, as Word packs one.
  private func document(_ body: String, _ parts: [String: String] = [:]) -> [UInt8] {
    var package = ZipWriter()
    package.add(
      "word/document.xml", Array("<w:document><w:body>\(body)</w:body></w:document>".utf8))
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      package.add("word/\(name)", Array(part.utf8))
    }
    return package.archive()
  }

  private func prose(_ body: String, _ parts: [String: String] = [:]) throws -> Prose {
    try ProseReader.prose(document(body, parts), path: "report.docx")
  }

  /// Each paragraph with its place: `footnote 2, 1: words`.
  private func lines(_ prose: Prose) -> [String] {
    let texts = String(decoding: prose.file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return texts.enumerated().map { index, text in
      let (part, line) = prose.part(ofLine: index + 1)
      return "\(part.map { "\($0), " } ?? "")\(line): \(text)"
    }
  }

  private func run(_ text: String, _ look: String = "") -> String {
    "<w:r><w:rPr>\(look)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  private func relations(_ kinds: [String]) -> String {
    let all = kinds.enumerated().map { place, name in
      let type = name.prefix { $0.isLetter }
      return #"<Relationship Id="r\#(place + 1)" Type="http://x/\#(type)" Target="\#(name)"/>"#
    }
    return "<Relationships>\(all.joined())</Relationships>"
  }

  @Test(arguments: [
    ("<w:del><w:r><w:delText>£9m</w:delText></w:r></w:del>", ""),
    ("<w:moveFrom><w:r><w:t>£9m</w:t></w:r></w:moveFrom>", ""),
    ("<w:ins><w:r><w:t>£9m</w:t></w:r></w:ins>", "£9m"),
    ("<w:moveTo><w:r><w:t>£9m</w:t></w:r></w:moveTo>", "£9m"),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>£9m</w:t></w:r>", ""),
    ("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>£9m</w:t></w:r>", "£9m"),
    ("<w:r><w:rPr><w:strike/></w:rPr><w:t>£9m</w:t></w:r>", ""),
    (
      "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>£9m</w:t></w:r>",
      "£9m"
    ),
  ])
  func `a paragraph is read as it shows with all changes accepted`(run: String, expected: String)
    throws
  {
    #expect(lines(try prose("<w:p>\(self.run("a"))\(run)</w:p>")) == ["1: a\(expected)"])
  }

  @Test func `notes are numbered as the text refers to them, and others are left out`() throws {
    func reference(_ id: Int) -> String { #"<w:r><w:footnoteReference w:id="\#(id)"/></w:r>"# }
    func note(_ id: Int, _ text: String) -> String {
      #"<w:footnote w:id="\#(id)"><w:p>\#(run(text))</w:p></w:footnote>"#
    }
    let body =
      "<w:p>\(run("one"))\(reference(7))\(reference(3))</w:p>"
      + "<w:p><w:del>\(reference(5))</w:del>"
      + "<w:r><w:endnoteReference w:id=\"3\"/></w:r>\(reference(7))</w:p>"
    let found = try prose(
      body,
      [
        "footnotes.xml":
          "<w:footnotes><w:footnote w:id=\"-1\" w:type=\"separator\"><w:p>\(run("£1m"))</w:p>"
          + "</w:footnote>\(note(3, "£3m"))\(note(5, "£5m"))\(note(7, "£7m"))</w:footnotes>",
        "endnotes.xml":
          "<w:endnotes><w:endnote w:id=\"3\"><w:p>\(run("£4m"))</w:p><w:p>\(run("b"))</w:p>"
          + "</w:endnote></w:endnotes>",
      ])
    #expect(
      lines(found) == [
        "1: one", "2: ", "footnote 1, 1: £7m", "footnote 2, 1: £3m", "endnote 1, 1: £4m",
        "endnote 1, 2: b",
      ])
  }

  @Test func `a text box is a part of its own, once, and the paragraph around it goes on`() throws {
    let box = "<w:txbxContent><w:p>\(run("£2m"))</w:p></w:txbxContent>"
    let shape =
      "<w:r><mc:AlternateContent><mc:Choice><w:drawing>\(box)</w:drawing></mc:Choice>"
      + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing>\(box)</w:drawing></w:r>"
    let found = try prose(
      "<w:p>\(run("a"))\(shape)\(run("b"))</w:p><w:p>\(hidden)\(run("c"))</w:p>")
    #expect(lines(found) == ["1: ab", "2: c", "text box 1, 1: £2m"])
  }

  @Test(arguments: [
    ("", "", ["1: a", "header, 1: h1"]),
    ("<w:titlePg/>", "", ["1: a", "header 1, 1: h1", "header 2, 1: h2"]),
    ("<w:titlePg w:val=\"0\"/>", "", ["1: a", "header, 1: h1"]),
    (
      "<w:sectPrChange><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>", "",
      ["1: a", "header, 1: h1"]
    ),
    ("", "<w:evenAndOddHeaders/>", ["1: a", "header, 1: h1", "footer, 1: f"]),
  ])
  func `headers and footers count that pages show`(
    section: String, settings: String, expected: [String]
  ) throws {
    let body =
      "<w:p>\(run("a"))</w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"r1\"/>"
      + "<w:headerReference w:type=\"first\" r:id=\"r2\"/>"
      + "<w:footerReference w:type=\"even\" r:id=\"r3\"/>\(section)</w:sectPr>"
    let found = try prose(
      body,
      [
        "header1.xml": "<w:hdr><w:p>\(run("h1"))</w:p></w:hdr>",
        "header2.xml": "<w:hdr><w:p>\(run("h2"))</w:p></w:hdr>",
        "header9.xml": "<w:hdr><w:p>\(run("never"))</w:p></w:hdr>",
        "footer1.xml": "<w:ftr><w:p>\(run("f"))</w:p></w:ftr>",
        "settings.xml": "<w:settings>\(settings)</w:settings>",
        "_rels/document.xml.rels": relations(["header1.xml", "header2.xml", "footer1.xml"]),
      ])
    #expect(lines(found) == expected)
  }

  @Test func `a fault in a note is said to be there`() throws {
    let bytes = document(
      "<w:p>\(run("a"))<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
      [
        "footnotes.xml": "<w:footnotes><w:footnote w:id=\"2\"><w:p>"
          + "\(run("The plan saves £46m over four years"))</w:p></w:footnote></w:footnotes>"
      ])
    let proof = try ProofSample.plan().proof(of: ProseReader.prose(bytes, path: "report.docx"))
    let place = try #require(proof.claims[0].places.first?.figures.first?.place)
    #expect(place.part == "footnote 1")
    #expect("\(place.line):\(place.column)" == "1:16")
    let text = Report.proof(proof).rendered(as: .text)
    #expect(text.contains("footnote 1, 1:16"))
    #expect(text.contains("report.docx: footnote 1, 1:16: value: the plan has"))
  }

  @Test func `parts that refer to each other without end, or are not there, are no matter`() throws
  {
    let many = String(repeating: "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", count: 5_000)
    let heads = String(repeating: "<w:headerReference r:id=\"r1\"/>", count: 5_000)
    let found = try prose(
      "<w:p>\(run("a"))\(many)</w:p><w:sectPr>\(heads)</w:sectPr>",
      [
        "header1.xml": "<w:hdr><w:p>\(run("h"))</w:p></w:hdr>",
        "_rels/document.xml.rels": relations(["header1.xml", "footnotes-lost.xml"]),
      ])
    #expect(lines(found) == ["1: a", "header, 1: h"])
  }
}
