/// Draws the rows of a chart: labels to the left, bars along an axis, each with its figure.
struct SVGRows {
  let chart: Chart
  let rows: [Chart.Row]

  private static let size = SVGRenderer.textSize
  private static let lineHeight = 19_00
  private static let barHeight = 24_00
  private static let widestLabel = 270_00
  private static let mostLines = 3
  /// The most room for a note under a figure.
  private static let widestNote = 150_00
  /// Between a bar and its figure.
  private static let space = 7_00

  /// Draws them below `top`; gives where they end.
  func draw(in drawing: inout SVGDrawing, from top: Int) -> Int {
    let labels = rows.map { row in
      ChartText.wrapped(
        SingleLine.text(row.label), to: SVGRows.widestLabel, size: SVGRows.size,
        most: SVGRows.mostLines)
    }
    let heights = zip(rows, labels).map { row, lines in
      let notes = row.bars.contains { !$0.note.isEmpty } ? 2 : 1
      return max(max(lines.count, notes) * SVGRows.lineHeight, SVGRows.barHeight) + 12_00
    }
    let bottom = top + heights.reduce(0, +)
    let scale = scale(besides: labels)
    drawAxis(scale, in: &drawing, from: top, to: bottom)
    var y = top
    var level: (place: Int, y: Int)?
    for ((row, label), height) in zip(zip(rows, labels), heights) {
      let middle = y + height / 2
      if let level, isFloating {
        drawing.line(level.place, level.y, level.place, middle - SVGRows.barHeight / 2, "ch-link")
      }
      draw(label, in: &drawing, around: middle)
      for bar in row.bars { draw(bar, of: row, scale, in: &drawing, around: middle) }
      level = row.bars.last.map { (scale.place($0.to), middle + SVGRows.barHeight / 2) }
      y += height
    }
    drawing.line(scale.place(0), top, scale.place(0), bottom, "ch-nil")
    return bottom + 30_00
  }

  /// Whether the rows are steps, each from where the one above it ended.
  private var isFloating: Bool {
    rows.contains { $0.bars.contains { $0.from != .zero } }
  }

  // MARK: The axis

  private func scale(besides labels: [[String]]) -> ChartScale {
    let label = labels.joined().map { ChartText.width($0, size: SVGRows.size) }.max() ?? 0
    let amounts = rows.flatMap { $0.bars.flatMap { [$0.from, $0.to] } }
    func scale(_ intervals: Int) -> ChartScale {
      ChartScale(
        amounts, unit: chart.unit, intervals: intervals,
        from: SVGRenderer.margin + label + 10_00 + room(onLeft: true),
        to: SVGRenderer.width - SVGRenderer.margin - room(onLeft: false))
    }
    for intervals in [6, 5, 4, 3] {
      let scale = scale(intervals)
      let step = scale.place(scale.step) - scale.place(0)
      if scale.labelWidth(chart.unit, size: SVGRows.size) + 12_00 <= step { return scale }
    }
    return scale(2)
  }

  /// What figures and notes need on one side of the bars.
  private func room(onLeft isLeft: Bool) -> Int {
    let widths = rows.flatMap { row in
      row.bars.filter { isOnLeft($0, of: row) == isLeft }.map { bar in
        lines(bar).map { ChartText.width($0, size: SVGRows.size) }.max() ?? 0
      }
    }
    return (widths.max() ?? 0) + SVGRows.space
  }

  private func drawAxis(
    _ scale: ChartScale, in drawing: inout SVGDrawing, from top: Int, to bottom: Int
  ) {
    var end = Int.min
    for tick in scale.ticks {
      let x = scale.place(tick)
      drawing.line(x, top, x, bottom, "ch-grid")
      let label = scale.label(tick, chart.unit, chart.negatives)
      let half = ChartText.width(label, size: SVGRows.size) / 2
      guard x - half >= 0, x + half <= SVGRenderer.width, x - half > end else { continue }
      drawing.text(label, x, bottom + 20_00, size: SVGRows.size, "ch-soft", anchor: .middle)
      end = x + half + 6_00
    }
  }

  // MARK: Rows

  private func draw(_ label: [String], in drawing: inout SVGDrawing, around middle: Int) {
    let first = middle - label.count * SVGRows.lineHeight / 2
    for (number, line) in label.enumerated() {
      drawing.text(
        line, SVGRenderer.margin, first + (number + 1) * SVGRows.lineHeight - 4_50,
        size: SVGRows.size)
    }
  }

  private func draw(
    _ bar: Chart.Bar, of row: Chart.Row, _ scale: ChartScale, in drawing: inout SVGDrawing,
    around middle: Int
  ) {
    let (from, to) = (scale.place(bar.from), scale.place(bar.to))
    let half = SVGRows.barHeight / 2
    drawing.bar(from, middle - half, to, middle + half, series: bar.series)
    let isLeft = isOnLeft(bar, of: row)
    let x = isLeft ? min(from, to) - SVGRows.space : max(from, to) + SVGRows.space
    let lines = lines(bar)
    let first = middle - lines.count * SVGRows.lineHeight / 2
    for (number, line) in lines.enumerated() {
      drawing.text(
        line, x, first + (number + 1) * SVGRows.lineHeight - 4_50, size: SVGRows.size,
        "ch-figure", anchor: isLeft ? .end : .start)
    }
  }

  /// Its figure, and its note below that.
  private func lines(_ bar: Chart.Bar) -> [String] {
    [chart.label(bar.amount)]
      + ChartText.wrapped(
        SingleLine.text(bar.note), to: SVGRows.widestNote, size: SVGRows.size, most: 1)
  }

  /// Whether its figure stands before it: a bar from nil downwards, or the first of two beside nil.
  private func isOnLeft(_ bar: Chart.Bar, of row: Chart.Row) -> Bool {
    guard bar.from == .zero else { return false }
    return bar.to < .zero || (bar.to == .zero && row.bars.count > 1 && bar == row.bars[0])
  }
}
