/// The small workbook that a chart in a document brings, so that its figures can be edited.
struct ChartWorkbook {
  let part: ChartPart

  static let type = OpenXMLPackage.office + "spreadsheetml.sheet"
  private static let namespace = "http://schemas.openxmlformats.org/"

  /// Where the figures of a plot stand in it.
  static func references(_ plot: ChartPlot) -> ChartPart.References {
    let last = plot.categories.count + 1
    return ChartPart.References(
      categories: "Sheet1!$A$2:$A$\(last)",
      series: plot.series.indices.map { number in
        let column = column(number + 1)
        return ("Sheet1!$\(column)$1", "Sheet1!$\(column)$2:$\(column)$\(last)")
      })
  }

  /// The name of a column: A, B, AA.
  static func column(_ number: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(number % 26)))
    return number < 26 ? letter : column(number / 26 - 1) + letter
  }

  /// The whole file.
  var bytes: [UInt8] {
    var package = OpenXMLPackage(title: SingleLine.text(part.chart.title))
    package.relate(to: "xl/workbook.xml", as: "officeDocument")
    let tie = package.relate("xl/workbook.xml", to: "xl/worksheets/sheet1.xml", as: "worksheet")
    let main = ChartWorkbook.namespace + "spreadsheetml/2006/main"
    var workbook = XMLWriter()
    workbook.element(
      "workbook",
      [
        "xmlns": main,
        "xmlns:r": ChartWorkbook.namespace + "officeDocument/2006/relationships",
      ]
    ) { xml in
      xml.element("sheets") {
        $0.element("sheet", ["name": "Sheet1", "sheetId": "1", "r:id": tie])
      }
    }
    package.add("xl/workbook.xml", type: ChartWorkbook.type + ".main+xml", workbook.bytes)
    var sheet = XMLWriter()
    sheet.element("worksheet", ["xmlns": main]) { xml in
      xml.element("sheetData") { rows(in: &$0) }
    }
    package.add(
      "xl/worksheets/sheet1.xml",
      type: OpenXMLPackage.office + "spreadsheetml.worksheet+xml", sheet.bytes)
    return package.bytes
  }

  private func rows(in xml: inout XMLWriter) {
    let plot = part.plot
    xml.element("row", ["r": "1"]) { xml in
      for (number, series) in plot.series.enumerated() {
        ChartWorkbook.text(series.name, ChartWorkbook.column(number + 1) + "1", in: &xml)
      }
    }
    for (row, category) in plot.categories.enumerated() {
      let name = String(row + 2)
      xml.element("row", ["r": name]) { xml in
        ChartWorkbook.text(category, "A" + name, in: &xml)
        for (number, series) in plot.series.enumerated() where row < series.points.count {
          guard let point = series.points[row] else { continue }
          xml.element("c", ["r": ChartWorkbook.column(number + 1) + name]) {
            $0.element("v", text: part.text(point.value))
          }
        }
      }
    }
  }

  /// A cell with words, which no program takes for a formula.
  private static func text(_ text: String, _ place: String, in xml: inout XMLWriter) {
    // Spreadsheets read _x0041_ as the letter A.
    let literal = text.split(separator: "_x", omittingEmptySubsequences: false)
      .joined(separator: "_x005F_x")
    xml.element("c", ["r": place, "t": "inlineStr"]) { xml in
      xml.element("is") { $0.element("t", text: literal) }
    }
  }
}
