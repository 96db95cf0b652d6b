import Testing

@testable import FinanceModel

@Suite struct TextRendererTests {
  private func page() throws -> Report {
    Report(
      title: "Budget gap", subtitles: ["Wiltshire Council"],
      blocks: [
        .heading("Staffing up"), .paragraph("The pay award is not settled."),
        .table(
          table(
            ReportTable.Row(.heading, "Growth"), try row("Staffing", "1", "2", indent: 1),
            try row("Total", "1", "2", kind: .total))),
        .notes(["tbc counts as nothing", "figures in £m"]),
      ])
  }

  @Test func `a page has its parts in order with a blank line between them`() throws {
    #expect(
      try page().rendered(as: .text) == """
        Budget gap
        Wiltshire Council

        Staffing up

        The pay award is not settled.

        Budget gap, annual
        £m          2017-18  2018-19
        ────────────────────────────
        Growth
          Staffing    1.000    2.000
                    ───────  ───────
        Total         1.000    2.000

        - tbc counts as nothing
        - figures in £m

        """)
  }

  @Test func `with colour only headings are bold`() throws {
    let plain = try page().rendered(as: .text)
    let colored = try page().rendered(as: .text, options: RenderingOptions(usesColor: true))
    let bold = colored.split(separator: "\n").filter { $0.contains("\u{1B}") }
    #expect(
      bold == [
        "\u{1B}[1mBudget gap\u{1B}[0m", "\u{1B}[1mStaffing up\u{1B}[0m",
        "\u{1B}[1mBudget gap, annual\u{1B}[0m", "\u{1B}[1m£m          2017-18  2018-19\u{1B}[0m",
        "\u{1B}[1mGrowth\u{1B}[0m",
      ])
    #expect(colored.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  }

  @Test(arguments: [
    ("red \u{1B}[31malert", "red \u{FFFD}[31malert"),
    ("\u{202E}evil", "\u{FFFD}evil"),
    ("two\nlines\r\nand\ta tab", "two lines and a tab"),
    ("bell\u{7}", "bell\u{FFFD}"),
    ("  ends  ", "ends"),
  ])
  func `nothing in a file's text can steer the terminal`(label: String, shown: String) throws {
    let report = Report(
      title: label, subtitles: [label],
      blocks: [
        .heading(label), .paragraph(label), .notes([label]),
        .table(
          ReportTable(
            caption: label, stub: label, columns: [label],
            rows: [ReportTable.Row(.line, label, [.text(label)])])),
        .tree([TreeNode(label, value: .text(label), detail: label)]),
      ])
    let text = report.rendered(as: .text)
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\u{7}"))
    #expect(text.split(separator: shown, omittingEmptySubsequences: false).count - 1 == 13)
  }

  @Test func `a tree shows its branches, its values in a column and where they come from`() throws {
    let tree = Report.Block.tree([
      TreeNode(
        "required 2018-19", value: try amount("19.198"), detail: "plan.yaml:60",
        children: [
          TreeNode(
            "total-funding-change", value: try amount("(0.211)"), detail: "plan.yaml:40",
            children: [TreeNode("levy-rate", value: try amount("3", .percent, 0))]),
          TreeNode("total-growth", value: try amount("19.409"), detail: "plan.yaml:50"),
        ])
    ])
    #expect(
      Report(title: "", blocks: [tree]).rendered(as: .text) == """
        required 2018-19         £19.198m   plan.yaml:60
        ├─ total-funding-change  (£0.211m)  plan.yaml:40
        │  └─ levy-rate                3%
        └─ total-growth          £19.409m   plan.yaml:50

        """)
    #expect(
      Report(title: "", blocks: [tree]).rendered(as: .text, options: RenderingOptions(width: 42))
        == """
        required 2018-19   £19.198m   plan.yaml:60
        ├─ total-funding…  (£0.211m)  plan.yaml:40
        │  └─ levy-rate          3%
        └─ total-growth    £19.409m   plan.yaml:50

        """)
  }
}
