/// A picture of figures without a format: what it shows, in which unit, and the same in words.
///
/// ```swift
/// table.chart = Chart(
///   title: "Gap", words: "The gap is £2.000m in every year.", unit: .millions, decimals: 3,
///   series: ["Gap"], form: .years(["2026-27"], [.bars([Money(pounds: 2_000_000)])]))
/// ```
///
/// It belongs to a table that holds its figures, and is drawn above it. It holds no finance.
public struct Chart: Hashable, Sendable {
  public var title: String
  /// What a reader who cannot see it has to know, in sentences with exact figures.
  public var words: String
  public var unit: Unit
  public var decimals: Int
  /// What the shades mean, in order. A bar names its own by its place here.
  public var series: [String]
  public var form: Form
  /// How negative figures are marked.
  public var negatives = AmountFormat.Negatives.brackets

  /// How figures become a picture.
  public enum Form: Hashable, Sendable {
    /// Years from left to right, with figures for each series in its place.
    case years([String], [Figures])
    /// Rows from top to bottom, each with a label and bars along it.
    case rows([Row])
  }

  /// The figures of one series, one for each year; nil draws nothing there.
  public enum Figures: Hashable, Sendable {
    /// Bars from nil, beside those of the other series.
    case bars([Money?])
    /// A line from year to year.
    case line([Money?])
    /// What lies between two lines.
    case band(low: [Money?], high: [Money?])
  }

  /// One row: a change, a scenario, an assumption.
  public struct Row: Hashable, Sendable {
    public var label: String
    public var bars: [Bar]

    public init(_ label: String, _ bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  /// A bar along a row, from one level to another.
  public struct Bar: Hashable, Sendable {
    public var from: Money
    public var to: Money
    /// Its place in the chart's series.
    public var series: Int
    /// A few words under its figure, which is what it is long; may be empty.
    public var note: String

    public init(from: Money = .zero, to: Money, series: Int = 0, note: String = "") {
      self.from = from
      self.to = to
      self.series = series
      self.note = note
    }

    /// What the bar stands for: how far it goes.
    public var amount: Money { to - from }
  }

  public init(
    title: String, words: String, unit: Unit, decimals: Int, series: [String], form: Form
  ) {
    self.title = title
    self.words = words
    self.unit = unit
    self.decimals = decimals
    self.series = series
    self.form = form
  }
}

extension Chart {
  /// The steps from one level to another, each beginning where the one before it ended.
  ///
  /// Series 0 is a level, 1 a step up and 2 a step down.
  static func steps(
    from start: (label: String, level: Money), _ steps: [(label: String, amount: Money)],
    to end: String
  ) -> Form {
    var rows = [Row(start.label, [Bar(to: start.level)])]
    var level = start.level
    for step in steps {
      let next = level + step.amount
      rows.append(Row(step.label, [Bar(from: level, to: next, series: next < level ? 2 : 1)]))
      level = next
    }
    return .rows(rows + [Row(end, [Bar(to: level)])])
  }
}

extension Report {
  /// Every chart of the page, in order.
  public var charts: [Chart] {
    blocks.compactMap { block in
      if case .table(let table) = block { table.chart } else { nil }
    }
  }
}
