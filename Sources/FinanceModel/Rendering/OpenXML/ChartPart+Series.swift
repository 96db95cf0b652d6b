/// The series of a chart: their figures, their shades and what is printed beside them.
extension ChartPart {
  func series(_ number: Int, in xml: inout XMLWriter, _ references: References?) {
    let series = plot.series[number]
    let cells = references?.series[number]
    xml.element("c:ser") { xml in
      xml.value("c:idx", String(number))
      xml.value("c:order", String(number))
      xml.element("c:tx") { xml in
        if let cells {
          xml.element("c:strRef") { xml in
            xml.element("c:f", text: cells.name)
            xml.element("c:strCache") { $0.points([series.name]) }
          }
        } else {
          xml.element("c:v", text: series.name)
        }
      }
      style(of: series, in: &xml)
      if series.mark.isLine {
        marker(of: series, in: &xml)
      } else {
        xml.value("c:invertIfNegative", "0")
        labels(of: series, in: &xml)
      }
      xml.element("c:cat") { xml in
        data("str", in: &xml, reference: references?.categories) { $0.points(shownCategories) }
      }
      xml.element("c:val") { xml in
        data("num", in: &xml, reference: cells?.values) { xml in
          xml.element("c:formatCode", text: format(decimals: chart.decimals))
          xml.points(series.points.map { $0.map { text($0.value) } })
        }
      }
      if series.mark.isLine { xml.value("c:smooth", "0") }
    }
  }

  /// Data of its own, or of cells with what they held.
  private func data(
    _ kind: String, in xml: inout XMLWriter, reference: String?,
    _ content: (inout XMLWriter) -> Void
  ) {
    guard let reference else { return xml.element("c:\(kind)Lit", [:], content) }
    xml.element("c:\(kind)Ref") { xml in
      xml.element("c:f", text: reference)
      xml.element("c:\(kind)Cache", [:], content)
    }
  }

  /// A label takes no more than two lines; the table has it whole.
  private var shownCategories: [String] {
    plot.categories.map { label in
      ChartText.wrapped(label, to: 270_00, size: SVGRenderer.textSize, most: 2)
        .joined(separator: " ")
    }
  }

  /// A figure as XML has it, as exact as the chart prints it.
  func text(_ money: Money) -> String {
    AmountFormat(decimals: chart.decimals, negatives: .minus, groupsThousands: false)
      .text(money, in: chart.unit)
  }

  // MARK: Shades

  private func style(of series: ChartPlot.Series, in xml: inout XMLWriter) {
    let number = min(series.shade, ChartStyle.most - 1)
    let shade = String(ChartStyle.shades[number].dropFirst())
    xml.element("c:spPr") { xml in
      switch series.mark {
      case .base, .figure:
        xml.element("a:noFill")
        xml.element("a:ln") { $0.element("a:noFill") }
      case .bar:
        fill(number, shade, in: &xml)
        outline(shade, width: 9525, dash: "solid", in: &xml)
      case .line:
        outline(shade, width: 28575, dash: ChartPart.dashes[number], in: &xml)
      case .edge:
        outline(shade, width: 15875, dash: "sysDot", in: &xml)
      }
    }
  }

  private static let dashes = ["solid", "dash", "sysDash", "lgDashDot"]
  /// The patterns of bars that are not the first, so that no shade tells them alone.
  private static let patterns = ["", "wdUpDiag", "pct20", "narHorz"]
  private static let symbols = ["circle", "square", "diamond", "triangle"]

  private func fill(_ number: Int, _ shade: String, in xml: inout XMLWriter) {
    guard number > 0 else {
      return xml.element("a:solidFill") { $0.value("a:srgbClr", shade) }
    }
    xml.element("a:pattFill", ["prst": ChartPart.patterns[number]]) { xml in
      xml.element("a:fgClr") { $0.value("a:srgbClr", "FFFFFF") }
      xml.element("a:bgClr") { $0.value("a:srgbClr", shade) }
    }
  }

  private func outline(_ shade: String, width: Int, dash: String, in xml: inout XMLWriter) {
    xml.element("a:ln", ["w": String(width), "cap": "rnd"]) { xml in
      xml.element("a:solidFill") { $0.value("a:srgbClr", shade) }
      xml.value("a:prstDash", dash)
    }
  }

