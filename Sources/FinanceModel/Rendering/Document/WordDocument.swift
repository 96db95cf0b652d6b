/// Writes a report as a Word document: real tables, charts that Word draws itself, named styles.
///
/// Everything that a council's template may want otherwise is a style. The paper is A4, and lies on
/// its side for as long as a table needs that. Nothing in a label becomes a mark or a field.
struct WordDocument {
  let report: Report

  private static let namespace = "http://schemas.openxmlformats.org/"
  private static let type = OpenXMLPackage.office + "wordprocessingml."
  private static let body = "word/document.xml"

  /// What names a document without a title.
  static let untitled = "Report"

  /// The name of the document in its properties and at the foot of its pages.
  private var title: String {
    let parts = ([report.title] + report.subtitles.prefix(1)).map(SingleLine.text)
    let title = parts.filter { !$0.isEmpty }.joined(separator: " – ")
    return title.isEmpty ? WordDocument.untitled : title
  }

  var bytes: [UInt8] {
    var package = OpenXMLPackage(title: title)
    package.relate(to: WordDocument.body, as: "officeDocument")
    package.relate(WordDocument.body, to: "word/styles.xml", as: "styles")
    package.relate(WordDocument.body, to: "word/settings.xml", as: "settings")
    package.relate(WordDocument.body, to: "word/numbering.xml", as: "numbering")
    let footer = package.relate(WordDocument.body, to: "word/footer1.xml", as: "footer")
    let charts = report.charts.indices.map { number in
      package.relate(WordDocument.body, to: WordDocument.chart(number), as: "chart")
    }
    var xml = XMLWriter()
    xml.element("w:document", WordDocument.namespaces) { xml in
      xml.element("w:body") { xml in
        WordBody(report: report, footer: footer, charts: charts).write(in: &xml)
      }
    }
    let type = WordDocument.type
    package.add(WordDocument.body, type: type + "document.main+xml", xml.bytes)
    package.add("word/styles.xml", type: type + "styles+xml", WordStyles.part)
    package.add("word/settings.xml", type: type + "settings+xml", settings)
    package.add("word/numbering.xml", type: type + "numbering+xml", WordStyles.numbering)
    package.add("word/footer1.xml", type: type + "footer+xml", footerPart)
    for (number, chart) in report.charts.enumerated() { add(chart, number, to: &package) }
    return package.bytes
  }

  private static func chart(_ number: Int) -> String { "word/charts/chart\(number + 1).xml" }

  private func add(_ chart: Chart, _ number: Int, to package: inout OpenXMLPackage) {
    let name = WordDocument.chart(number)
    let workbook = "word/embeddings/chart\(number + 1).xlsx"
    let part = ChartPart(chart)
    let tie = package.relate(name, to: workbook, as: "package")
    package.add(
      name, type: ChartPart.type,
      part.bytes(ChartWorkbook.references(part.plot), workbook: tie))
    package.add(workbook, type: ChartWorkbook.type, ChartWorkbook(part: part).bytes)
  }

  static let namespaces: KeyValuePairs<String, String?> = [
    "xmlns:w": namespace + "wordprocessingml/2006/main",
    "xmlns:r": namespace + "officeDocument/2006/relationships",
    "xmlns:wp": namespace + "drawingml/2006/wordprocessingDrawing",
    "xmlns:a": namespace + "drawingml/2006/main",
    "xmlns:c": namespace + "drawingml/2006/chart",
  ]

  /// Word's own rules of today, and the language of the document.
  private var settings: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:settings", WordDocument.namespaces) { xml in
      xml.word("w:zoom", "percent", "100")
      xml.word("w:defaultTabStop", "val", "720")
      xml.element("w:compat") { xml in
        xml.element(
          "w:compatSetting",
          [
            "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
          ])
      }
      xml.word("w:themeFontLang", "val", "en-GB")
      xml.word("w:decimalSymbol", "val", ".")
      xml.word("w:listSeparator", "val", ",")
    }
    return xml.bytes
  }

  /// The most of a title at the foot of a page.
  private static let mostInFooter = 80

  /// The title, shortened where it is long, and in full what a page must not be without: its status.
  private var footerTitle: String {
    guard report.title.isEmpty == false, let status = report.subtitles.first else {
      return TerminalWidth.shortened(title, to: WordDocument.mostInFooter)
    }
    let end = TerminalWidth.shortened(" – " + SingleLine.text(status), to: 40)
    let room = WordDocument.mostInFooter - TerminalWidth.of(end)
    return TerminalWidth.shortened(SingleLine.text(report.title), to: room) + end
  }

  /// The title and the number of the page, at the foot of each.
  private var footerPart: [UInt8] {
    var xml = XMLWriter()
    xml.element("w:ftr", WordDocument.namespaces) { xml in
      xml.paragraph("Footer") { xml in
        xml.runs(footerTitle)
        xml.run(" – page ")
        xml.field("PAGE", "1")
        xml.run(" of ")
        xml.field("NUMPAGES", "1")
      }
    }
    return xml.bytes
  }
}

extension Report {
  /// The whole report as a Word document (`.docx`), the same bytes on every day.
  public func wordDocument() -> [UInt8] { WordDocument(report: self).bytes }
}
