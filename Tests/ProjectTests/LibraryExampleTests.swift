// Not @testable: the examples are what a user of the library may write.
import FinanceModel
import Testing

/// The examples of the library's documentation, compiled and run.
@Suite struct LibraryExampleTests {
  /// Runs an example, which is given a `print` of our own.
  private typealias Example = @Sendable (_ print: (Any...) -> Void) throws -> Void

  private static let examples: [String: Example] = [
    "Read a plan, and how much is missing": { print in
      let plan = try Plan(contentsOf: "Scenarios/wiltshire-2017/plan.yaml")
      let gap = try plan.forecast().gap
      let required = gap?.series(.required, .annual)
      print(required?[try FinancialYear("2018-19")] == Money(pounds: 19_198_000))  // true
    },
    "Ask a question of it": { print in
      let question = try Question(contentsOf: "Scenarios/wiltshire-2017/harder-times.yaml")
      let answer = try question.answer()
      let remaining = answer.result.gap?.series(.remaining, .cumulative)
      print(remaining?[try FinancialYear("2020-21")] == Money(pounds: 13_350_000))  // true
    },
    "Apply a scenario": { print in
      let plan = try Plan(contentsOf: "Scenarios/wiltshire-2017/plan.yaml")
      let scenario = try Scenario(contentsOf: "Scenarios/wiltshire-2017/staffing-up.yaml")
      let changed = try plan.applying(scenario)
      print(try changed.forecast().gap?.cash ?? .zero > .zero)  // true
    },
    "Print it": { print in
      let question = try Question(contentsOf: "Scenarios/wiltshire-2017/harder-times.yaml")
      let report = Report.gap(try question.answer())
      let page = report.rendered(as: .html)
      print(page.hasPrefix("<!DOCTYPE html>"))  // true
    },
    "Prove it against what was published": { print in
      let plan = try Plan(contentsOf: "Scenarios/wiltshire-2017/plan.yaml")
      let reconciliation = try plan.reconciled()
      let wrong = reconciliation.cells.filter { $0.verdict == .wrong }
      print(reconciliation.count(.exact), wrong.count)  // 290 0
    },
    "Make a plan of a table": { print in
      let imported = try TableImport(contentsOf: "Scenarios/gateshead-gap/published.tsv")
      print(imported.text)
      for question in imported.questions { print(question.text) }
      print(imported.reconciliation.hasFindings)  // false
    },
    "Say what is wrong with a file": { print in
      let file = SourceFile(path: "plan.yaml", text: "plan: small\nyears: [2026]\n")
      do throws(Diagnostics) { _ = try Plan(file) } catch {
        print(DiagnosticRenderer().text(error))
      }
    },
  ]

  /// The examples of the landing page, by their headings.
  private static func documented() throws -> [String: [Substring]] {
    let page = try Project.text("Sources/FinanceModel/FinanceModel.docc/FinanceModel.md")
    let found = page.matches(of: /\n### ([^\n]+)\n\n```swift\n((?:[^`]|`(?!``))*?)```/)
    return Dictionary(
      uniqueKeysWithValues: found.map { (String($0.1), $0.2.split(separator: "\n")) })
  }

  @Test func `the examples of the documentation are those that are run here`() throws {
    let source = try Project.text("Tests/ProjectTests/LibraryExampleTests.swift")
    let documented = try Self.documented()
    #expect(Set(documented.keys) == Set(Self.examples.keys))
    for (name, lines) in documented {
      let body = lines.map { "      \($0)\n" }.joined()
      #expect(source.contains("\"\(name)\": { print in\n\(body)    },"), "\(name)")
    }
  }

  @Test(arguments: examples.keys.sorted())
  func `an example prints what it says`(name: String) throws {
    var printed: [String] = []
    let example = try #require(Self.examples[name])
    try example { values in
      printed.append(values.map { "\($0)" }.joined(separator: " "))
    }
    let lines = try #require(try Self.documented()[name])
    let said = lines.compactMap { $0.firstMatch(of: /\/\/ (.+)$/).map { String($0.1) } }
    #expect(!printed.isEmpty)
    #expect(said.isEmpty || printed.last == said.last)
  }
}
