import Foundation
import Testing

@testable import FinanceModel

@Suite struct CouncilTaxLoadingTests {
  @Test(arguments: [
    ("parish-precepts", "[1.000]", "unknown key 'parish-precepts' in council tax [unknown-key]"),
    ("band-d", "£0", "'band-d' is a charge in pounds and whole pence [wrong-value]"),
    ("band-d", "tbc", "'band-d' takes a figure [wrong-value]"),
    (
      "tax-base", "1000.123", "'tax-base' is a number of Band D equivalents [wrong-value]"
    ),
    ("tax-base", "£1000", "'£1000' does not go with the unit [amount-unit]"),
    ("core-increase", "cor", "the plan has no assumption 'cor' [unknown-name]"),
    (
      "core-increase", "\"= core\"",
      "an assumption holds values, not formulas [wrong-type]"
    ),
    ("tax-base-growth", "amount", "'tax-base-growth' does not go by '£m' [wrong-value]"),
    ("collection-fund", "core", "'collection-fund' does not go by '%' [wrong-value]"),
    (
      "collection-rate", "{ base: 98%, values: 980% }",
      "a collection rate is a share of the whole [wrong-value]"
    ),
    (
      "authority-class", "district",
      "'adult-social-care' and 'authority-class: district' exclude each other [conflicting-keys]"
    ),
    (
      "section", "growth", "council tax stands in a section of the role 'pressure' [wrong-value]"
    ),
    (
      "lines",
      "{ core-increase: { id: tax }, base-growth: { id: base-growth }, "
        + "adult-social-care-increase: { id: care } }",
      "'collection-fund' needs its line [missing-key]"
    ),
    (
      "lines",
      "{ core-increase: { id: tax }, base-growth: { id: pay }, "
        + "adult-social-care-increase: { id: care }, collection-fund: { id: fund } }",
      "the id 'pay' is used twice [duplicate-id]"
    ),
    (
      "collection-fund", "none",
      "the line 'collection-fund' has nothing to show [conflicting-keys]"
    ),
  ])
  func `one mistake is one error`(key: String, value: String, fault: String) {
    #expect(Taxed.faults([key: value]) == [fault])
  }

  @Test func `council tax needs a base year`() {
    #expect(
      Taxed.faults([:], base: nil).first
        == "council tax needs a base year, and the plan has none [base-year-missing]")
  }

  @Test func `a section whose lines are a table has no place for it`() {
    let sections = """
      - id: funding
        role: funding
        lines: |
          id | title | 2017-18 | 2018-19 | 2019-20 | 2020-21
          grant | Grant | 0.000 | 0.000 | 0.000 | 0.000
      """
    let found = Sheet.diagnostics(sections, head: Taxed.head())
    #expect(found.map(\.message) == ["the section 'funding' takes its lines from a table"])
  }

  // MARK: The file of principles

  private static let heading =
    "year\tclass\tcore\tadult social care\tpounds\trule\tstatus\tsource\n"
  private static let sound =
    "2017-18\tsocial care authority\t2%\t3%\t\texcessive at the percentage or more\tdraft\ta report\n"

  private func faults(_ principles: String, _ authority: String = "county") throws -> [String] {
    let folder = NSTemporaryDirectory() + "mtfs-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try principles.write(toFile: "\(folder)/p.tsv", atomically: false, encoding: .utf8)
    let head = Taxed.head(["referendum-principles": "p.tsv", "authority-class": authority])
    do throws(Diagnostics) {
      let plan = try Plan(
        SourceFile(path: "\(folder)/plan.yaml", text: Sheet.text(Taxed.sections, head: head)))
      _ = try plan.forecast().councilTaxAnswer()
      return plan.councilTax?.principles.map { "\($0.year) \($0.status)" } ?? []
    } catch {
      return error.all.map { "\($0.message) [\($0.code.rawValue)]" }
    }
  }

  @Test func `only the principles of its class are taken`() throws {
    let district =
      "2018-19\tdistrict\t3%\t\t5.00\texcessive only if at the percentage or more and more than the "
      + "pounds\tfinal\ta report\n"
    #expect(try faults(Self.heading + Self.sound + district) == ["2017-18 draft"])
  }

  @Test(arguments: [
    ("2017-18", "2017-19", "'2017-19' is not one financial year [bad-year]"),
    ("social care authority", "shire", "'shire' is no value of 'class' [wrong-value]"),
    ("\t2%\t", "\t£2\t", "'£2' does not go with the unit [amount-unit]"),
    ("\t2%\t", "\t\t", "the principle has no 'core' [missing-key]"),
    (
      "excessive at", "excessive above",
      "'excessive above the percentage or more' is no value of 'rule' [wrong-value]"
    ),
    ("draft", "agreed", "'agreed' is no value of 'status' [wrong-value]"),
    ("\ta report", "\t", "the principle has no 'source' [missing-key]"),
    ("\ta report", "", "the row has 7 cells and the heading 8 [ragged-row]"),
    (
      "\n", "\n" + sound,
      "there are two principles for the class 'social care authority' in 2017-18 [wrong-value]"
    ),
  ])
  func `a fault of the file of principles is one error`(
    part: String, wrong: String, fault: String
  ) throws {
    let row = Self.sound.replacingOccurrences(of: part, with: wrong)
    #expect(try faults(Self.heading + row) == [fault])
  }

  @Test func `a file of principles needs all its columns`() throws {
    #expect(
      try faults(Self.heading.replacingOccurrences(of: "\tsource", with: "") + Self.sound)
        == ["the principles have no column 'source' [table-column]"])
  }

  @Test func `principles need the class of the authority`() throws {
    #expect(
      try faults(Self.heading + Self.sound, "none")
        == ["the principles need the class of the authority [missing-key]"])
  }
}
