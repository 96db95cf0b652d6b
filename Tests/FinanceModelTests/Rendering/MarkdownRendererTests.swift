import Testing

@testable import FinanceModel

@Suite struct MarkdownRendererTests {
  @Test func `a page is GitHub's Markdown with figures to the right and totals in bold`() throws {
    let report = Report(
      title: "Budget gap", subtitles: ["Wiltshire Council"],
      blocks: [
        .heading("Staffing up"),
        .table(
          table(
            ReportTable.Row(.heading, "Growth"), try row("Staffing", "(1,000)", "tbc"),
            try row("Total", "-1000", "", kind: .total))),
        .notes(["tbc counts as nothing"]),
      ])
    #expect(
      report.rendered(as: .markdown) == """
        # Budget gap

        Wiltshire Council

        ## Staffing up

        **Budget gap, annual**

        | £m | 2017-18 | 2018-19 |
        | --- | ---: | ---: |
        | *Growth* |  |  |
        | Staffing | (1,000.000) | tbc |
        | **Total** | **(1,000.000)** |  |

        - tbc counts as nothing

        """)
  }

  @Test func `a column of words stands to the left`() throws {
    let claims = ReportTable(
      caption: "", stub: "Claim", columns: ["Verdict", "Stated"],
      rows: [ReportTable.Row(.line, "Savings", [.text("exact"), try amount("45", .millions, 0)])])
    #expect(
      claims.page.rendered(as: .markdown) == """
        | Claim | Verdict | Stated |
        | --- | --- | ---: |
        | Savings | exact | £45m |

        """)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("*pay*", #"\*pay\*"#), ("x_y_z", #"x\_y\_z"#),
    ("`code`", #"\`code\`"#), ("[a](b)", #"\[a\](b)"#), ("<b>", #"\<b\>"#),
    ("R&D &amp;", #"R\&D \&amp;"#),
    ("#1", "\\#1"), ("![x]", #"\!\[x\]"#), ("~~gone~~", #"\~\~gone\~\~"#), ("$x$", #"\$x\$"#),
    ("two\nlines", "two lines"), ("http://x.uk", #"http\://x.uk"#), ("www.x.uk", #"www\.x.uk"#),
    ("|\u{301}*\u{301}", "\\|\u{301}\\*\u{301}"), ("Net: 4.5 (a) - b", "Net: 4.5 (a) - b"),
    (":+1:", #"\:+1:"#), ("plan.yaml:20", "plan.yaml:20"),
    ("\u{A0}edge\u{A0}", "edge"), ("=1+1", "=1+1"), ("\u{1B}[31m", "\u{FFFD}\\[31m"),
  ])
  func `nothing in a label becomes markup`(label: String, source: String) throws {
    let lines = table(try row(label, "1", "2")).page.rendered(as: .markdown).split(separator: "\n")
    #expect(lines.last == "| \(source) | 1.000 | 2.000 |")
  }

  @Test(arguments: [
    ("- 56 less", #"\- 56 less"#), ("+ more", #"\+ more"#), ("1. First", #"1\. First"#),
    ("2) Then", #"2\) Then"#), ("2017-18 was", "2017-18 was"), ("===", #"\==="#), ("12", "12"),
  ])
  func `a note that looks like a list is a note`(note: String, source: String) {
    let report = Report(title: "", blocks: [.paragraph(note)])
    #expect(report.rendered(as: .markdown) == source + "\n")
  }

  @Test func `a tree is a nested list`() throws {
    let tree = Report.Block.tree([
      TreeNode(
        "required", value: try amount("(1)"), detail: "plan.yaml:6",
        children: [TreeNode("a*b", value: try amount("3%", .percent, 1))])
    ])
    #expect(
      Report(title: "", blocks: [tree]).rendered(as: .markdown) == """
        - required: (£1.000m) (plan.yaml:6)
          - a\\*b: 3.0%

        """)
  }
}
