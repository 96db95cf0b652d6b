/// A chart as office programs draw it themselves: DrawingML, which a reader can restyle and edit.
///
/// ```swift
/// let part = ChartPart(chart)
/// package.add("word/charts/chart1.xml", type: ChartPart.type, part.bytes(ChartWorkbook.references(part.plot)))
/// ```
///
/// One that is live takes its figures from cells: its axis then fits itself, and its figures are
/// printed by number format.
struct ChartPart {
  let chart: Chart
  let plot: ChartPlot
  /// Whether its figures may change under it.
  let isLive: Bool

  static let type = OpenXMLPackage.office + "drawingml.chart+xml"

  init(_ chart: Chart, isLive: Bool = false) {
    self.chart = chart
    self.isLive = isLive
    plot = ChartPlot(chart, isLive: isLive)
  }

  /// Where the names and figures of a plot stand in a workbook: `Sheet1!$B$2:$B$5`.
  struct References {
    var categories: String
    /// For each series of the plot the cell of its name, and the cells of its figures.
    var series: [(name: String, values: String)]
  }

  private static let namespace = "http://schemas.openxmlformats.org/"
  /// What its text is drawn in.
  static let ink = "0B0C0C"

  /// The part. Without references it holds its figures itself and no program can edit them.
  ///
  /// `workbook` is the name of its tie to the workbook that it was made with.
  func bytes(_ references: References? = nil, workbook: String? = nil) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "c:chartSpace",
      [
        "xmlns:c": ChartPart.namespace + "drawingml/2006/chart",
        "xmlns:a": ChartPart.namespace + "drawingml/2006/main",
        "xmlns:r": ChartPart.namespace + "officeDocument/2006/relationships",
      ]
    ) { xml in
      xml.value("c:date1904", "0")
      xml.value("c:lang", "en-GB")
      xml.value("c:roundedCorners", "0")
      xml.element("c:chart") { xml in
        title(in: &xml)
        xml.value("c:autoTitleDeleted", "0")
        plotArea(in: &xml, references)
        legend(in: &xml)
        xml.value("c:plotVisOnly", "1")
        xml.value("c:dispBlanksAs", "gap")
      }
      xml.element("c:spPr") { xml in
        xml.element("a:solidFill") { $0.value("a:srgbClr", "FFFFFF") }
        xml.element("a:ln") { $0.element("a:noFill") }
      }
      xml.textStyle("c:txPr", size: 900)
      if let workbook {
        xml.element("c:externalData", ["r:id": workbook]) { $0.value("c:autoUpdate", "0") }
      }
    }
    return xml.bytes
  }

  /// The title, and below it the unit.
  private func title(in xml: inout XMLWriter) {
    let title = ChartText.wrapped(
      SingleLine.text(chart.title), to: SVGRenderer.width, size: SVGRenderer.titleSize, most: 3,
      isBold: true)
    let unit = chart.unit.heading
    xml.element("c:title") { xml in
      xml.element("c:tx") { xml in
        xml.element("c:rich") { xml in
          xml.element("a:bodyPr")
          xml.element("a:lstStyle")
          xml.paragraph(title.joined(separator: " "), size: 1100, isBold: true)
          if !unit.isEmpty { xml.paragraph(unit, size: 900, isBold: false) }
        }
      }
      xml.value("c:overlay", "0")
    }
  }

  private func plotArea(in xml: inout XMLWriter, _ references: References?) {
    xml.element("c:plotArea") { xml in
      xml.element("c:layout")
      let numbers = plot.series.indices
      let lines = numbers.filter { plot.series[$0].mark.isLine }
      let bars = numbers.filter { !plot.series[$0].mark.isLine }
      if !bars.isEmpty {
        xml.element("c:barChart") { xml in
          xml.value("c:barDir", plot.hasRows ? "bar" : "col")
          xml.value("c:grouping", plot.isStacked ? "stacked" : "clustered")
          xml.value("c:varyColors", "0")
          for number in bars { series(number, in: &xml, references) }
          xml.value("c:gapWidth", plot.hasRows ? "50" : "60")
          xml.value("c:overlap", plot.hasRows ? "100" : "0")
          axisNames(in: &xml)
        }
      }
      if !lines.isEmpty {
        xml.element("c:lineChart") { xml in
          xml.value("c:grouping", "standard")
          xml.value("c:varyColors", "0")
          for number in lines { series(number, in: &xml, references) }
          xml.value("c:marker", "1")
          axisNames(in: &xml)
        }
      }
      categoryAxis(in: &xml)
      valueAxis(in: &xml)
    }
  }

  // MARK: Axes

  private static let categoryAxis = "111111111"
  private static let valueAxis = "222222222"

  private func axisNames(in xml: inout XMLWriter) {
    xml.value("c:axId", ChartPart.categoryAxis)
    xml.value("c:axId", ChartPart.valueAxis)
  }

  private func categoryAxis(in xml: inout XMLWriter) {
    xml.element("c:catAx") { xml in
      xml.value("c:axId", ChartPart.categoryAxis)
      // Rows are read from the top.
      xml.element("c:scaling") { $0.value("c:orientation", plot.hasRows ? "maxMin" : "minMax") }
      xml.value("c:delete", "0")
      xml.value("c:axPos", plot.hasRows ? "l" : "b")
      xml.value("c:majorTickMark", "none")
      xml.value("c:minorTickMark", "none")
      xml.value("c:tickLblPos", "low")
      xml.line("c:spPr", ChartPart.ink, width: 12700)
      xml.value("c:crossAx", ChartPart.valueAxis)
      xml.value("c:crosses", "autoZero")
      xml.value("c:auto", "0")
      xml.value("c:lblAlgn", "ctr")
      xml.value("c:lblOffset", "100")
      xml.value("c:noMultiLvlLbl", "1")
    }
  }

  private func valueAxis(in xml: inout XMLWriter) {
    let scale = ChartScale(plot.bounds, unit: chart.unit, intervals: 7, from: 0, to: 1)
    let decimals = scale.decimals(chart.unit)
    func text(_ tick: Int128?) -> String {
      AmountFormat(decimals: decimals, negatives: .minus, groupsThousands: false)
        .text(Money(trillionths: tick ?? 0), in: chart.unit)
    }
    xml.element("c:valAx") { xml in
      xml.value("c:axId", ChartPart.valueAxis)
      xml.element("c:scaling") { xml in
        xml.value("c:orientation", "minMax")
        if !isLive {
          xml.value("c:max", text(scale.ticks.last))
          xml.value("c:min", text(scale.ticks.first))
        }
      }
      xml.value("c:delete", "0")
      xml.value("c:axPos", plot.hasRows ? "b" : "l")
      xml.line("c:majorGridlines", "D5D8DA", width: 9525)
      xml.element(
        "c:numFmt", ["formatCode": format(decimals: decimals), "sourceLinked": "0"])
      xml.value("c:majorTickMark", "none")
      xml.value("c:minorTickMark", "none")
      xml.value("c:tickLblPos", "nextTo")
      xml.element("c:spPr") { xml in xml.element("a:ln") { $0.element("a:noFill") } }
      xml.value("c:crossAx", ChartPart.categoryAxis)
      // The foot of rows that are read from the top is their end.
      xml.value("c:crosses", plot.hasRows ? "max" : "min")
      xml.value("c:crossBetween", "between")
      if !isLive { xml.value("c:majorUnit", text(scale.step)) }
    }
  }

  /// Figures with brackets or a minus for negatives.
  func format(decimals: Int) -> String {
    let figure = "#,##0" + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
    return chart.negatives == .brackets ? "\(figure);(\(figure))" : "\(figure);-\(figure)"
  }

  // MARK: The key

  /// What each shade means, where there are two; nothing that only holds a place.
  private func legend(in xml: inout XMLWriter) {
    guard plot.series.count(where: \.isInKey) > 1 else { return }
    xml.element("c:legend") { xml in
      xml.value("c:legendPos", "t")
      for (number, series) in plot.series.enumerated() where !series.isInKey {
        xml.element("c:legendEntry") { xml in
          xml.value("c:idx", String(number))
          xml.value("c:delete", "1")
        }
      }
      xml.value("c:overlay", "0")
    }
  }
}

