/// Draws figures by year: years along the foot, bars and lines above it, each bar with its figure.
struct SVGYears {
  let chart: Chart
  let years: [String]
  let figures: [Chart.Figures]

  private static let size = SVGRenderer.textSize
  /// The size of the figures at the bars.
  private static let figureSize = 14
  private static let height = 250_00
  /// What a text on its side needs from left to right.
  private static let turnedWidth = 18_00

  /// Draws them below `top`; gives where they end.
  func draw(in drawing: inout SVGDrawing, from top: Int) -> Int {
    let amounts = figures.flatMap(\.amounts)
    func scale(from bottom: Int, to top: Int) -> ChartScale {
      ChartScale(amounts, unit: chart.unit, intervals: 6, from: bottom, to: top)
    }
    let left =
      SVGRenderer.margin + scale(from: 1_00, to: 0).labelWidth(chart.unit, size: SVGYears.size)
      + 10_00
    let group = (SVGRenderer.width - SVGRenderer.margin - left) / max(years.count, 1)
    let bars = SVGYearBars(chart: chart, figures: figures, group: group, size: SVGYears.figureSize)
    let foot = top + bars.room + SVGYears.height
    let bottom = foot + (amounts.contains { $0 < .zero } ? bars.room : 0)
    let scale = scale(from: foot, to: top + bars.room)
    for tick in scale.ticks {
      let y = scale.place(tick)
      drawing.line(left, y, SVGRenderer.width - SVGRenderer.margin, y, "ch-grid")
      drawing.text(
        scale.label(tick, chart.unit, chart.negatives), left - 8_00, y + 5_00, size: SVGYears.size,
        "ch-soft",
        anchor: .end)
    }
    for (number, figures) in figures.enumerated() {
      draw(figures, series: number, scale, in: &drawing, left: left, group: group, isBand: true)
    }
    bars.draw(in: &drawing, scale, left: left)
    let nought = scale.place(0)
    drawing.line(left, nought, SVGRenderer.width - SVGRenderer.margin, nought, "ch-nil")
    for (number, figures) in figures.enumerated() {
      draw(figures, series: number, scale, in: &drawing, left: left, group: group, isBand: false)
    }
    bars.drawFigures(in: &drawing, scale, left: left)
    return drawYears(in: &drawing, below: bottom, left: left, group: group)
  }

  // MARK: Years

  /// Below the lowest tick, on their side where they are too many, and only some where still so.
  private func drawYears(
    in drawing: inout SVGDrawing, below bottom: Int, left: Int, group: Int
  ) -> Int {
    let widest = years.map { ChartText.width($0, size: SVGYears.size) }.max() ?? 0
    let isTurned = widest + 8_00 > group
    let every = isTurned ? max(1, (SVGYears.turnedWidth + group - 1) / max(group, 1)) : 1
    for (number, year) in years.enumerated() where number.isMultiple(of: every) {
      let middle = left + number * group + group / 2
      if isTurned {
        drawing.text(
          year, middle + 5_00, bottom + 8_00, size: SVGYears.size, anchor: .end, isTurned: true)
      } else {
        drawing.text(year, middle, bottom + 22_00, size: SVGYears.size, anchor: .middle)
      }
    }
    return bottom + (isTurned ? widest + 16_00 : 34_00)
  }

  // MARK: Lines

  private func draw(
    _ figures: Chart.Figures, series: Int, _ scale: ChartScale, in drawing: inout SVGDrawing,
    left: Int, group: Int, isBand: Bool
  ) {
    func places(_ amounts: [Money?]) -> [(x: Int, y: Int)] {
      let middles = amounts.enumerated().compactMap { year, amount in
        amount.map { (x: left + year * group + group / 2, y: scale.place($0)) }
      }
      // One year alone would be a line without a length.
      guard middles.count == 1, let only = middles.first else { return middles }
      return [(only.x - group / 3, only.y), (only.x + group / 3, only.y)]
    }
    switch figures {
    case .bars: break
    case .line(let amounts):
      if !isBand { drawing.path(places(amounts), series: series) }
    case .band(let low, let high):
      if isBand { drawing.area(places(low) + places(high).reversed(), series: series) }
    }
  }
}

extension Chart.Figures {
  /// All the amounts that are drawn.
  var amounts: [Money] {
    switch self {
    case .bars(let amounts), .line(let amounts): amounts.compactMap { $0 }
    case .band(let low, let high): (low + high).compactMap { $0 }
    }
  }

  /// The amounts of bars; nil for what is no bars.
  var bars: [Money?]? {
    if case .bars(let amounts) = self { amounts } else { nil }
  }
}
