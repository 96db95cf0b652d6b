/// The charts of a sheet, below its table, each drawn from cells by the program that shows it.
struct SheetDrawing {
  let sheet: Sheet
  let addresses: SheetAddresses

  /// In English Metric Units: 170 by 85 millimetres.
  private static let size = (width: 6_120_000, height: 3_060_000)
  /// The rows of usual height that a chart takes.
  private static let rows = 18

  private static let spreadsheet =
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"

  /// Adds the drawing and its charts to a package, and gives the name of the sheet's tie to it.
  func add(
    to package: inout OpenXMLPackage, of part: String, _ number: Int, _ charts: inout Int
  ) -> String {
    let name = "xl/drawings/drawing\(number).xml"
    let tie = package.relate(part, to: name, as: "drawing")
    var ties: [String] = []
    for chart in sheet.charts {
      charts += 1
      let target = "xl/charts/chart\(charts).xml"
      ties.append(package.relate(name, to: target, as: "chart"))
      package.add(
        target, type: ChartPart.type,
        ChartPart(signed(chart.chart), isLive: true).bytes(references(chart)))
    }
    package.add(name, type: OpenXMLPackage.office + "drawing+xml", bytes(ties))
    return tie
  }

  /// A chart with negatives marked as on its sheet.
  private func signed(_ chart: Chart) -> Chart {
    var chart = chart
    chart.negatives = sheet.negatives
    return chart
  }

  private func references(_ chart: SheetChart) -> ChartPart.References {
    if case .rows = chart.chart.form, let first = chart.rows.first, let last = chart.rows.last {
      return ChartPart.References(
        categories: addresses.fixed(sheet.id, first...last, 0...0),
        series: [
          (
            name: addresses.fixed(sheet.id, -1...(-1), chart.columns),
            values: addresses.fixed(sheet.id, first...last, chart.columns)
          )
        ])
    }
    return ChartPart.References(
      categories: addresses.fixed(sheet.id, -1...(-1), chart.columns),
      series: chart.rows.map { row in
        (
          name: addresses.fixed(sheet.id, row...row, 0...0),
          values: addresses.fixed(sheet.id, row...row, chart.columns)
        )
      })
  }

  private func bytes(_ ties: [String]) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "xdr:wsDr", ["xmlns:xdr": SheetDrawing.spreadsheet, "xmlns:a": SheetDrawing.drawing]
    ) {
      for (position, tie) in ties.enumerated() { anchor(position, tie, in: &$0) }
    }
    return xml.bytes
  }

  private func anchor(_ position: Int, _ tie: String, in xml: inout XMLWriter) {
    let row = sheet.rowsAbove + sheet.rows.count + 1 + position * SheetDrawing.rows
    let size: KeyValuePairs<String, String?> = [
      "cx": "\(SheetDrawing.size.width)", "cy": "\(SheetDrawing.size.height)",
    ]
    xml.element("xdr:oneCellAnchor") {
      $0.element("xdr:from") {
        for (name, value) in [("col", 0), ("colOff", 0), ("row", row), ("rowOff", 0)] {
          $0.element("xdr:\(name)", text: "\(value)")
        }
      }
      $0.element("xdr:ext", size)
      $0.element("xdr:graphicFrame", ["macro": ""]) {
        $0.element("xdr:nvGraphicFramePr") {
          let chart = sheet.charts[position].chart
          $0.element(
            "xdr:cNvPr",
            [
              "id": "\(position + 2)", "name": "Chart \(position + 1)",
              "descr": SingleLine.text(chart.words), "title": SingleLine.text(chart.title),
            ])
          $0.element("xdr:cNvGraphicFramePr")
        }
        $0.element("xdr:xfrm") {
          $0.element("a:off", ["x": "0", "y": "0"])
          $0.element("a:ext", size)
        }
        $0.element("a:graphic") {
          $0.element("a:graphicData", ["uri": SheetDrawing.chart]) {
            $0.element(
              "c:chart",
              ["xmlns:c": SheetDrawing.chart, "xmlns:r": WorkbookRenderer.ties, "r:id": tie])
          }
        }
      }
      $0.element("xdr:clientData")
    }
  }
}
