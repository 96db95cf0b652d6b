import Testing

@testable import FinanceModel

/// A chart in £m with three decimals.
func sampleChart(_ form: Chart.Form, title: String = "Gap") throws -> Chart {
  Chart(
    title: title, words: "In words.", unit: .millions, decimals: 3,
    series: ["Required", "Planned", "Less"], form: form)
}

@Suite struct SVGRendererTests {
  private func money(_ text: String) throws -> Money { try Money(text, in: .millions) }

  private func years(_ series: [[String]]) throws -> Chart {
    let figures = try series.map { Chart.Figures.bars(try $0.map { try money($0) }) }
    let count = series.first?.count ?? 0
    return try sampleChart(.years((0..<count).map { "20\(30 + $0)-\(31 + $0)" }, figures))
  }

  /// The bars of a picture: left, top, width and height.
  private func bars(_ picture: String) -> [[String]] {
    let bar =
      /<rect class="ch-s\d" x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"\/>/
    // The first of each series is its key.
    return picture.matches(of: bar).map { $0.output }
      .map { [$0.1, $0.2, $0.3, $0.4].map(String.init) }.filter { $0[2] != "14" }
  }

  private func texts(_ picture: String, _ style: String) -> [String] {
    picture.matches(of: /<text class="ch-text ([^"]*)"[^>]*>([^<]*)</)
      .filter { $0.output.1.hasPrefix(style) }.map { String($0.output.2) }
  }

  @Test func `a picture has a title, its words, and a style for the day and the night`() throws {
    let picture = try years([["1"]]).rendered()
    #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 "))
    #expect(picture.contains("role=\"img\" aria-labelledby=\"chart-title chart-words\">"))
    #expect(picture.contains("<title id=\"chart-title\">Gap</title>"))
    #expect(picture.contains("<desc id=\"chart-words\">In words.</desc>"))
    #expect(picture.contains(".ch-s0 { fill: #12436D;"))
    #expect(picture.contains("@media screen and (prefers-color-scheme: dark)"))
    #expect(picture.hasSuffix("</svg>\n"))
  }

  @Test func `a bar is as long as its amount, and downwards below nil`() throws {
    let bars = bars(try years([["10", "5", "-2.5", "0"]]).rendered())
    let lengths = bars.map(\.[3])
    #expect(bars.count == 4)
    let whole = try #require(hundredths(lengths[0]))
    #expect(hundredths(lengths[1]).map { abs($0 * 2 - whole) <= 1 } == true)
    #expect(hundredths(lengths[2]).map { abs($0 * 4 - whole) <= 4 } == true)
    #expect(lengths[3] == "0")
    // The foot of a bar upwards is the head of a bar downwards.
    #expect(hundredths(bars[0][1]).map { $0 + whole } == hundredths(bars[2][1]))
  }

  /// `12.5` as 1250.
  private func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".")
    let rest = parts.count > 1 ? (parts[1] + "0").prefix(2) : "00"
    return Int(parts[0] + rest)
  }

  @Test(arguments: [
    (["8.254", "20.254"], ["0", "5", "10", "15", "20", "25"]),
    (["0"], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (["0.001"], ["0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"]),
    (["-3", "4"], ["(4)", "(2)", "0", "2", "4"]),
    (["-1"], ["(1.0)", "(0.8)", "(0.6)", "(0.4)", "(0.2)", "0.0"]),
    (
      ["19999999", "-1"],
      ["(5,000,000)", "0", "5,000,000", "10,000,000", "15,000,000", "20,000,000"]
    ),
  ])
  func `an axis is marked at round amounts`(amounts: [String], marks: [String]) throws {
    let scale = ChartScale(
      try amounts.map { try money($0) }, unit: .millions, intervals: 6, from: 0, to: 100_00)
    #expect(scale.ticks.map { scale.label($0, .millions) } == marks)
    #expect(scale.place(scale.ticks[0]) == 0)
    #expect(scale.place(scale.ticks[scale.ticks.count - 1]) == 100_00)
  }

  @Test func `figures stand at the bars, on their side where bars are narrow, and then not at all`()
    throws
  {
    let few = try years([["20.254", "(6.985)"], ["1", "2"]]).rendered()
    #expect(texts(few, "ch-figure") == ["20.254", "(6.985)", "1.000", "2.000"])
    #expect(!few.contains("rotate"))
    let row = Array(repeating: "20.254", count: 10)
    let ten = try years([row, row]).rendered()
    #expect(ten.components(of: "rotate(-90") == 20)
    let many = try years(Array(repeating: Array(repeating: "1", count: 40), count: 2)).rendered()
    #expect(texts(many, "ch-figure").isEmpty)
    #expect(bars(many).count == 80)
  }

  @Test func `steps begin where the one before ended, and a step down has a pattern of its own`()
    throws
  {
    let form = Chart.steps(
      from: ("Plan", try money("4")), [("A", try money("2")), ("B", try money("-3"))], to: "End")
    guard case .rows(let rows) = form else { return }
    #expect(rows.map(\.label) == ["Plan", "A", "B", "End"])
    #expect(rows[2].bars == [Chart.Bar(from: try money("6"), to: try money("3"), series: 2)])
    let picture = try sampleChart(form).rendered()
    #expect(texts(picture, "ch-figure") == ["4.000", "2.000", "(3.000)", "3.000"])
    #expect(picture.contains("<pattern id=\"chart-pattern-1\""))
    #expect(picture.contains("<rect fill=\"url(#chart-pattern-2)\""))
    #expect(texts(picture, "ch-ink").suffix(4) == ["Plan", "A", "B", "End"])
  }

  @Test func `a line runs from year to year, and a band lies behind it`() throws {
    let (low, middle, high) = (try money("1"), try money("2"), try money("4"))
    let form = Chart.Form.years(
      ["2030-31", "2031-32", "2032-33"],
      [
        .line([middle, high, nil]), .bars([low, low, low]),
        .band(low: [low, low, nil], high: [high, high, nil]),
      ])
    let picture = try sampleChart(form).rendered()
    // The first of each is its key.
    let lines = picture.matches(of: /<polyline class="ch-l0" points="([^"]*)"/)
    let bands = picture.matches(of: /<polygon class="ch-b2" points="([^"]*)"/)
    #expect(lines.map { $0.output.1.split(separator: " ").count } == [2, 2])
    #expect(bands.map { $0.output.1.split(separator: " ").count } == [4, 4])
    let places = [bands[1].range, lines[1].range].map { $0.lowerBound }
    #expect(places[0] < places[1])
    let one = try sampleChart(.years(["2030-31"], [.line([middle])])).rendered()
    #expect(one.components(of: "<polyline class=\"ch-l0\"") == 1)
  }

  @Test func `only the shades that are drawn are named`() throws {
    let one = try sampleChart(.rows([Chart.Row("a", [Chart.Bar(to: try money("1"))])])).rendered()
    #expect(!one.contains(">Required<"))
    let two = try sampleChart(
      .rows([Chart.Row("a", [Chart.Bar(to: try money("1")), Chart.Bar(to: .zero, series: 2)])])
    ).rendered()
    #expect(two.contains(">Required<") && two.contains(">Less<") && !two.contains(">Planned<"))
  }

  @Test func `a long label runs over three lines and is then cut`() throws {
    let label = Array(repeating: "pressure", count: 40).joined(separator: " ")
    let lines = ChartText.wrapped(label, to: 200_00, size: 15, most: 3)
    #expect(lines.count == 3)
    #expect(lines[2].hasSuffix("…"))
    #expect(lines.allSatisfy { ChartText.width($0, size: 15) <= 200_00 })
    #expect(ChartText.wrapped("a b", to: 200_00, size: 15, most: 3) == ["a b"])
    let word = ChartText.wrapped(String(repeating: "x", count: 300), to: 90_00, size: 15, most: 2)
    #expect(word.count == 2 && word.allSatisfy { ChartText.width($0, size: 15) <= 90_00 })
  }

  @Test func `a hostile title stays text`() throws {
    let chart = try sampleChart(.rows([]), title: "<script>\u{1B}&\"")
    #expect(chart.rendered().contains("-title\">&lt;script&gt;\u{FFFD}&amp;&quot;</title>"))
  }

  @Test func `figures beyond any budget still have a place`() throws {
    let most = Money(trillionths: FixedPoint.limit * 100)
    let form = Chart.Form.years(["2030-31"], [.bars([most]), .bars([-most])])
    #expect(bars(try sampleChart(form).rendered()).count == 2)
  }
}
