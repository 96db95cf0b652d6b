@testable import FinanceModel

/// A small plan in £m held against a table given as text, `|` between its cells.
///
/// What is not exact comes back as text: `Total 2017-18 rounding 0.001 of 0.0015`.
struct Reconciled {
  let result: Reconciliation
  private let folder: WorkFolder

  init(_ sections: String, table: String, head: String = "", entry: String = "") throws {
    folder = try WorkFolder()
    let titles = table.split(separator: "\n").first ?? ""
    let years = titles.split(separator: "|").dropFirst().filter { $0.contains("20") }
      .map { $0.split(separator: " ").joined() }
    let body = sections.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let lines = [
      "plan: sample", "title: Sample", head.contains("unit:") ? "" : "unit: £m", head,
      "years: [\(years.joined(separator: ", "))]", "sections:", body, "published:",
      "  - { table: table.tsv\(entry) }",
    ]
    try folder.write("table.tsv", Reconciled.tabbed(table))
    let path = try folder.write(
      "plan.yaml", lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n")
    result = try Plan(contentsOf: path).reconciled()
  }

  private static func tabbed(_ table: String) -> String {
    table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\t")
    }.joined(separator: "\n") + "\n"
  }

  /// Every cell that is not exact.
  var findings: [String] { result.findings }
  /// What would explain each of them, or nothing.
  var causes: [String] { result.causes }
}

extension Reconciliation {
  var findings: [String] {
    cells.filter { $0.verdict != .exact }.map { cell in
      let details = plan.rows[cell.row].details
      func text(_ quantity: Quantity?, _ more: Int) -> String? {
        guard let quantity, let details else { return nil }
        let format = AmountFormat(
          decimals: details.decimals + more, negatives: .minus, groupsThousands: false)
        return format.text(quantity, in: details.unit)
      }
      let column =
        if case .position(let column) = cell.column { plan.name(ofColumn: column) } else { "total" }
      var words = ["\(plan.rows[cell.row].title)", column, "\(cell.verdict)"]
      if let difference = text(cell.difference, 0) { words.append(difference) }
      if let bound = text(cell.bound, 1) { words.append("of \(bound)") }
      return words.joined(separator: " ")
    }
  }

  var causes: [String] { cells.filter { $0.verdict != .exact }.map { $0.suggestion ?? "" } }
}
