import FoundationEssentials
import Testing

@testable import FinanceModel

/// Amendments read from files, and the budgets that they belong to.
@Suite final class AmendmentFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/mtfs-amend-\(UUID())"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let plan = Sheet.text(
      "- { id: x, role: pressure, recurring: [1.000, ~] }\n"
        + "- { id: y, role: saving, recurring: [-1.000, ~] }", years: 2)
    try write("plan", plan)
    try write("other", plan)
    try write("list", plan.replacing("unit: £m", with: "unit: £m\ngap: none"))
    try write("budget", on: "plan", "- { line: x, scale: 50% }")
    try write("double", on: "plan", "- { line: x, scale: 200% }")
    try write("of-budget", on: "budget", "- { line: x, scale: 200% }")
    try write("step", on: "plan", "- { line: x, add: 0.100 }")
    try write("left", on: "step", "- { line: y, add: (0.100) }")
    try write("right", on: "step", "- { line: y, add: (0.300) }")
    try write("elsewhere", on: "other", "- { line: x, add: 9.000 }")
    try write("further", on: "elsewhere", "- { line: x, add: 9.000 }")
    try write("misspelt", on: "plan", "- { line: xx, add: 9.000 }")
    try write("of-misspelt", on: "misspelt", "- { line: x, add: 9.000 }")
    try write("too-of-misspelt", on: "misspelt", "- { line: x, add: 9.000 }")
    try write("misdated", on: "plan", "- { line: x, add: 9.000, in: 2030-31 }")
    try write("unsized", on: "plan", "- { line: x, scale: 9 }")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  private func write(_ name: String, on base: String, _ changes: String) throws {
    try write(name, "scenario: \(name)\nbased-on: \(base).yaml\nchanges:\n  \(changes)\n")
  }

  private func path(_ name: String) -> String { "\(folder)/\(name).yaml" }

  private func answer(_ budget: String, _ names: String...) throws -> AmendmentAnswer {
    try AmendmentQuestion(budget: path(budget), amendments: names.map(path)).answer()
  }

  private func diagnostics(_ budget: String, _ names: [String]) -> [Diagnostic] {
    do throws(Diagnostics) {
      _ = try AmendmentQuestion(budget: path(budget), amendments: names.map(path)).answer()
      return []
    } catch {
      return error.all
    }
  }

  private func nets(_ answer: AmendmentAnswer) -> [String] {
    answer.outcomes.map { Amended.text($0.effect.net) }
  }

  @Test func `an amendment is put to its plan alone, through what it is based on`() throws {
    #expect(try nets(answer("plan", "double", "left")) == ["1.000 1.000", "0.000 0.000"])
  }

  @Test func `a budget may be a scenario, and amendments are differences from that`() throws {
    let answer = try answer("budget", "of-budget")
    #expect(nets(answer) == ["0.500 0.500"])
    #expect(answer.question.budget.subtitles == ["Scenario: budget"])
  }

  @Test func `what two amendments are both based on is made once`() throws {
    let answer = try answer("plan", "left", "right")
    #expect(nets(answer) == ["0.000 0.000", "-0.200 -0.400"])
    let made = try #require(answer.whole?.made)
    #expect(Amended.text(made.effect.net) == "-0.300 -0.600")
    #expect(Amended.text(made.interaction.net) == "-0.100 -0.200")
    let page = Report.amendments(answer).rendered(as: .text)
    #expect(page.contains("- 1 and 2 are based on 'step', which is made once."))
    let own = Report.amendments(try self.answer("plan", "right", "step")).rendered(as: .text)
    #expect(own.contains("- 1 is based on 2, which is made once."))
  }

  @Test(arguments: [
    ("plan", ["elsewhere"], ["other-plan"]), ("plan", ["further"], ["other-plan"]),
    ("budget", ["double"], ["other-plan"]), ("budget", ["left"], ["other-plan"]),
    ("budget", ["budget"], ["other-plan"]),
    ("plan", ["plan"], ["wrong-type"]), ("plan", ["double", "double"], ["duplicate-id"]),
    ("plan", ["none"], ["file-missing"]), ("none", ["double"], ["file-missing"]),
    ("list", ["double"], ["wrong-value"]),
    ("plan", ["elsewhere", "unsized", "none"], ["other-plan", "wrong-value", "file-missing"]),
    ("plan", ["of-misspelt", "too-of-misspelt"], ["unknown-name"]),
    ("plan", ["misspelt", "double", "misdated"], ["unknown-name", "year-outside-plan"]),
  ])
  func `what does not fit is refused, all files together`(
    budget: String, amendments: [String], codes: [String]
  ) {
    let found = diagnostics(budget, amendments).map(\.code.rawValue)
    #expect(found.sorted() == codes.sorted())
  }

  @Test func `an amendment of another plan is told where it belongs`() throws {
    let fault = try #require(diagnostics("plan", ["further"]).first)
    #expect(fault.range.map { $0.file.text($0.bytes) } == "elsewhere.yaml")
    #expect(fault.label == "expected '\(path("plan"))', or a scenario of it")
    #expect(fault.help == "put it to '\(path("other"))', or base it on '\(path("plan"))'")
    #expect(fault.notes.map(\.message) == ["'elsewhere' is based on another in its turn"])
  }

  @Test func `an amendment by another spelling of its path is the same`() throws {
    let twice = [path("double"), "\(folder)/./double.yaml"]
    #expect(throws: Diagnostics.self) {
      try AmendmentQuestion(budget: self.path("plan"), amendments: twice)
    }
  }
}
