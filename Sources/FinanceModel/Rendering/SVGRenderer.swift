/// Draws a chart as SVG, with its title and what it shows in words for those who cannot see it.
///
/// Figures become places by whole-number arithmetic alone, so that every machine draws the same.
struct SVGRenderer {
  /// What its parts are named after.
  var id = "chart"
  /// Whether it brings its own style, which a page that holds it does for it.
  var standsAlone = true

  /// How wide every chart is, in hundredths of a pixel.
  static let width = 860_00
  /// The sizes of the title and of all other text, in pixels.
  static let titleSize = 19
  static let textSize = 15

  func text(_ chart: Chart) -> String {
    var drawing = SVGDrawing(id: id)
    let top = head(of: chart, in: &drawing)
    let bottom =
      switch chart.form {
      case .years(let years, let figures):
        SVGYears(chart: chart, years: years, figures: figures).draw(in: &drawing, from: top)
      case .rows(let rows): SVGRows(chart: chart, rows: rows).draw(in: &drawing, from: top)
      }
    let (width, height) = (SVGDrawing.length(SVGRenderer.width), SVGDrawing.length(bottom))
    let size = standsAlone ? " width=\"\(width)\" height=\"\(height)\"" : ""
    // A page has margins of its own.
    let edge = standsAlone ? 0 : SVGRenderer.margin
    let box =
      "\(SVGDrawing.length(edge)) 0 \(SVGDrawing.length(SVGRenderer.width - 2 * edge)) \(height)"
    let style =
      "<style>\n\(ChartStyle.rules)\n@media screen and (prefers-color-scheme: dark) {\n"
      + "\(ChartStyle.night)\n}\n</style>"
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(box)\"\(size) "
          + "role=\"img\" aria-labelledby=\"\(id)-title \(id)-words\">",
        "<title id=\"\(id)-title\">\(MarkupText.inline(chart.title))</title>",
        "<desc id=\"\(id)-words\">\(MarkupText.inline(chart.words))</desc>",
      ] + (standsAlone ? [style] : [])
      + (drawing.definitions.isEmpty ? [] : ["<defs>"] + drawing.definitions + ["</defs>"])
      + ["<rect class=\"ch-ground\" width=\"\(width)\" height=\"\(height)\"/>"]
      + drawing.lines + ["</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The most lines of a title; the rest of it is cut.
  private static let mostTitleLines = 3

  /// Draws the title, and below it the unit and what each shade means; gives where it ends.
  private func head(of chart: Chart, in drawing: inout SVGDrawing) -> Int {
    let titles = ChartText.wrapped(
      SingleLine.text(chart.title), to: SVGRenderer.width - 2 * SVGRenderer.margin,
      size: SVGRenderer.titleSize, most: SVGRenderer.mostTitleLines, isBold: true)
    var y = SVGRenderer.margin
    for title in titles {
      y += 24_00
      drawing.text(
        title, SVGRenderer.margin, y - 5_00, size: SVGRenderer.titleSize, "ch-ink ch-bold")
    }
    var x = SVGRenderer.margin
    y += 24_00
    let unit = chart.unit.heading
    if !unit.isEmpty {
      drawing.text(unit, x, y - 5_00, size: SVGRenderer.textSize, "ch-soft")
      x += ChartText.width(unit, size: SVGRenderer.textSize) + 24_00
    }
    if chart.drawnSeries.count > 1 {
      for number in chart.drawnSeries { key(number, of: chart, in: &drawing, &x, &y) }
    }
    return y + 8_00
  }

  /// The space around all that is drawn.
  static let margin = 8_00

  private func key(
    _ number: Int, of chart: Chart, in drawing: inout SVGDrawing, _ x: inout Int, _ y: inout Int
  ) {
    let sample = 24_00
    let room = SVGRenderer.width - 2 * SVGRenderer.margin - sample
    let name = ChartText.wrapped(
      SingleLine.text(chart.series[number]), to: room, size: SVGRenderer.textSize, most: 1
    ).joined()
    let width = ChartText.width(name, size: SVGRenderer.textSize)
    if x + sample + width > SVGRenderer.width - SVGRenderer.margin {
      x = SVGRenderer.margin
      y += 24_00
    }
    switch chart.figures(number) {
    case .line: drawing.path([(x, y - 10_00), (x + 18_00, y - 10_00)], series: number)
    case .band:
      drawing.area(
        [
          (x, y - 16_00), (x + 18_00, y - 16_00), (x + 18_00, y - 4_00), (x, y - 4_00),
        ], series: number)
    case .bars, nil: drawing.bar(x, y - 17_00, x + 14_00, y - 3_00, series: number)
    }
    drawing.text(name, x + sample, y - 5_00, size: SVGRenderer.textSize)
    x += sample + width + 24_00
  }
}

extension Chart {
  /// The picture as SVG that stands alone, ending in a line end.
  public func rendered() -> String { SVGRenderer().text(self) }

  /// The places of the series that the picture has a mark for.
  var drawnSeries: [Int] {
    switch form {
    case .years(_, let figures): Array(series.indices.prefix(figures.count))
    case .rows(let rows):
      series.indices.filter { number in
        rows.contains { $0.bars.contains { $0.series == number } }
      }
    }
  }

  /// How a series by year is drawn; nil for rows.
  func figures(_ number: Int) -> Figures? {
    if case .years(_, let figures) = form, number < figures.count { figures[number] } else { nil }
  }

  /// An amount as the chart prints it beside its mark.
  func label(_ money: Money) -> String {
    AmountFormat(decimals: decimals, negatives: negatives, groupsThousands: true)
      .text(money, in: unit)
  }
}
