import Foundation
import Testing

/// Bad input through the built command: status 2, every fault said, nothing printed, nothing written.
@Suite struct BadInputTests {
  private static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  private static let fixtures = "\(root)/Tests/Fixtures/errors"

  private static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test(arguments: files)
  func `a faulty file gives status 2 and its errors, and touches no file`(name: String) throws {
    let expected = name.dropLast(".yaml".count) + ".expected"
    let errors = try String(contentsOfFile: "\(Self.fixtures)/\(expected)", encoding: .utf8)
    try refuses("cd '\(Self.fixtures)' && mtfs reconcile \(name)", saying: errors)
  }

  @Test(arguments: [
    ("mtfs run missing.yaml", "[file-missing]"),
    ("mkdir folder; mtfs run ./folder", "[file-is-directory]"),
    ("printf 'plan: \\243m\\n' > plan.yaml; mtfs run plan.yaml", "[not-utf8]"),
    (": > plan.yaml; mtfs run plan.yaml", "[file-empty]"),
    (
      "dd if=/dev/zero of=plan.yaml bs=1 count=0 seek=104857600 2>/dev/null; mtfs run plan.yaml",
      "[file-too-large]"
    ),
    (
      "{ printf 'plan: '; head -c 10000 /dev/zero | tr '\\0' '['; } > plan.yaml; mtfs run plan.yaml",
      "[too-deep]"
    ),
    ("printf 'plan: \\tsmall\\n' | mtfs run -", "[tab]"),
  ])
  func `what cannot be read gives status 2, and touches no file`(line: String, code: String) throws
  {
    try refuses(line, saying: code)
  }

  /// Runs a line as it is, and again with `--output` on a file that is there.
  private func refuses(_ line: String, saying errors: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "before".write(toFile: "\(folder)/result", atomically: false, encoding: .utf8)
    let outcome = try BuiltCommand.shell("\(line) --output '\(folder)/result' --force", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(errors), "\(outcome.errors)")
    #expect(try String(contentsOfFile: "\(folder)/result", encoding: .utf8) == "before")
  }
}
