import FinanceModel
import Testing

/// The words that results print, and the page that says what they mean.
@Suite struct GlossaryTests {
  /// What stands for itself in files and results, and is not to be said twice.
  private static let words: [String] = [
    Role.allCases.map(\.rawValue), Basis.allCases.map(\.rawValue),
    GapKind.allCases.map(\.words), Verdict.allCases.map(\.rawValue),
    FundingStatus.allCases.map(\.rawValue),
    // The headings and rows of tables, as the renderers print them.
    [
      "annual", "cumulative", "structural", "planned savings", "required before reserves",
      "use of reserves", "still to be found", "unmet", "standstill", "yield", "core increase",
      "freeze", "Band D", "principle", "excessive", "counted on", "at risk", "green", "weighted",
      "covered", "opening", "closing balance", "planned use", "above minimum", "swing",
      "as planned", "one step", "standard error", "seed", "percentile", "mean", "draw",
      "contribution", "alone", "interaction", "was set at", "balances", "overdrawn", "dropped",
      "kept", "re-profiled", "gap carried forward", "outstanding", "repayment", "override",
      "holds as stated", "identity", "bound", "finding", "total", "heading", "memorandum",
      "net budget requirement", "council tax requirement", "not final", "rolled into",
    ],
  ].flatMap { $0 }

  @Test(arguments: words)
  func `a word that results print stands in the glossary`(word: String) throws {
    let rows = try Project.text("docs/glossary.md").split(separator: "\n").filter {
      $0.hasPrefix("|")
    }
    let expression = try Regex("\\b\(word.lowercased())\\b")
    #expect(rows.contains { $0.lowercased().contains(expression) }, "\(word)")
  }

  @Test func `no word is explained twice`() throws {
    let words = try Project.text("docs/glossary.md").split(separator: "\n")
      .filter { $0.hasPrefix("| ") && !$0.hasPrefix("| word") && !$0.hasPrefix("| ---") }
      .flatMap { row in
        row.split(separator: "|")[0].split(separator: ",").map(\.trimmed)
      }
    let again = Dictionary(grouping: words) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(again.sorted() == [])
  }
}

extension Substring {
  /// It without the spaces around it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
