import FoundationEssentials
import Testing

@testable import FinanceModel

/// Scenarios on scenarios, read from files.
@Suite final class StackingTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/mtfs-stacking-\(UUID())"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(
      "plan", Sheet.text("- { id: x, role: pressure, recurring: [1.000] }", years: 1))
    try write("other", Sheet.text("- { id: x, role: pressure, recurring: [1.000] }", years: 1))
    try write("double", scenario("double", on: "plan", "- { line: x, scale: 200% }"))
    try write("more", scenario("more", on: "double", "- { line: x, add: 1.000 }"))
    try write("again", scenario("again", on: "more", "- { line: x, scale: 200% }"))
    try write("elsewhere", scenario("elsewhere", on: "other", "- { line: x, add: 9.000 }"))
    try write("self", scenario("self", on: "self", "- { line: x, add: 9.000 }"))
    try write("left", scenario("left", on: "right", "- { line: x, add: 9.000 }"))
    try write("right", scenario("right", on: "left", "- { line: x, add: 9.000 }"))
    try write("lost", scenario("lost", on: "nowhere", "- { line: x, add: 9.000 }"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  private func path(_ name: String) -> String { "\(folder)/\(name).yaml" }

  private func scenario(_ id: String, on base: String, _ changes: String) -> String {
    "scenario: \(id)\nbased-on: \(base).yaml\nchanges:\n  \(changes)\n"
  }

  private func faults(_ names: String...) -> [String] {
    do {
      _ = try Question(contentsOf: names.map(path))
      return []
    } catch {
      return error.all.map(\.code.rawValue)
    }
  }

  @Test(arguments: [
    (["plan"], "1.000", 0), (["double"], "2.000", 1), (["more"], "3.000", 2),
    (["again"], "6.000", 3), (["plan", "double"], "2.000", 1), (["double", "more"], "3.000", 2),
  ])
  func `a scenario builds on what it is based on, and several apply in order`(
    files: [String], figure: String, changes: Int
  ) throws {
    let question = try Question(contentsOf: files.map(path))
    #expect(try Sheet(question.plan())["x"] == figure)
    #expect(try question.answer().contributions.count == changes)
  }

  @Test func `a scenario based on itself is refused`() {
    #expect(faults("self") == ["scenario-cycle"])
    #expect(faults("left") == ["scenario-cycle"])
  }

  @Test func `a scenario of another plan does not apply`() {
    #expect(faults("double", "elsewhere") == ["other-plan"])
    #expect(faults("double", "more") == [])
  }

  @Test func `a scenario that applies already is not made again`() {
    #expect(faults("double", "double") == ["scenario-twice"])
    #expect(faults("more", "double") == ["scenario-twice"])
  }

  @Test func `a plan that is not there is an error`() {
    #expect(faults("lost") == ["file-missing"])
    #expect(faults("none") == ["file-missing"])
  }
}
