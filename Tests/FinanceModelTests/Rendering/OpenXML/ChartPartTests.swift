import Testing

@testable import FinanceModel

struct ChartPartTests {
  private func money(_ text: String) throws -> Money { try Money(text, in: .millions) }

  private func part(_ form: Chart.Form, isLive: Bool = false) throws -> ChartPart {
    ChartPart(try sampleChart(form), isLive: isLive)
  }

  /// A step from 3 up to 5, one across nil, and one below it.
  private func steps() throws -> Chart.Form {
    .rows([
      Chart.Row("Start", [Chart.Bar(to: try money("3"))]),
      Chart.Row("Up", [Chart.Bar(from: try money("3"), to: try money("5"), series: 1)]),
      Chart.Row("Across", [Chart.Bar(from: try money("5"), to: try money("-1"), series: 2)]),
      Chart.Row("Below", [Chart.Bar(from: try money("-1"), to: try money("-4"), series: 2)]),
    ])
  }

  private func values(_ plot: ChartPlot, _ name: String) -> [String?] {
    let format = AmountFormat(decimals: 1, negatives: .minus, groupsThousands: false)
    let series = plot.series.first { $0.name == name }
    return series?.points.map { $0.map { format.text($0.value, in: .millions) } } ?? []
  }

  private func text(_ part: ChartPart) -> String {
    String(decoding: part.bytes(), as: UTF8.self)
  }

  @Test func `years are columns and lines with their figures`() throws {
    let form = Chart.Form.years(
      ["2030-31", "2031-32"],
      [.bars([try money("1.25"), nil]), .line([try money("2"), try money("-3")])])
    let text = try text(part(form))
    #expect(text.contains("<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>"))
    #expect(
      text.contains("<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>1.250</c:v></c:pt></c:numLit>"))
    #expect(text.contains("<c:pt idx=\"1\"><c:v>-3.000</c:v></c:pt>"))
    #expect(text.contains("<c:lineChart>"))
    #expect(text.contains("<c:v>Planned</c:v>"))
  }

  @Test func `a band is two edges`() throws {
    let form = Chart.Form.years(
      ["2030-31"], [.band(low: [try money("1")], high: [try money("2")])])
    let plot = try part(form).plot
    #expect(plot.series.map(\.name) == ["Required, from", "Required, to"])
    #expect(plot.series.map(\.mark) == [.edge, .edge])
  }

  @Test func `a step stands on a base that cannot be seen`() throws {
    let plot = try part(steps()).plot
    #expect(plot.isStacked)
    #expect(values(plot, "Base") == ["0.0", "3.0", "0.0", "-1.0"])
    #expect(values(plot, "Required") == ["3.0", nil, nil, nil])
    #expect(values(plot, "Planned") == [nil, "2.0", nil, nil])
    #expect(values(plot, "Less") == [nil, nil, "5.0", "-3.0"])
    #expect(values(plot, "Less, below nil") == [nil, nil, "-1.0", nil])
  }

  @Test func `the figure of a step is how far it goes, beside it`() throws {
    let figures = try #require(try part(steps()).plot.series.last)
    #expect(figures.mark == .figure)
    #expect(figures.points.map { $0?.label } == ["3.000", "2.000", "(6.000)", "(3.000)"])
    #expect(figures.points.map { ($0?.value ?? .zero) > .zero } == [true, true, true, false])
    #expect(try part(steps(), isLive: true).plot.series.allSatisfy { $0.mark != .figure })
  }

  @Test func `what holds a place is not in the key`() throws {
    let part = try part(steps())
    let hidden = part.plot.series.indices.filter { !part.plot.series[$0].isInKey }
    #expect(hidden == [0, 1, 5, 6])
    for number in hidden {
      #expect(
        text(part).contains(
          "<c:legendEntry><c:idx val=\"\(number)\"/><c:delete val=\"1\"/></c:legendEntry>"))
    }
  }

  @Test func `a live chart takes its figures from cells and its axis fits itself`() throws {
    let part = try part(.years(["2030-31"], [.bars([try money("1")])]), isLive: true)
    let references = ChartPart.References(
      categories: "Data!$A$2", series: [("Data!$B$1", "Data!$B$2")])
    let text = String(decoding: part.bytes(references), as: UTF8.self)
    #expect(text.contains("<c:f>Data!$B$2</c:f><c:numCache>"))
    #expect(text.contains("<c:f>Data!$B$1</c:f><c:strCache>"))
    #expect(!text.contains("c:max"))
    #expect(
      try self.text(self.part(.years(["2030-31"], [.bars([try money("1")])]))).contains("c:max"))
  }

  @Test func `the workbook of a chart holds what it names`() throws {
    let part = try part(steps())
    let references = ChartWorkbook.references(part.plot)
    #expect(references.categories == "Sheet1!$A$2:$A$5")
    #expect(references.series[1].values == "Sheet1!$C$2:$C$5")
    let archive = try ZipArchive(ChartWorkbook(part: part).bytes)
    let sheet = String(
      decoding: try #require(try archive.part("xl/worksheets/sheet1.xml")), as: UTF8.self)
    #expect(sheet.contains("<c r=\"D2\"><v>3.000</v></c>"))
    #expect(sheet.contains("<c r=\"A4\" t=\"inlineStr\"><is><t>Across</t></is></c>"))
    #expect(ChartWorkbook.column(25) == "Z" && ChartWorkbook.column(26) == "AA")
  }

  @Test func `a label that looks like an escape or a formula stays as it is`() throws {
    let form = Chart.Form.rows([
      Chart.Row("=1+1", [Chart.Bar(to: try money("1"))]),
      Chart.Row("_x0041_", [Chart.Bar(to: try money("1"))]),
    ])
    let archive = try ZipArchive(ChartWorkbook(part: try part(form)).bytes)
    let sheet = String(
      decoding: try #require(try archive.part("xl/worksheets/sheet1.xml")), as: UTF8.self)
    #expect(sheet.contains("t=\"inlineStr\"><is><t>=1+1</t>"))
    #expect(sheet.contains("<t>_x005F_x0041_</t>"))
    #expect(!sheet.contains("<f>"))
  }

  @Test func `a figure below nil lies in its bar where the axis may end with it`() throws {
    let form = Chart.Form.years(["2030-31"], [.bars([try money("1")]), .bars([try money("-2")])])
    func places(_ part: ChartPart) -> [Substring] {
      text(part).matches(of: /<c:dLblPos val="(\w+)"\/>/).map(\.output.1)
    }
    #expect(try places(part(form, isLive: true)) == ["outEnd", "inEnd"])
    #expect(try places(part(form)) == ["outEnd", "outEnd"])
    #expect(try text(part(form, isLive: true)).contains("<c:tickLblPos val=\"low\"/>"))
  }

  @Test(arguments: [(5, "-66.000", false), (5, "-1660123.000", true), (10, "-66.000", true)])
  func `figures of a live chart stand on their side where they are wider than its bars`(
    years: Int, figure: String, isTurned: Bool
  ) throws {
    let amounts = try (0..<years).map { _ in try money(figure) }
    let form = Chart.Form.years(
      (0..<years).map { "20\(30 + $0)" }, [.bars(amounts), .bars(amounts)])
    #expect(try text(part(form, isLive: true)).contains("rot=\"-5400000\"") == isTurned)
    #expect(try text(part(form)).contains("rot=\"-5400000\""))
  }
}
