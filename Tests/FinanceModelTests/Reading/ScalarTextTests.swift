import Testing

@testable import FinanceModel

/// The text of scalars, by the examples and rules of YAML 1.2, chapters 5, 7 and 8.
@Suite struct ScalarTextTests {
  private func text(_ value: String) throws -> String? {
    let file = SourceFile(path: "a", text: "a: \(value)")
    guard case .mapping(let entries, _) = try NodeParser.parse(file),
      case .scalar(let scalar) = entries[0].value
    else { return nil }
    return scalar.text
  }

  @Test(arguments: [
    "NO", "2017-18", "1:30", "012", "3.10", "1e3", "~", "null", "0xFF", "(4.496)", "£4.496m", "−5",
    "a b  c", "it's", "x \"y\"", "a#b", "http://x.org/#y", "22,620", "4.496 [1]", "-4.496", "R&D",
  ])
  func `plain text is text, whatever it looks like`(value: String) throws {
    #expect(try text(value) == value)
    #expect(try text("  \(value)   # comment") == value)
    #expect(try text(value + "\r\nb: 1\r\n") == value)
  }

  @Test(arguments: [
    (#"'it''s'"#, "it's"), (#"'\n'"#, #"\n"#), (#"''"#, ""), (#"''''"#, "'"), (#"' a '"#, " a "),
    (#""a\tb\n""#, "a\tb\n"), (#""\x41\u00A3\U0001F389""#, "A£🎉"), (#""\"\\\/""#, #""\/"#),
    (#""\0\a\b\v\f\r\e""#, "\0\u{7}\u{8}\u{B}\u{C}\r\u{1B}"),
    (#""\N\_\L\P\ ""#, "\u{85}\u{A0}\u{2028}\u{2029} "),
    ("\"# no comment\"", "# no comment"), (#""""#, ""),
  ])
  func `quotes give the text between them`(value: String, expected: String) throws {
    #expect(try text(value) == expected)
  }

  @Test(arguments: [
    ("|\n  a\n  b\n\n", "a\nb\n"), ("|-\n  a\n  b\n\n", "a\nb"), ("|+\n  a\n\n\n", "a\n\n\n"),
    ("|\n\n  a\n\n   b\n", "\na\n\n b\n"), ("|2\n    a\n   b\n", "  a\n b\n"), ("|1-\n  a\n", " a"),
    ("|\n  a", "a"), ("|\n\n\n", ""), ("|+\n\n\n", "\n\n"), ("| # c\n  # a\n# c\n", "# a\n"),
    ("|\r\n  a\r\n  b\r\n", "a\nb\n"), ("|\n  a \n  \tb\n   \n", "a \n\tb\n \n"),
    (">\n  a\n  b\n\n  c\n", "a b\nc\n"), (">-\n  a\n\n\n  b\n", "a\n\nb"),
    (">\n  a\n   b\n   c\n  d\n", "a\n b\n c\nd\n"), (">\n  a\n\n   b\n\n  c\n", "a\n\n b\n\nc\n"),
    (">\n\n  a\n  b\n", "\na b\n"), (">+\n  a\n  b\n\n", "a b\n\n"), (">2\n   a\n  b\n", " a\nb\n"),
    (">\n  a \n  b", "a  b"), (">\n  a\n  \tb\n  c\n", "a\n\tb\nc\n"),
  ])
  func `blocks keep or fold their lines and clip, strip or keep their ends`(
    value: String, expected: String
  ) throws {
    #expect(try text(value) == expected)
  }

  @Test func `the style of a scalar is known`() throws {
    let file = SourceFile(path: "a", text: "[a, 'b', \"c\"]")
    guard case .sequence(let items, _) = try NodeParser.parse(file) else {
      Issue.record("no list")
      return
    }
    let styles = items.map { item in
      if case .scalar(let scalar) = item { scalar.style } else { nil as Node.Scalar.Style? }
    }
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted])
  }
}
