/// The bars of a chart by year, side by side within each year, and the figure at the end of each.
struct SVGYearBars {
  private let chart: Chart
  private let series: [(number: Int, amounts: [Money?])]
  private let group: Int
  private let size: Int
  /// The room that one bar has from left to right.
  private let slot: Int
  /// The room that the widest figure needs along the line that it is on.
  private let widest: Int

  /// Between a bar and its figure.
  private static let space = 5_00
  private static let widestBar = 90_00
  /// What a figure on its side needs from left to right.
  private static let turnedWidth = 16_00

  init(chart: Chart, figures: [Chart.Figures], group: Int, size: Int) {
    self.chart = chart
    self.group = group
    self.size = size
    series = figures.enumerated().compactMap { number, figures in
      figures.bars.map { (number, $0) }
    }
    slot = min(group * 84 / 100 / max(series.count, 1), SVGYearBars.widestBar)
    widest =
      series.flatMap { $0.amounts.compactMap { $0 } }
      .map { ChartText.width(chart.label($0), size: size) }.max() ?? 0
  }

  /// How the figures stand at the bars.
  private enum Figures {
    case level
    /// On their side, where a bar is too narrow.
    case turned
    /// Only in the table, where there is not even room for that.
    case none
  }

  private var figures: Figures {
    widest + 4_00 <= slot ? .level : SVGYearBars.turnedWidth <= slot ? .turned : .none
  }

  /// What the figures need beyond the ends of the bars.
  var room: Int {
    guard !series.isEmpty else { return 8_00 }
    return switch figures {
    case .level: 24_00
    case .turned: widest + 2 * SVGYearBars.space
    case .none: 8_00
    }
  }

  func draw(in drawing: inout SVGDrawing, _ scale: ChartScale, left: Int) {
    let gap = slot / 16
    each(left: left) { amount, series, start in
      drawing.bar(
        start + gap, scale.place(0), start + slot - gap, scale.place(amount), series: series)
    }
  }

  /// The figures come last, so that no line runs through one.
  func drawFigures(in drawing: inout SVGDrawing, _ scale: ChartScale, left: Int) {
    each(left: left) { amount, _, start in
      draw(amount, in: &drawing, scale, at: start + slot / 2)
    }
  }

  /// Every amount with the number of its series and where its room starts.
  private func each(left: Int, _ body: (Money, Int, Int) -> Void) {
    for (place, series) in series.enumerated() {
      for (year, amount) in series.amounts.enumerated() {
        guard let amount else { continue }
        let start = left + year * group + (group - slot * self.series.count) / 2 + place * slot
        body(amount, series.number, start)
      }
    }
  }

  private func draw(
    _ amount: Money, in drawing: inout SVGDrawing, _ scale: ChartScale, at middle: Int
  ) {
    let end = scale.place(amount)
    let isBelow = amount < .zero
    switch figures {
    case .level:
      let foot = isBelow ? end + SVGYearBars.space + 12_00 : end - SVGYearBars.space
      drawing.text(
        chart.label(amount), middle, foot, size: size, "ch-figure", anchor: .middle)
    case .turned:
      let foot = isBelow ? end + SVGYearBars.space : end - SVGYearBars.space
      drawing.text(
        chart.label(amount), middle + 5_00, foot, size: size, "ch-figure",
        anchor: isBelow ? .end : .start, isTurned: true)
    case .none: break
    }
  }
}
