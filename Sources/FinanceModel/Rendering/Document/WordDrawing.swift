/// Writes the place of a chart in a document, and below it what it shows in words.
struct WordDrawing {
  let chart: Chart
  /// Its place among the charts of the document.
  let number: Int
  /// The name of the tie to its part.
  let tie: String

  /// A twentieth of a point, in which pages are measured, in the lengths of drawings.
  private static let twip = 635

  func write(in xml: inout XMLWriter, on page: WordPage) {
    let words = SingleLine.text(chart.words)
    xml.paragraph("Chart", keepsNext: true) { xml in
      xml.element("w:r") { xml in
        xml.element("w:drawing") { xml in
          xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) {
            inline(in: &$0, words, on: page)
          }
        }
      }
    }
    xml.paragraph("ChartDescription") { $0.runs(words) }
  }

  private func inline(in xml: inout XMLWriter, _ words: String, on page: WordPage) {
    let name = String(number)
    xml.element(
      "wp:extent",
      [
        "cx": String(width(on: page) * WordDrawing.twip),
        "cy": String(height(on: page) * WordDrawing.twip),
      ])
    xml.element("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"])
    xml.element(
      "wp:docPr",
      [
        "id": name, "name": "Chart " + name, "descr": words, "title": SingleLine.text(chart.title),
      ])
    xml.element("wp:cNvGraphicFramePr")
    xml.element("a:graphic") { xml in
      let uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
      xml.element("a:graphicData", ["uri": uri]) { $0.element("c:chart", ["r:id": tie]) }
    }
  }

  /// No wider than an upright page, on which it reads well.
  private func width(on page: WordPage) -> Int { min(page.room, 11_000) }

  /// What its rows need, and no more than half of a page leaves beside its words.
  private func height(on page: WordPage) -> Int {
    let most = page.roomBelow * 3 / 4
    switch chart.form {
    case .years: return min(4_800, most)
    case .rows(let rows): return min(1_900 + rows.count * 520, most)
    }
  }
}
