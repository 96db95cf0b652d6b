import Foundation
import Testing

@testable import FinanceModel

@Suite struct CheckRuleTests {
  @Test(arguments: CheckRule.all)
  func `a rule finds its example, and no other rule finds anything in it`(rule: CheckRule) throws {
    let findings = try CheckFixture(rule).findings
    #expect(findings.map(\.rule.id) == [rule.id])
  }

  @Test(arguments: CheckRule.all)
  func `no rule finds anything in the mended example`(rule: CheckRule) throws {
    #expect(try CheckFixture(rule, isMended: true).findings.map(\.message) == [])
  }

  @Test(arguments: CheckRule.all)
  func `the example of a rule stands in its files`(rule: CheckRule) throws {
    #expect(try stands(rule.example.faulty, in: CheckFixture(rule)))
    #expect(try stands(rule.example.mended, in: CheckFixture(rule, isMended: true)))
    #expect(rule.example.faulty != rule.example.mended)
  }

  private func stands(_ example: String, in fixture: CheckFixture) throws -> Bool {
    func lines(_ text: String) -> String {
      "\n" + text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
        + "\n"
    }
    return try lines(fixture.text).contains(lines(example))
  }

  @Test func `every file of examples belongs to a rule`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: CheckFixture.folder)
    let expected = CheckRule.all.flatMap { rule in
      [CheckFixture(rule).name, CheckFixture(rule, isMended: true).name]
    }
    #expect(files.sorted() == (expected + ["plan.yaml", "pressures.tsv"]).sorted())
  }

  @Test func `no two rules have one id`() {
    #expect(Set(CheckRule.all.map(\.id)).count == CheckRule.all.count)
  }

  @Test(arguments: CheckRule.all)
  func `what a rule says is one clause that fits into the sentences made of it`(rule: CheckRule) {
    #expect(Identifier(rule.id) != nil)
    for text in [rule.looksFor, rule.why, rule.mending] {
      #expect(!text.hasSuffix(".") && !text.contains("  ") && text.first?.isLowercase == true)
    }
    // Why and mending are printed on a terminal, where backquotes are noise.
    #expect(!(rule.why + rule.mending).contains("`"))
  }
}

extension CheckRule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
