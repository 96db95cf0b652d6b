import Testing

@testable import FinanceModel

@Suite struct ProseReaderTests {
  /// The blocks of a report, each with single spaces.
  private func blocks(_ text: String, _ path: String) throws -> [String] {
    let prose = try ProseReader.prose(Array(text.utf8), path: path)
    return prose.bytes.split(separator: Prose.blockEnd)
      .map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }
  }

  @Test(arguments: [
    ("One\ntwo\n\nthree\u{C}four", ["One two", "three", "four"]),
    ("- One\n  more\n- two\n1. three\n(a) four", ["One more", "two", "three", "four"]),
    ("2017. Then\n12 homes", ["2017. Then 12 homes"]),
  ])
  func `plain text is parted at blank lines and lists`(text: String, expected: [String]) throws {
    #expect(try blocks(text, "report.txt") == expected)
  }

  @Test(arguments: [
    ("# One\ntwo\n===\n\nthree\n---", ["One", "two", "three"]),
    ("**£45**m of [savings](https://a.b/£3m \"£4m\") ![£5m](p.png)!", ["£45m of savings !"]),
    ("a[^1] b [c][d]\n\n[d]: https://x/£9m\n[^1]: £3m", ["a b c", ": £3m"]),
    ("| a | £3m |\n|---|--:|\n| b | £4m |", ["a", "£3m", "b", "£4m"]),
    ("> one\n> two\n\n* three\n  four", ["one two", "three four"]),
    ("a <!-- £9m\n\n£8m --> b<br>c &pound;3m \\*d\\* e_f_g _h_", ["a b c £3m *d* e_f_g h"]),
    ("```\n*£45m*\n```\nb", ["*£45m*", "b"]),
  ])
  func `Markdown is read without its marks`(text: String, expected: [String]) throws {
    #expect(try blocks(text, "report.md") == expected)
  }

  @Test(arguments: [
    ("<p>One <b>t</b>wo<p>three<br>four", ["One two", "three four"]),
    ("<title>£1m</title><body>a<script>\"</p>£2m\"<</script>b<style>£3m</style>c", ["£1m", "abc"]),
    ("<head><title>£1m</title><meta x='>'><p>a", ["a"]),
    ("<p title=\"a > £3m\">a<!-- £4m --><![CDATA[ £5m ]]>b<svg><text>£6m</text></svg>", ["ab"]),
    ("<td>a</td><td>b</td><p hidden>£7m<b>x</b></p><p>c<sup>1</sup></p>", ["a", "b", "c"]),
    (
      "&pound;45&nbsp;m &#163;1 &#xA3;2 &amp;pound;3 &nope; a < b &#0;",
      [
        "£45 m £1 £2 &pound;3 &nope; a < b \u{FFFD}"
      ]
    ),
    ("<p>a<script>never ends £9m", ["a"]), ("<p>a<!-- never ends £9m", ["a"]),
  ])
  func `a page is read as it shows`(text: String, expected: [String]) throws {
    #expect(try blocks(text, "report.html") == expected)
  }

  @Test(arguments: [
    "<p style=\"display:none\">£9m</p>",
    "<div style='color:red; DISPLAY : none!important'>£9m</div>",
    "<span style=visibility:hidden>£9m</span>", "<b style=\"visibility: collapse;x\">£9m</b>",
    "<p hidden>£9m</p>", "<p HIDDEN=\"\">£9m</p>", "<div class=\"x\"hidden>£9m<div>£8m</div></div>",
    "<template><p>£9m</p></template>", "<dialog>£9m</dialog>", "<div popover>£9m</div>",
    "<ul><li hidden>£9m<ul><li>£8m</ul><li>b</ul>", "<p hidden>£9m<p>b</p>",
    "<table><tr><td hidden>£9m<table><tr><td>£8m</table><td>b</table>",
    "<table><tr style=display:none><td>£9m<tr><td>b</table>",
    "<div><span hidden>£9m</div>b", "<div hidden>£9m</p>£8m</div>b",
    "<div style=\"display:block\" style=\"display:none\">b</div>",
    "<p hidden style=\"display:block\">b</p>", "<p style=\"display:none;display:block\">b</p>",
    "<p title=\"hidden\">b</p>", "<p data-hidden>b</p>", "<p title=\" hidden \">b</p>",
    "<p title=it's>b</p>", "<dialog open>b</dialog>", "<p style=\"display:nonesuch\">b</p>",
  ])
  func `what a tag says is hidden is left out, and no more`(text: String) throws {
    let expected = text.contains("b<") || text.hasSuffix("b") ? ["a", "b", "c"] : ["a", "c"]
    let joined = try blocks("<p>a</p>\(text)<p>c</p>", "report.html")
    #expect(joined == expected)
  }

  @Test func `nesting without end, and tags that never end, are passed in one go`() throws {
    let deep = String(repeating: "<div><b>", count: 50_000) + "£45m"
    #expect(try blocks(deep, "report.html") == ["£45m"])
    for piece in ["<", "</", "<a ", "<!--", "&", "&#", "](", "[", "</script", "<script>"] {
      let text = "£45m " + String(repeating: piece, count: 20_000)
      #expect(try blocks(text, "report.html").first?.hasPrefix("£45m") == true)
      #expect(try blocks(text, "report.md").first?.hasPrefix("£45m") == true)
    }
  }

  @Test func `places are those of the file, whatever stood between`() throws {
    let text = "<p>\n<b>é</b>&nbsp;<i>£4</i>5m"
    let prose = try ProseReader.prose(Array(text.utf8), path: "report.html")
    var vocabulary = Vocabulary()
    let tokens = ProseTokens(prose, &vocabulary)
    let figure = try #require(tokens.tokens.first { $0.id == ProseTokens.Mark.figure })
    let range = prose.range(figure.range)
    #expect(range.text == "£4</i>5m")
    #expect("\(range.line):\(range.column)" == "2:18")
  }

  @Test func `UTF-16 with its mark is read, and other bytes are refused`() throws {
    let units = Array("Fees £45m".utf16)
    let (low, high) = (units.map { UInt8($0 & 0xFF) }, units.map { UInt8($0 >> 8) })
    let little: [UInt8] = [0xFF, 0xFE] + zip(low, high).flatMap { [$0, $1] }
    let big: [UInt8] = [0xFE, 0xFF] + zip(low, high).flatMap { [$1, $0] }
    for bytes in [little, big] {
      let prose = try ProseReader.prose(bytes, path: "report.txt")
      #expect(String(decoding: prose.bytes, as: UTF8.self).trimmed == "Fees £45m")
    }
    for (bytes, code): ([UInt8], DiagnosticCode) in [
      ([0x41, 0xFF, 0x42], .notUTF8), ([], .noReport), (Array("  \n".utf8), .noReport),
      (Array("%PDF-1.7".utf8), .noReport), ([0xD0, 0xCF, 0x11, 0xE0], .noReport),
      (Array("{\\rtf1}".utf8), .noReport), ([0x41, 0, 0x42], .noReport),
      ([0x50, 0x4B, 3, 4, 9], .noReport),
    ] {
      let error = #expect(throws: Diagnostics.self) {
        try ProseReader.prose(bytes, path: "report.txt")
      }
      #expect(error?.all.map(\.code) == [code])
      #expect(error?.all.first?.message.contains("workbook") == false)
    }
  }
}