  private func marker(of series: ChartPlot.Series, in xml: inout XMLWriter) {
    let number = min(series.shade, ChartStyle.most - 1)
    let shade = String(ChartStyle.shades[number].dropFirst())
    xml.element("c:marker") { xml in
      xml.value("c:symbol", ChartPart.symbols[number])
      xml.value("c:size", series.mark == .edge ? "4" : "6")
      xml.element("c:spPr") { xml in
        xml.element("a:solidFill") { $0.value("a:srgbClr", shade) }
        outline(shade, width: 9525, dash: "solid", in: &xml)
      }
    }
  }

  // MARK: Figures at bars

  /// Each bar's figure: at its end, or for a step beside it.
  private func labels(of series: ChartPlot.Series, in xml: inout XMLWriter) {
    // The figures of steps stand in a stack of their own.
    // On an axis that fits itself, the figure of a bar to the left would lie on the name of its row.
    let isBar = series.mark == .bar && (isLive ? !plot.hasRows : !plot.isStacked)
    let isShown = series.mark == .figure || isBar
    let sinks = sinks(series)
    let place =
      series.mark == .figure ? "inBase" : plot.isStacked ? "ctr" : sinks ? "inEnd" : "outEnd"
    xml.element("c:dLbls") { xml in
      if isShown, !isLive {
        for (number, point) in series.points.enumerated() {
          if let point { label(point, number, place: place, in: &xml) }
        }
      }
      guard isShown else { return xml.value("c:delete", "1") }
      xml.element(
        "c:numFmt",
        ["formatCode": format(decimals: chart.decimals), "sourceLinked": "0"])
      xml.element("c:spPr") { xml in
        if sinks {
          xml.element("a:solidFill") { $0.value("a:srgbClr", "FFFFFF") }
        } else {
          xml.element("a:noFill")
        }
      }
      xml.textStyle("c:txPr", size: 800, rotation: rotation)
      shows(place: place, in: &xml)
    }
  }

  /// A figure, or where it has a note or is no bar's length, words.
  private func label(
    _ point: ChartPlot.Point, _ number: Int, place: String, in xml: inout XMLWriter
  ) {
    guard point.label != chart.label(point.value) else { return }
    xml.element("c:dLbl") { xml in
      xml.value("c:idx", String(number))
      if point.label.isEmpty { return xml.value("c:delete", "1") }
      xml.element("c:tx") { xml in
        xml.element("c:rich") { xml in
          xml.element("a:bodyPr")
          xml.element("a:lstStyle")
          xml.paragraph(point.label, size: 800, isBold: false)
        }
      }
      shows(place: place, in: &xml)
    }
  }

  private func shows(place: String, in xml: inout XMLWriter) {
    xml.value("c:dLblPos", place)
    for name in ["LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"] {
      xml.value("c:show" + name, name == "Val" ? "1" : "0")
    }
  }

  /// Whether its figures stand in its bars, on white, and not below them.
  ///
  /// An axis that fits itself may end where a bar below nil does, and a figure under that bar would
  /// lie on the names of the years.
  private func sinks(_ series: ChartPlot.Series) -> Bool {
    isLive && !plot.hasRows && series.points.contains { ($0?.value ?? .zero) < .zero }
  }

  /// Figures stand on their side where bars are narrow.
  private var rotation: Int? {
    guard !plot.hasRows else { return nil }
    let bars = plot.series.count { $0.mark == .bar }
    guard plot.categories.count * bars > 8, !(isLive && fits(bars)) else { return nil }
    return -5_400_000
  }

  /// Whether each figure is hardly wider than its bar, where a year has `bars` of them.
  private func fits(_ bars: Int) -> Bool {
    let labels = plot.series.filter { $0.mark == .bar }.flatMap {
      $0.points.compactMap { $0?.label }
    }
    let widest = labels.map { ChartText.width($0, size: 8) }.max() ?? 0
    // The bars of a year have a gap of 60% of a bar beside them.
    let bar = ChartPart.plotWidth * 10 / (plot.categories.count * (bars * 10 + 6))
    return widest <= bar * 6 / 5
  }

  /// How wide the columns of a sheet's chart are together, in hundredths of a point.
  private static let plotWidth = 440_00
}

extension XMLWriter {
  /// The points of a cache, numbered; one that is nil is left out.
  mutating func points(_ points: [String?]) {
    value("c:ptCount", String(points.count))
    for (number, point) in points.enumerated() {
      guard let point else { continue }
      element("c:pt", ["idx": String(number)]) { $0.element("c:v", text: point) }
    }
  }
}
