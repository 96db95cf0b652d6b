/// A chart as office programs have it: categories, and for each series a point in every one of them.
///
/// Years become columns and lines. Rows become bars; where they are steps, each lies in a stack on a
/// base that cannot be seen, and its figure stands beside it in another.
struct ChartPlot: Hashable, Sendable {
  /// One series of points.
  struct Series: Hashable, Sendable {
    var name: String
    var mark: Mark
    /// Its shade and pattern, by its place in the chart's series.
    var shade: Int
    /// One for each category; nil draws nothing there.
    var points: [Point?]
    /// Whether the key names it: nothing that only holds a place, and no second part of a series.
    var isInKey = true
  }

  /// How a series is drawn.
  enum Mark: Hashable, Sendable {
    case bar
    case line
    /// An edge of a band, thinner than a line.
    case edge
    /// What a step stands on, which cannot be seen.
    case base
    /// Room for the figure of a step, which cannot be seen itself.
    case figure
  }

  /// How far a point lies from what it stands on, and what is printed beside it.
  struct Point: Hashable, Sendable {
    var value: Money
    /// Empty where there is no room for it.
    var label: String
  }

  let categories: [String]
  private(set) var series: [Series] = []
  /// Whether categories go from top to bottom.
  let hasRows: Bool
  /// Whether bars stand on each other.
  let isStacked: Bool
  /// The lowest and the highest that is drawn, with room for figures beside it.
  let bounds: [Money]

  /// `isLive` leaves out what is printed as words, which could not follow its figures.
  init(_ chart: Chart, isLive: Bool) {
    switch chart.form {
    case .years(let years, let figures):
      categories = years.map(SingleLine.text)
      (hasRows, isStacked) = (false, false)
      bounds = ChartPlot.widened(figures.flatMap(\.amounts))
      for (number, figures) in figures.enumerated() { add(figures, number, of: chart) }
    case .rows(let rows):
      categories = rows.map { SingleLine.text($0.label) }
      hasRows = true
      isStacked = rows.contains { $0.bars.contains { $0.from != .zero } }
      let notes = rows.flatMap { $0.bars.map { SingleLine.text($0.note).count } }
      bounds = ChartPlot.widened(
        rows.flatMap { $0.bars.flatMap { [$0.from, $0.to] } }, by: 8 + min(notes.max() ?? 0, 24))
      if isStacked {
        addSteps(rows, of: chart, isLive: isLive)
      } else {
        addBars(rows, of: chart)
      }
    }
  }

  /// The ends of what is drawn, further by so many letters where a figure may stand.
  private static func widened(_ amounts: [Money], by letters: Int = 8) -> [Money] {
    let low = min(0, amounts.map(\.trillionths).min() ?? 0)
    let high = max(0, amounts.map(\.trillionths).max() ?? 0)
    // Beside the labels of rows a chart is about 44 letters wide.
    let room = (high - low) * Int128(letters) / 44
    return [
      Money(trillionths: low < 0 ? low - room : 0), Money(trillionths: high > 0 ? high + room : 0),
    ]
  }

  // MARK: Years

  private mutating func add(_ figures: Chart.Figures, _ number: Int, of chart: Chart) {
    let name = ChartPlot.name(number, of: chart)
    func series(_ name: String, _ mark: Mark, _ amounts: [Money?]) -> Series {
      Series(
        name: name, mark: mark, shade: number,
        points: amounts.map { $0.map { Point(value: $0, label: chart.label($0)) } })
    }
    switch figures {
    case .bars(let amounts): self.series.append(series(name, .bar, amounts))
    case .line(let amounts): self.series.append(series(name, .line, amounts))
    case .band(let low, let high):
      self.series.append(series(name + ", from", .edge, low))
      self.series.append(series(name + ", to", .edge, high))
    }
  }

  private static func name(_ number: Int, of chart: Chart) -> String {
    number < chart.series.count ? SingleLine.text(chart.series[number]) : ""
  }

  // MARK: Rows

  /// Bars from nil, with their notes under their figures.
  private mutating func addBars(_ rows: [Chart.Row], of chart: Chart) {
    for number in chart.drawnSeries {
      let points = rows.map { row in
        row.bars.last { $0.series == number }.map { bar in
          // The figure of nil would lie in the bar beside it.
          guard bar.to != .zero || row.bars.count == 1 else {
            return Point(value: .zero, label: "")
          }
          let note = SingleLine.text(bar.note)
          return Point(
            value: bar.to, label: chart.label(bar.to) + (note.isEmpty ? "" : " (\(note))"))
        }
      }
      series.append(
        Series(name: ChartPlot.name(number, of: chart), mark: .bar, shade: number, points: points))
    }
  }

  /// A base for each step, the step itself, and beside it room for its figure.
  ///
  /// A step across nil has a part on either side of it.
  private mutating func addSteps(_ rows: [Chart.Row], of chart: Chart, isLive: Bool) {
    let steps = rows.map { $0.bars.first }
    series.append(
      Series(
        name: "Base", mark: .base, shade: 0,
        points: steps.map { step in
          step.map { Point(value: $0.base, label: "") }
        }, isInKey: false))
    for number in chart.drawnSeries {
      let name = ChartPlot.name(number, of: chart)
      let own = steps.map { step in step.flatMap { $0.series == number ? $0 : nil } }
      func points(_ part: (Chart.Bar) -> Money?) -> [Point?] {
        own.map { step in
          step.flatMap { step in
            part(step).map { Point(value: $0, label: chart.label(step.amount)) }
          }
        }
      }
      series.append(Series(name: name, mark: .bar, shade: number, points: points(\.main)))
      if own.contains(where: { $0?.below != nil }) {
        series.append(
          Series(
            name: name + ", below nil", mark: .bar, shade: number, points: points(\.below),
            isInKey: false))
      }
    }
    guard !isLive else { return }
    spread()
    let room = Money(trillionths: (bounds[1].trillionths - bounds[0].trillionths) / 8)
    series.append(
      Series(
        name: "Figure", mark: .figure, shade: 0,
        points: steps.map { step in
          step.map { step in
            let isBelow = max(step.from, step.to) <= .zero && min(step.from, step.to) < .zero
            return Point(value: isBelow ? -room : room, label: chart.label(step.amount))
          }
        }, isInKey: false))
  }
}

extension ChartPlot {
  /// Leaves as many series out of the key before those in it as behind them, the figures still to come.
  ///
  /// Programs count the entries of a key from either end.
  private mutating func spread() {
    let (shown, base) = (series.filter(\.isInKey), series[0])
    var rest = Array(series.dropFirst().filter { !$0.isInKey })
    if !rest.count.isMultiple(of: 2) {
      var blank = base
      blank.points = base.points.map { _ in nil }
      rest.insert(blank, at: 0)
    }
    let half = rest.count / 2
    series = [base] + rest[..<half] + shown + rest[half...]
  }
}

extension Chart.Bar {
  private var low: Money { min(from, to) }
  private var high: Money { max(from, to) }

  /// Where it begins, as seen from nil.
  fileprivate var base: Money { low >= .zero ? low : high <= .zero ? high : .zero }

  /// How far it goes from there: upwards, or below nil downwards.
  fileprivate var main: Money { low >= .zero ? high - low : high <= .zero ? low - high : high }

  /// How far a bar across nil goes below it.
  fileprivate var below: Money? { low < .zero && high > .zero ? low : nil }
}
