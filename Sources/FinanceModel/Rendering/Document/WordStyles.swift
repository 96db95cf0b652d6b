/// The styles of a document: all that a council's template may want otherwise, by name.
enum WordStyles {
  private static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let ink = "0B0C0C"
  static let mark = "12436D"
  static let soft = "484F53"

  /// One paragraph style, in points and twentieths of a point.
  struct Paragraph {
    var id: String
    var name: String
    var basedOn: String? = "Normal"
    var next: String?
    /// Twice its size in points.
    var size: Int?
    var isBold = false
    var color: String?
    var font: String?
    var before: Int?
    var after: Int?
    var line: Int?
    var alignment: String?
    var indent: (left: Int, right: Int, hanging: Int)?
    var keepsNext = false
    var outline: Int?
    var isNumbered = false
    var shade: String?
  }

  private static let paragraphs =
    [
      Paragraph(id: "BodyText", name: "Body Text", before: 120),
      Paragraph(
        id: "Title", name: "Title", next: "Subtitle", size: 40, isBold: true, color: mark,
        after: 80, line: 240, keepsNext: true),
      Paragraph(
        id: "Subtitle", name: "Subtitle", next: "BodyText", size: 24, color: soft, after: 60),
      Paragraph(
        id: "Heading1", name: "heading 1", next: "BodyText", size: 30, isBold: true, color: mark,
        before: 360, after: 120, line: 240, keepsNext: true, outline: 0),
      Paragraph(
        id: "Heading2", name: "heading 2", next: "BodyText", size: 26, isBold: true, color: mark,
        before: 280, after: 100, line: 240, keepsNext: true, outline: 1),
      Paragraph(
        id: "Heading3", name: "heading 3", next: "BodyText", size: 23, isBold: true, color: mark,
        before: 240, after: 80, line: 240, keepsNext: true, outline: 2),
      Paragraph(
        id: "Caption", name: "caption", next: "BodyText", size: 21, isBold: true, before: 280,
        after: 80, line: 240, keepsNext: true),
      Paragraph(id: "ListBullet", name: "List Bullet", after: 60, isNumbered: true),
      Paragraph(id: "Note", name: "Note", size: 18, color: soft, before: 60, after: 200),
      Paragraph(
        id: "Chart", name: "Chart", next: "ChartDescription", before: 240, after: 60, line: 240,
        keepsNext: true),
      Paragraph(id: "ChartDescription", name: "Chart Description", color: soft, after: 120),
      Paragraph(
        id: "FileText", name: "File Text", size: 17, font: "Courier New", after: 120, line: 240,
        shade: "F3F4F5"),
      Paragraph(
        id: "Footer", name: "footer", size: 16, color: soft, after: 0, line: 240,
        alignment: "right"),
    ] + tables

  /// The styles that Word does not know, besides those of tables.
  private static let own = ["Note", "Chart", "ChartDescription", "FileText"]

  /// The styles of cells, each in three sizes for tables with more and more columns.
  private static var tables: [Paragraph] {
    [("", " ", 18), ("Small", " Small", 15), ("Smallest", " Smallest", 11)].flatMap {
      (end, name, size) -> [Paragraph] in
      let name = name == " " ? "" : name
      // The width of a closing bracket, which figures without one keep free.
      let bracket = size * 10 / 3
      func style(_ id: String, _ title: String, on base: String?) -> Paragraph {
        let isText = id == "TableText"
        return Paragraph(
          id: id + end, name: title + name, basedOn: base.map { $0 + end } ?? "Normal",
          size: isText ? size : nil, before: isText ? 30 : nil, after: isText ? 30 : nil,
          line: isText ? 240 : nil)
      }
      var figure = style("TableFigure", "Table Figure", on: "TableText")
      figure.alignment = "right"
      figure.indent = (0, bracket, 0)
      var negative = style("TableNegativeFigure", "Table Negative Figure", on: "TableFigure")
      negative.indent = (0, 0, 0)
      var heading = style("TableHeading", "Table Heading", on: "TableText")
      heading.isBold = true
      heading.keepsNext = true
      var figureHeading = style("TableFigureHeading", "Table Figure Heading", on: "TableHeading")
      figureHeading.alignment = "right"
      figureHeading.indent = (0, bracket, 0)
      return [
        style("TableText", "Table Text", on: nil), figure, negative, heading, figureHeading,
      ]
    }
  }

