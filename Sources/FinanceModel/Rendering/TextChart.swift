/// Draws a chart with the characters of a terminal: a bar with its figure for each amount.
///
/// ```
/// 2017-18  Required  ████████████████  8.254
///          Planned   ███████████████   7.521
/// ```
///
/// Every bar has its figure beside it and its series by name, so that nothing hangs on a shade; bars
/// to the left of the stroke are negative. Where there is no room for bars there is no chart.
struct TextChart {
  /// One bar: what it belongs to, what it is, and from where to where it goes.
  private struct Bar {
    var label: String
    let name: String
    let figure: String
    let from: Money
    let to: Money
    let shade: Character
  }

  private let chart: Chart
  private let width: Int

  /// The narrowest room for bars in which they still say something, and the widest that they take.
  private static let least = 12
  private static let most = 60
  /// The widest that a label becomes.
  private static let mostLabel = 32
  private static let shades: [Character] = ["█", "▒", "▓", "░"]

  init(_ chart: Chart, width: Int) {
    self.chart = chart
    self.width = width
  }

  /// The title, the unit and the bars; empty where the lines are too narrow for them.
  var lines: [String] {
    let bars = self.bars
    let label = bars.map { TerminalWidth.of($0.label) }.max() ?? 0
    let name = bars.map { TerminalWidth.of($0.name) }.max() ?? 0
    let figure = bars.map { TerminalWidth.of($0.figure) }.max() ?? 0
    let gaps = TextColumns.gap * (name > 0 ? 3 : 2)
    let room = min(width - label - name - figure - gaps, TextChart.most)
    guard room >= TextChart.least, let scale = Scale(bars.flatMap { [$0.from, $0.to] }, room) else {
      return []
    }
    let gap = String(repeating: " ", count: TextColumns.gap)
    return bars.map { bar in
      let drawn = scale.drawn(from: bar.from, to: bar.to, shade: bar.shade)
      let words = [bar.label.padded(to: label)] + (name > 0 ? [bar.name.padded(to: name)] : [])
      return (words + [drawn, bar.figure.leftPadded(to: figure)]).joined(separator: gap)
    }
  }

  private var bars: [Bar] {
    switch chart.form {
    case .years(let years, let figures): years.indices.flatMap { bars(of: years[$0], $0, figures) }
    case .rows(let rows): rows.flatMap(bars)
    }
  }

  private func bars(of label: String, _ year: Int, _ figures: [Chart.Figures]) -> [Bar] {
    let found = figures.enumerated().compactMap { number, figures -> Bar? in
      let ends: (from: Money?, to: Money?) =
        switch figures {
        case .bars(let amounts), .line(let amounts): (.zero, amounts[year])
        case .band(let low, let high): (low[year], high[year])
        }
      guard let from = ends.from, let to = ends.to else { return nil }
      let isBand = if case .band = figures { true } else { false }
      let figure = isBand ? "\(chart.label(from)) to \(chart.label(to))" : chart.label(to)
      return bar("", number, figure, from: from, to: to)
    }
    return named(label, found)
  }

  private func bars(of row: Chart.Row) -> [Bar] {
    let found = row.bars.map { bar in
      self.bar("", bar.series, chart.label(bar.amount), from: bar.from, to: bar.to)
    }
    return named(
      TerminalWidth.shortened(SingleLine.text(row.label), to: TextChart.mostLabel), found)
  }

  /// The label stands at the first of its bars.
  private func named(_ label: String, _ bars: [Bar]) -> [Bar] {
    var bars = bars
    if !bars.isEmpty { bars[0].label = label }
    return bars
  }

  private func bar(
    _ label: String, _ series: Int, _ figure: String, from: Money, to: Money
  ) -> Bar {
    let isNamed = chart.drawnSeries.count > 1 && series < chart.series.count
    let name = isNamed ? SingleLine.text(chart.series[series]) : ""
    return Bar(
      label: label, name: TerminalWidth.shortened(name, to: TextChart.mostLabel), figure: figure,
      from: from, to: to, shade: TextChart.shades[series % TextChart.shades.count])
  }

  /// Where amounts lie between the lowest and the highest, nil among them, in whole characters.
  private struct Scale {
    private let low: Int128
    private let span: Int128
    private let room: Int
    private let hasNegatives: Bool

    /// Nil where all amounts are nil, which is nothing to draw.
    init?(_ amounts: [Money], _ room: Int) {
      low = min(0, amounts.map(\.trillionths).min() ?? 0)
      span = max(0, amounts.map(\.trillionths).max() ?? 0) - low
      guard span > 0 else { return nil }
      hasNegatives = low < 0
      self.room = room - (hasNegatives ? 1 : 0)
    }

    private func place(_ money: Money) -> Int {
      Int(((money.trillionths - low) * Int128(room) * 2 + span) / (span * 2))
    }

    /// A bar in its room, at least one character long unless it is nil; a stroke where nil lies.
    func drawn(from: Money, to: Money, shade: Character) -> String {
      let nilPlace = place(.zero)
      var (start, end) = (place(min(from, to)), place(max(from, to)))
      if start == end, from != to {
        if end < room { end += 1 } else { start -= 1 }
      }
      var cells = (0..<room).map { start <= $0 && $0 < end ? shade : " " }
      if hasNegatives { cells.insert("│", at: nilPlace) }
      return String(cells)
    }
  }
}
