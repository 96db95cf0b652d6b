import FoundationEssentials
import Testing

@testable import FinanceModel

/// The table of words in `docs/calculation-rules.md`, run row by row.
@Suite struct DocumentedFormulaTests {
  private static func document() throws -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let root = parts.dropLast(4).joined(separator: "/")
    return try String(contentsOfFile: "\(root)/docs/calculation-rules.md", encoding: .utf8)
  }

  /// The rows `| formula | gives | ...` of the section, each with its text.
  private static func rows() throws -> [(formula: String, gives: String)] {
    try section().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      guard line.hasPrefix("| `"), cells.count == 3 else { return nil }
      return (String(cells[0].dropFirst().dropLast()), cells[1])
    }
  }

  private static func section() throws -> Substring {
    let text = try document()
    let start = try #require(text.range(of: "\n## Figures and formulas\n")).upperBound
    let end = try #require(text[start...].range(of: "\n## ")).lowerBound
    return text[start..<end]
  }

  private static func plan() throws -> String {
    let section = try section()
    let start = try #require(section.range(of: "```yaml\n")).upperBound
    let end = try #require(section[start...].range(of: "\n```")).lowerBound
    return String(section[start..<end])
  }

  @Test func `every row of the table of words gives what it says`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 20)
    for row in rows {
      #expect(try value(row.formula) == row.gives, "\(row.formula)")
    }
  }

  @Test func `every word of the language has a row`() throws {
    let formulas = try Self.rows().map(\.formula).joined(separator: "\n")
    for word in FormulaWords.functions {
      #expect(formulas.contains("\(word)("), "\(word)")
    }
  }

  /// The formula in a row of money, or of numbers where that is what it gives.
  private func value(_ formula: String) throws -> String {
    let plan = try Self.plan()
    func figure(_ unit: String) -> String {
      plan + "\n- { id: f, \(unit)figure: \"= \(formula)\" }"
    }
    let isNumber = Sheet.faults(figure(""), years: 3) == ["formula-kind"]
    return try Sheet(figure(isNumber ? "unit: number, " : ""), years: 3)["f"]
  }
}