  /// The part that holds them.
  static var part: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:styles", ["xmlns:w": namespace]) { xml in
      defaults(in: &xml)
      xml.element(
        "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]
      ) { xml in
        xml.word("w:name", "val", "Normal")
        xml.element("w:qFormat")
      }
      for style in paragraphs { write(style, in: &xml) }
      WordStyles.characters(in: &xml)
      WordStyles.tables(in: &xml)
    }
    return xml.bytes
  }

  /// What is so where no style says otherwise.
  private static func defaults(in xml: inout XMLWriter) {
    xml.element("w:docDefaults") { xml in
      xml.element("w:rPrDefault") { xml in
        xml.element("w:rPr") { xml in
          font("Arial", in: &xml)
          xml.word("w:color", "val", ink)
          xml.word("w:sz", "val", "22")
          xml.word("w:szCs", "val", "22")
          xml.element("w:lang", ["w:val": "en-GB", "w:eastAsia": "en-GB", "w:bidi": "he-IL"])
        }
      }
      xml.element("w:pPrDefault") { xml in
        xml.element("w:pPr") { xml in
          xml.element("w:spacing", ["w:after": "120", "w:line": "264", "w:lineRule": "auto"])
        }
      }
    }
  }

  static func font(_ name: String, in xml: inout XMLWriter) {
    xml.element("w:rFonts", ["w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name])
  }

  private static func write(_ style: Paragraph, in xml: inout XMLWriter) {
    // Word must be told which names are not its own.
    let isOwn = style.id.hasPrefix("Table") || own.contains(style.id)
    xml.element(
      "w:style",
      ["w:type": "paragraph", "w:customStyle": isOwn ? "1" : nil, "w:styleId": style.id]
    ) { xml in
      xml.word("w:name", "val", style.name)
      if let base = style.basedOn { xml.word("w:basedOn", "val", base) }
      if let next = style.next { xml.word("w:next", "val", next) }
      xml.element("w:qFormat")
      xml.element("w:pPr") { paragraph(style, in: &$0) }
      xml.element("w:rPr") { xml in
        if let name = style.font { font(name, in: &xml) }
        if style.isBold {
          xml.element("w:b")
          xml.element("w:bCs")
        }
        if let color = style.color { xml.word("w:color", "val", color) }
        if let size = style.size {
          xml.word("w:sz", "val", String(size))
          xml.word("w:szCs", "val", String(size))
        }
      }
    }
  }

  private static func paragraph(_ style: Paragraph, in xml: inout XMLWriter) {
    if style.keepsNext { xml.element("w:keepNext") }
    if style.isNumbered {
      xml.element("w:numPr") { $0.word("w:numId", "val", "1") }
    }
    if let shade = style.shade {
      xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": shade])
    }
    if style.before != nil || style.after != nil || style.line != nil {
      xml.element(
        "w:spacing",
        [
          "w:before": style.before.map { String($0) }, "w:after": style.after.map { String($0) },
          "w:line": style.line.map { String($0) }, "w:lineRule": style.line.map { _ in "auto" },
        ])
    }
    if let indent = style.indent {
      xml.element("w:ind", ["w:left": String(indent.left), "w:right": String(indent.right)])
    }
    if let alignment = style.alignment { xml.word("w:jc", "val", alignment) }
    if let outline = style.outline { xml.word("w:outlineLvl", "val", String(outline)) }
  }
}
