import Testing

@testable import FinanceModel

@Suite struct TextChartTests {
  private func money(_ millions: Int64) -> Money { Money(pounds: millions * 1_000_000) }

  private func chart(_ series: [String], _ form: Chart.Form) -> Chart {
    Chart(
      title: "Gap", words: "It is there.", unit: .millions, decimals: 0, series: series, form: form)
  }

  private func lines(_ chart: Chart, width: Int = 40) -> [String] {
    TextChart(chart, width: width).lines
  }

  @Test func `each year has a bar for each series, with its name and figure beside it`() {
    let chart = chart(
      ["Required", "Planned"],
      .years(
        ["2026-27", "2027-28"],
        [.bars([money(20), money(10)]), .bars([money(5), .zero])]))
    #expect(
      lines(chart) == [
        "2026-27  Required  █████████████████  20",
        "         Planned   ▒▒▒▒                5",
        "2027-28  Required  █████████          10",
        "         Planned                       0",
      ])
  }

  @Test func `what is negative lies to the left of the stroke, and has brackets without a colour`()
  {
    let chart = chart(["Gap"], .years(["a", "b"], [.bars([money(-10), money(10)])]))
    #expect(
      lines(chart, width: 29) == [
        "a  ██████████│           (10)", "b            │█████████    10",
      ])
  }

  @Test func `a step begins where the one before it ended`() {
    let rows = Chart.steps(
      from: ("Plan", money(10)), [("More", money(10)), ("Less", money(-5))], to: "Then")
    let drawn = lines(chart(["The gap", "Adds", "Takes off"], rows), width: 42)
    #expect(drawn.count == 4)
    let starts = drawn.map { line in
      line.firstIndex { "█▒▓".contains($0) }.map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(starts[1] ?? 0 > starts[0] ?? 0)
    #expect(starts[2] ?? 0 > starts[1] ?? 0)
    #expect(starts[3] == starts[0])
    #expect(drawn[2].hasSuffix("(5)"))
  }

  @Test func `no line is wider than was asked for, and without room there is no chart`() {
    let long = String(repeating: "x", count: 300)
    let chart = chart(["Gap"], .rows([Chart.Row(long, [Chart.Bar(to: money(7))])]))
    for width in 20...120 {
      let drawn = lines(chart, width: width)
      #expect(drawn.allSatisfy { TerminalWidth.of($0) <= width })
      #expect(drawn.isEmpty == (width < 32 + 2 + 12 + 2 + 1))
    }
  }

  @Test func `the smallest amount still shows, and nil does not`() {
    let chart = chart(
      ["Gap"], .years(["a", "b", "c"], [.bars([money(1_000_000), Money(pounds: 1), .zero])]))
    let drawn = lines(chart)
    #expect(drawn[1].contains("█"))
    #expect(!drawn[2].contains("█"))
  }

  @Test func `where all is nil there is nothing to draw`() {
    #expect(lines(chart(["Gap"], .years(["a"], [.bars([.zero])]))).isEmpty)
    #expect(lines(chart(["Gap"], .rows([]))).isEmpty)
  }

  @Test func `a page has bars only where they are asked for`() {
    var table = ReportTable(caption: "Gap", columns: ["a"], rows: [])
    table.chart = chart(["Gap"], .years(["a"], [.bars([money(1)])]))
    let report = Report(title: "", blocks: [.table(table)])
    #expect(!report.rendered(as: .text).contains("█"))
    let options = RenderingOptions(width: 60, showsBars: true)
    #expect(report.rendered(as: .text, options: options).contains("█"))
  }
}
