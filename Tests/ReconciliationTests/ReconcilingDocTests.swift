import Foundation
import Testing

@testable import FinanceModel

@Suite struct ReconcilingDocTests {
  static let page = Result { try ReconcilingDocPage(path: "docs/reconciling.md") }
  static var examples: [ReconcilingDocPage.Example] { (try? page.get().examples) ?? [] }

  @Test(arguments: examples)
  func `an example gives what the page shows`(example: ReconcilingDocPage.Example) throws {
    try withFiles(of: example) { folder in
      #expect(example.command == "$ mtfs reconcile plan.yaml")
      let outcome = try OtherCouncilsCommand.run(["reconcile", "plan.yaml"], in: folder)
      #expect(outcome.shown.trimmingCharacters(in: .newlines) == example.prints)
      #expect(outcome.status == example.status)
    }
  }

  @Test(arguments: examples)
  func `the verdicts that an example states are those of the library`(
    example: ReconcilingDocPage.Example
  ) throws {
    try withFiles(of: example) { folder in
      let plan = "\(folder)/plan.yaml"
      guard example.status != 2 else {
        #expect(throws: Diagnostics.self) { try Plan(contentsOf: plan).reconciled() }
        return
      }
      let result = try Plan(contentsOf: plan).reconciled()
      let stated = example.prints.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for table in Set(result.cells.map(\.table)) {
        let cells = result.cells.filter { $0.table == table }
        let counts = [Verdict.exact, .rounding, .noted, .wrong].map { verdict in
          "\(cells.count { $0.verdict == verdict }) \(verdict.rawValue)"
        }
        #expect(stated.contains("\(table): \(cells.count) cells"))
        #expect(stated.contains("): \(counts.joined(separator: ", "))."))
      }
      #expect(result.hasFindings == (example.status == 1))
    }
  }

  @Test func `every block of the page belongs to an example that is run`() throws {
    let page = try Self.page.get()
    let used = page.examples.reduce(0) { $0 + $1.files.count + ($1.command.isEmpty ? 0 : 1) }
    #expect(used == page.blocks)
    #expect(page.examples.allSatisfy { $0.status != nil && $0.files.last?.name == "plan.yaml" })
    #expect(page.examples.count >= 31)
    #expect(page.examples.count { $0.status == 2 } >= 8)
  }

  private func withFiles(
    of example: ReconcilingDocPage.Example, _ body: (String) throws -> Void
  ) throws {
    let folder = NSTemporaryDirectory() + "mtfs-page-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, text) in example.files {
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    try body(folder)
  }
}
