import Foundation
import Testing

@Suite struct ProofCommandTests {
  private let plan = "\(ScenarioFiles.wiltshire)/plan.yaml"

  private func run(_ report: String, _ more: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["proof", plan, "\(ScenarioFiles.wiltshire)/\(report)"] + more)
  }

  @Test(arguments: [("cabinet-report.md", 0), ("cabinet-report-wrong.md", 1)])
  func `a claim that fails is a finding, printed all the same`(name: String, status: Int) throws {
    for format in ["text", "markdown", "html", "csv", "json"] {
      let outcome = try run(name, "--format", format)
      #expect(outcome.status == Int32(status), "\(format)")
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("Digital savings 2018-19"))
    }
  }

  @Test func `a fault is shown with its place and a caret`() throws {
    let outcome = try run("cabinet-report-wrong.md")
    #expect(
      outcome.output.contains(
        """
        cabinet-report-wrong.md:21:28: unit: the figure holds in £000, not in £m; the plan has £0.250m
           |
        21 | Digital savings 2017–18: £250m
           |                          ^^^^^
        """))
  }

  @Test func `a claim that is not found is a finding unless the report states a part`() throws {
    try withFolder { folder in
      let report = "\(folder)/part.txt"
      try "£5m of digital savings to 2020-21.".write(
        toFile: report, atomically: false, encoding: .utf8)
      #expect(try BuiltCommand.run(["proof", plan, report]).status == 1)
      #expect(try BuiltCommand.run(["proof", plan, report, "--in-part"]).status == 0)
      try "Nothing of it.".write(toFile: report, atomically: false, encoding: .utf8)
      #expect(try BuiltCommand.run(["proof", plan, report, "--in-part"]).status == 1)
    }
  }

  @Test func `a report is read from standard input, and of two there is only one`() throws {
    let outcome = try BuiltCommand.run(
      ["proof", plan, "-", "--in-part", "--read-as", "html"],
      input: "<p>£5m of <b>digital</b> savings to 2020-21</p>")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Proof of <standard input>"))
    let both = try BuiltCommand.run(["proof", "-", "-"])
    #expect(both.status == 64)
    #expect(both.errors.contains("FILE and REPORT are both '-'"))
  }

  @Test func `a report that is no text is refused, and nothing is printed`() throws {
    try withFolder { folder in
      let report = "\(folder)/report.pdf"
      try "%PDF-1.7 and more".write(toFile: report, atomically: false, encoding: .utf8)
      let outcome = try BuiltCommand.run(["proof", plan, report])
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("this is a PDF [no-report]"))
    }
  }

  @Test func `characters that steer a terminal never reach it`() throws {
    try withFolder { folder in
      let report = "\(folder)/hostile.txt"
      try "\u{1B}[31m£6m of digital savings to 2020-21\u{7}\u{202E} and £3m \u{9B}31m\u{0C}".write(
        toFile: report, atomically: false, encoding: .utf8)
      for format in ["text", "markdown", "csv"] {
        let outcome = try BuiltCommand.run(["proof", plan, report, "--format", format])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("£6m"))
        let steering = outcome.output.unicodeScalars.filter {
          ($0.value < 0x20 && $0 != "\n" && $0 != "\r") || (0x7F..<0xA0).contains($0.value)
            || $0.value == 0x202E
        }
        #expect(steering.isEmpty)
      }
    }
  }
}
