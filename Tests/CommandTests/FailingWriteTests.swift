import Foundation
import Testing

@testable import mtfs

/// Writes that the system refuses. `Scripts/check-files` makes every other call fail as well.
@Suite struct FailingWriteTests {
  private static let plan = "\(BuiltCommand.project)/\(ScenarioFiles.wiltshire)/plan.yaml"

  /// Everything in a folder: names, links, and what the files hold.
  private func contents(_ folder: String) throws -> [String: String] {
    let files = FileManager.default
    let names = try files.subpathsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.map { name in
        let link = try? files.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
        let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        return (name, link ?? text ?? "a folder")
      })
  }

  /// Runs a line in a folder with a file `old`, which then has to hold what it held.
  private func refuses(_ line: String, saying error: String) throws {
    try withFolder { folder in
      try "before".write(toFile: "\(folder)/old", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/ring", withDestinationPath: "ring")
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/lost", withDestinationPath: "nowhere")
      let before = try contents(folder)
      let outcome = try BuiltCommand.shell(line.replacing("PLAN", with: Self.plan), in: folder)
      #expect(outcome.status == 2, "\(outcome)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(error), "\(outcome.errors)")
      #expect(try contents(folder) == before)
    }
  }

  @Test(arguments: [
    "run PLAN --format html --output new", "run PLAN --format html --output old --force",
    "roll PLAN --to new", "roll PLAN --to .", "table PLAN --output new --format json",
  ])
  func `a file that may grow no further leaves nothing half-written`(words: String) throws {
    // Too large is a signal at first, which would end the command with its hidden file left behind.
    try refuses("ulimit -f 4; mtfs \(words)", saying: "File too large")
  }

  @Test(arguments: [
    ("run PLAN --output " + String(repeating: "n", count: 300), "File name too long"),
    ("run PLAN --output ring --force", "is a link that leads to no file"),
    ("run PLAN --output lost", "is already there"),
    ("run PLAN --output lost --force", "is a link that leads to no file"),
    ("run PLAN --output old/new", "Not a directory"),
    ("run PLAN --output missing/new", "there is no folder 'missing/'"),
    ("run PLAN --output . --force", "is a folder"),
    ("roll PLAN --to old", "is no folder"),
    ("roll PLAN --to missing/new", "there is no folder 'missing/'"),
    ("init lost", "cannot be made"),
  ])
  func `a name that cannot be written leaves everything as it was`(
    words: String, error: String
  ) throws {
    try refuses("mtfs \(words)", saying: error)
  }

  @Test(arguments: [
    "run PLAN --output new", "run PLAN --output old --force", "init new", "roll PLAN --to .",
  ])
  func `a folder that may not be written to stays as it is`(words: String) throws {
    // The superuser may write anywhere, so that somebody else has to try.
    let other = "setpriv --reuid 65534 --regid 65534 --clear-groups \"$(command -v mtfs)\""
    let trial = "\(other) run \(Self.plan) >/dev/null 2>&1"
    guard getuid() == 0, try BuiltCommand.shell(trial).status == 0 else { return }
    try refuses("\(other) \(words)", saying: "Permission denied")
  }

  @Test(.enabled(if: System.status(of: "/dev/full") != nil))
  func `a device that is full is an error`() throws {
    try refuses("mtfs run PLAN --output /dev/full", saying: "No space left on device")
  }
}
