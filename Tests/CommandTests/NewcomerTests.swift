import Foundation
import Testing

@testable import mtfs

/// Slips of somebody who uses the command for the first time, and the way out that each is told.
@Suite final class NewcomerTests: FolderFixture {
  private func errors(_ words: String..., status: Int32) throws -> String {
    let outcome = try BuiltCommand.run(words, in: folder)
    #expect(outcome.status == status, "\(words)")
    #expect(outcome.output.isEmpty, "\(words)")
    return outcome.errors
  }

  @Test func `a workbook that is run is told of import, and so is one that was renamed`() throws {
    try put(Starter.files[0].text, in: "plan.yaml")
    _ = try BuiltCommand.run(
      ["run", "plan.yaml", "--format", "xlsx", "--output", "budget.xlsx"], in: folder)
    try FileManager.default.copyItem(
      atPath: "\(folder)/budget.xlsx", toPath: "\(folder)/budget.yaml")
    for name in ["budget.xlsx", "budget.yaml"] {
      let said = try errors("run", name, status: 2)
      #expect(said.contains("'\(name)' is a workbook, not a plan"))
      #expect(said.contains("'mtfs import' makes a plan of a table in a workbook"))
    }
  }

  @Test func `a Word document in the place of a plan is called that`() throws {
    try put(Starter.files[0].text, in: "plan.yaml")
    _ = try BuiltCommand.run(
      ["run", "plan.yaml", "--format", "docx", "--output", "plan.docx"], in: folder)
    #expect(try errors("run", "plan.docx", status: 2).contains("is a Word document"))
  }

  @Test(arguments: Starter.files.map(\.name))
  func `a plan or scenario is not imported as a table`(name: String) throws {
    for file in Starter.files { try put(file.text, in: file.name) }
    let said = try errors("import", name, status: 2)
    #expect(said.contains(" already, and no table [no-table]"), "\(said)")
    #expect(said.contains("'mtfs run' answers it"))
  }

  @Test func `a plan with a fault in its layout is not imported as a table either`() throws {
    let text = Starter.files[0].text.replacing("2.99%", with: "2,99%")
    try put(text, in: "plan.yaml")
    #expect(try errors("import", "plan.yaml", status: 2).contains("is a plan already"))
  }

  @Test func `a table with a row that is called as a key of a plan is imported`() throws {
    try put("£m\t2026-27\t2027-28\nplan: pay\t1.0\t2.0\n", in: "table.tsv")
    #expect(try BuiltCommand.run(["import", "table.tsv"], in: folder).status == 0)
  }

