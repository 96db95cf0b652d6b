import Testing

@testable import FinanceModel

@Suite struct WorkbookRenderingTests {
  private static let hostile = [
    "=1+1", "+SUM(A1)", "-2", "@x", "a & b <c> \\\"d\\\"", "_x0041_", "\\u202Eright to left",
    "\\e[31mred", "\\U0001F4B7",
  ]

  @Test func `what a reader of workbooks shows is what the table prints`() throws {
    let answer = try Question(contentsOf: Wiltshire.path("driven.yaml")).answer()
    let rows = try WorkbookSample(answer).read("Plan").dropFirst(4)
    let table = Report.table(answer.result)
    guard case .table(let printed)? = table.blocks.first else { return #expect(Bool(false)) }
    #expect(rows.count == printed.rows.count)
    for (row, wanted) in zip(rows, printed.rows) {
      let cells = row.dropFirst() + Array(repeating: "", count: wanted.cells.count + 1 - row.count)
      #expect(row.first == wanted.label)
      #expect(Array(cells) == wanted.cells.map { $0.text(in: .millions) }, "\(wanted.label)")
    }
  }

  @Test func `a label is a text whatever it begins with`() throws {
    let lines = Self.hostile.enumerated().map { number, label in
      "- { id: l\(number), title: \"\(label)\", role: pressure, recurring: [1.000] }"
    }
    let sample = try WorkbookSample(lines.joined(separator: "\n"), years: 1)
    let titles = try sample.read("Plan").dropFirst(4).map { $0.first ?? "" }
    #expect(
      Array(titles.prefix(6)) == [
        "=1+1", "+SUM(A1)", "-2", "@x", "a & b <c> \"d\"", "_x005F_x0041_",
      ])
    #expect(!titles.joined().contains("\u{1B}") && !titles.joined().contains("\u{202E}"))
    let bytes = sample.spreadsheet.rendered()
    #expect(!String(decoding: bytes, as: UTF8.self).contains("<f>1+1"))
  }

  @Test func `two runs give the same bytes`() throws {
    let question = try Question(contentsOf: Wiltshire.path("harder-times.yaml"))
    let once = try question.answer().spreadsheet(program: "mtfs").rendered()
    #expect(try question.answer().spreadsheet(program: "mtfs").rendered() == once)
  }

  @Test func `names of sheets are legal and stand once`() {
    var names = SheetNames()
    let long = String(repeating: "é", count: 40)
    #expect(names.name("a/b: [c]*?\\d") == "a b   c    d")
    #expect(names.name("A B   C    D") == "A B   C    D (2)")
    #expect(names.name("'History'") == "History (2)")
    #expect(names.name("") == "Table")
    #expect(names.name(long).utf16.count == 31)
    #expect(names.name(long).hasSuffix(" (2)"))
    #expect(names.name(String(repeating: "💷", count: 20)).utf16.count == 30)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
  func `columns are counted as spreadsheets count them`(column: Int, letters: String) {
    #expect(ColumnLetters.of(column) == letters)
  }

  @Test func `a figure keeps every digit, and a percentage is the share that it is`() throws {
    let money = Cell.money(try Money("0.000000000001"))
    #expect(CellFormat.digits(money.figure!, in: .millions) == "0.000000000000000001")
    #expect(CellFormat.digits(.number(try Rate("1.995%")), in: .percent) == "0.01995")
    func code(_ tableUnit: Unit?, _ negatives: AmountFormat.Negatives = .brackets) -> String {
      CellFormat.code(
        WorkbookStyles.Figure(
          unit: .millions, decimals: 3, nilMark: nil, tableUnit: tableUnit, negatives: negatives))
    }
    #expect(code(.millions) == "#,##0.000_);(#,##0.000);0.000_);@_)")
    #expect(
      code(nil) == "\"£\"#,##0.000\"m\"_);(\"£\"#,##0.000\"m\");\"£\"0.000\"m\"_);@_)")
    #expect(code(.millions, .minus) == "#,##0.000;-#,##0.000;0.000;@")
  }

  @Test func `any report becomes a workbook of values`() throws {
    let table = ReportTable(
      caption: "Gap: a table", unit: .millions, columns: ["2026-27", "2026-27"],
      rows: [.init(.line, "=x", [.money(Money(pounds: 5), .pounds, decimals: 0), .text("+y")])])
    let report = Report(
      title: "Title", subtitles: ["Said"], blocks: [.table(table), .notes(["n"])])
    let book = try Workbook(report.spreadsheet(program: "mtfs").rendered())
    #expect(book.sheets.map(\.name) == ["Cover", "Notes", "Gap"])
    let rows = try book.rows(of: book.sheets[2]).rows.map(\.cells)
    #expect(
      rows == [
        ["Gap: a table"], ["Figures in £m unless a cell says otherwise."],
        ["Row", "2026-27", "2026-27 (2)"], ["=x", "£5", "+y"],
      ])
  }
}
