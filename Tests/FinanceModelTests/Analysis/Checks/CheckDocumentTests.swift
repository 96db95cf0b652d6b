import Foundation
import Testing

@testable import FinanceModel

/// `docs/checks.md` is made of the rules, their files and what `check` prints of them.
/// `MTFS_RECORD=1` writes it anew and fails.
@Suite struct CheckDocumentTests {
  private static let path = "\(CheckFixture.root)/docs/checks.md"

  @Test func `the page says what the rules are, and shows what they print`() throws {
    let page = try Self.page()
    if ProcessInfo.processInfo.environment["MTFS_RECORD"] != nil {
      try page.write(toFile: Self.path, atomically: true, encoding: .utf8)
      Issue.record("recorded docs/checks.md anew: read the difference, and run without MTFS_RECORD")
      return
    }
    #expect(try page == String(contentsOfFile: Self.path, encoding: .utf8))
  }

  @Test func `the page has a section for every rule and for nothing else`() throws {
    let page = try String(contentsOfFile: Self.path, encoding: .utf8)
    let sections = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
      .map { $0.dropFirst(3) }
    #expect(sections == CheckRule.all.map { "`\($0.id)`" })
  }

  private static func page() throws -> String {
    let introduction = """
      # Checks

      `mtfs check FILE...` looks for what reads and computes but cannot be meant. It prints \
      nothing and ends with status 0 when a file is clean. Otherwise each finding has its \
      place, the line, why it matters and how to mend it, and the status is 1 when one of them \
      is an error, or with `--strict` a warning. `--format markdown`, `csv` and `json` give \
      the same as a table or as data.

      A plan is checked by its rows, a scenario by its changes and by what it inserts; a scenario's plan is checked \
      when it is given as well. A file that does not load or compute is refused with its \
      errors and status 2, before any rule is asked. A warning may be right: Wiltshire's plan \
      does balance its first year with one-off money.

      Each rule below has an example that breaks it, what `check` then prints, and the example \
      mended. The files are in `Tests/Fixtures/checks/`.

      | rule | severity | finds |
      | --- | --- | --- |

      """
    let rows = CheckRule.all.map { rule in
      "| [`\(rule.id)`](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.looksFor) |\n"
    }
    return introduction + rows.joined() + (try CheckRule.all.map(section).joined())
  }

  private static func section(_ rule: CheckRule) throws -> String {
    """

    ## `\(rule.id)`

    Finds \(rule.looksFor). It matters because \(rule.why).

    ```yaml
    \(rule.example.faulty)
    ```

    ```text
    \(try CheckFixture(rule).page)```

    To mend it, \(rule.mending):

    ```yaml
    \(rule.example.mended)
    ```

    """
  }
}