  @Test(arguments: [["import", "table.tsv", "--to"], ["init"], ["report", "plan.yaml", "--to"]])
  func `a folder in one that is missing is told what to do first`(words: [String]) throws {
    try put("£m\t2026-27\t2027-28\nPay\t1.0\t2.0\n", in: "table.tsv")
    try put(Starter.files[0].text, in: "plan.yaml")
    for name in ["a b/ç", "a b/ç/"] {
      let outcome = try BuiltCommand.run(words + [name], in: folder)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors == """
          mtfs: error: the folder 'a b/ç' cannot be made: there is no folder 'a b/'
          help: make the folder around it first

          """)
    }
  }

  @Test func `a link that leads nowhere is told where it leads, and is not its own nearest name`()
    throws
  {
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/plan.yaml", withDestinationPath: "old/plan.yaml")
    let said = try errors("run", "plan.yaml", status: 2)
    #expect(said.contains("'plan.yaml' is a link to 'old/plan.yaml', which is not there"))
    #expect(!said.contains("nearest"))
  }

  @Test func `a file that is misspelt without a command gets the nearest file`() throws {
    try put(Starter.files[0].text, in: "plan.yaml")
    #expect(try errors("plan.yml", status: 64).contains("the nearest file is 'plan.yaml'"))
    #expect(try errors("run", "plan.yml", status: 2).contains("the nearest name is 'plan.yaml'"))
  }

  @Test func `help of help says what it takes`() throws {
    for words in [["help", "help"], ["help", "--help"]] {
      let outcome = try BuiltCommand.run(words)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("usage: mtfs help [COMMAND]"))
    }
  }

  @Test func `an option before any command gets the nearest that stands there`() throws {
    #expect(try errors("--verison", status: 64).contains("the nearest is '--version'"))
    for option in ["--verison", "--version"] {
      #expect(
        try errors("run", "plan.yaml", option, status: 64).contains("type mtfs --version, without"))
    }
  }

  @Test func `a simulation without draws and seed is told of both at once`() throws {
    let said = try errors("simulate", "plan.yaml", status: 64)
    #expect(said.contains("--draws") && said.contains("--seed"))
    #expect(said.contains("type --draws 10000 --seed 1"))
  }

  @Test func `help lists only the formats that a command gives`() throws {
    for command in Command.all {
      let formats = command.options.filter { $0.name == "format" }.map(\.usage)
      let draws = ["run", "compare", "movement", "roll", "sensitivity", "simulate", "reserves"]
      guard let usage = formats.first else { continue }
      #expect(usage.contains("svg") == draws.contains(command.name), "\(command.name)")
    }
    let page = try BuiltCommand.run(["help", "import"]).output
    #expect(!page.contains("the plan's unless"))
  }

  @Test func `all that is wrong in a scenario is said, in its file and against its plan`() throws {
    for file in Starter.files { try put(file.text, in: file.name) }
    let late = Starter.files[2].text.replacing("50%", with: "250%")
      .replacing("line: transition-grant", with: "line: transition-grnt")
    try put(late, in: "late.yaml")
    let alone = try errors("run", "late.yaml", status: 2)
    #expect(alone.contains("'slip' is at most the whole"))
    #expect(alone.contains("the nearest is 'transition-grant'"))
    #expect(try errors("run", "plan.yaml", "late.yaml", status: 2) == alone)
  }

  @Test func `a decimal comma hides no other fault of the plan, and is not taken for a figure`()
    throws
  {
    let text = Starter.files[0].text.replacing("2.99%", with: "2,99%")
    try put(text, in: "comma.yaml")
    try put(
      text.replacing("pay-award *", with: "pay-awrd *").replacing("(0.700), ~]", with: "(0.700)]")
        .replacing("id: adult-care", with: "id: contracts"), in: "plan.yaml")
    let said = try errors("run", "plan.yaml", status: 2)
    let codes = said.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) }
    #expect(codes == ["flow-comma", "unknown-name", "duplicate-id", "too-few-figures"], "\(said)")
    #expect(said.contains("write values: 2.99%"))
    for command in ["run", "check", "format", "roll"] {
      #expect(try errors(command, "comma.yaml", status: 2).contains("[flow-comma]"))
    }
  }

  @Test func `a name that an unreadable change may bring is not said to be unknown`() throws {
    try put(Starter.files[0].text, in: "plan.yaml")
    try put(
      """
      scenario: more
      based-on: plan.yaml
      changes:
        - { name: New, insert: { id: extra, title: Extra, role: pressure, recurring: 1 }, in: 2027-28 }
        - { name: Odd, insrt: { id: other, title: Other, role: pressure } }
        - { name: Dearer, line: other, scale: 250 }
        - { name: Dearer, line: other, scale: 250% }

      """, in: "more.yaml")
    #expect(!(try errors("run", "more.yaml", status: 2).contains("unknown-name")))
  }

  @Test func `scenarios in a ring, each with a fault, end`() throws {
    let text =
      "scenario: NAME\nbased-on: OTHER.yaml\nchanges: [{ line: pay, slip: 250%, by: 1 year }]\n"
    try put(text.replacing("NAME", with: "a").replacing("OTHER", with: "b"), in: "a.yaml")
    try put(text.replacing("NAME", with: "b").replacing("OTHER", with: "a"), in: "b.yaml")
    #expect(try errors("run", "a.yaml", status: 2).contains("'slip' is at most the whole"))
  }
}
