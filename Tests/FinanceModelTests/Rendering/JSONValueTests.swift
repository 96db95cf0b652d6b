import Testing

@testable import FinanceModel

@Suite struct JSONValueTests {
  @Test func `members keep their order and arrays of scalars stand on one line`() {
    let value: JSONValue = [
      "schema": 1, "plan": ["id": "wiltshire", "years": ["2017-18", "2018-19"]], "scenario": nil,
      "lines": [["id": "a", "ok": true], ["id": "b", "ok": false]], "none": [], "empty": [:],
      "nested": [["1", "2"], []],
    ]
    #expect(
      value.rendered() == """
        {
          "schema": 1,
          "plan": {
            "id": "wiltshire",
            "years": ["2017-18", "2018-19"]
          },
          "scenario": null,
          "lines": [
            {
              "id": "a",
              "ok": true
            },
            {
              "id": "b",
              "ok": false
            }
          ],
          "none": [],
          "empty": {},
          "nested": [
            ["1", "2"],
            []
          ]
        }

        """)
  }

  @Test(arguments: [
    ("say \"so\"", #""say \"so\"""#), (#"a\b"#, #""a\\b""#), ("£ – 数 👍", #""£ – 数 👍""#),
    ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#),
    ("\u{202E}\u{2028}\u{FEFF}", #""\u202e\u2028\ufeff""#), ("\u{E0041}", #""\udb40\udc41""#),
    ("👨‍👩‍👧", #""👨‍👩‍👧""#), ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func `text is escaped where it must be and nowhere else`(text: String, json: String) {
    #expect(JSONValue.string(text).rendered() == json + "\n")
  }

  @Test(arguments: [
    ("(4.496)", #""-4.496""#), ("1,234.5", #""1234.500""#), ("0", #""0.000""#), ("", "null"),
    ("-", #""-""#), ("tbc", #""tbc""#), ("n/a", #""n/a""#),
  ])
  func `a figure is a string and a cell that is none keeps its mark`(
    cell: String, json: String
  ) throws {
    let value = JSONValue.figure(
      try AmountText(cell, unit: .millions).cell, in: .millions, decimals: 3)
    #expect(value.rendered() == json + "\n")
  }
}