extension ChartPlot.Mark {
  var isLine: Bool { self == .line || self == .edge }
}

extension XMLWriter {
  /// An element whose one attribute is its value.
  mutating func value(_ name: String, _ value: String) {
    element(name, ["val": value])
  }

  /// A paragraph of DrawingML.
  mutating func paragraph(_ text: String, size: Int, isBold: Bool) {
    let bold = isBold ? "1" : "0"
    element("a:p") { xml in
      xml.element("a:pPr") { $0.element("a:defRPr", ["sz": String(size), "b": bold]) }
      xml.element("a:r") { xml in
        xml.element("a:rPr", ["lang": "en-GB", "sz": String(size), "b": bold])
        xml.element("a:t", text: text)
      }
    }
  }

  /// How the text of a part is set; `rotation` is in 60,000ths of a degree.
  mutating func textStyle(_ name: String, size: Int, rotation: Int? = nil) {
    element(name) { xml in
      xml.element(
        "a:bodyPr",
        ["rot": rotation.map { String($0) }, "vert": rotation == nil ? nil : "horz"])
      xml.element("a:lstStyle")
      xml.element("a:p") { xml in
        xml.element("a:pPr") { xml in
          xml.element("a:defRPr", ["sz": String(size)]) { xml in
            xml.element("a:solidFill") { $0.value("a:srgbClr", ChartPart.ink) }
            xml.element("a:latin", ["typeface": "Arial"])
          }
        }
        xml.element("a:endParaRPr", ["lang": "en-GB"])
      }
    }
  }

  /// A part whose lines have a colour and a width, in 12,700ths of a point.
  mutating func line(_ name: String, _ color: String, width: Int) {
    let writesProperties = name != "c:spPr"
    func write(_ xml: inout XMLWriter) {
      xml.element("a:ln", ["w": String(width)]) { xml in
        xml.element("a:solidFill") { $0.value("a:srgbClr", color) }
      }
    }
    element(name) { xml in
      if writesProperties { xml.element("c:spPr") { write(&$0) } } else { write(&xml) }
    }
  }
}
