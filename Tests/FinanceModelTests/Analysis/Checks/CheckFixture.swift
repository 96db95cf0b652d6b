import Foundation

@testable import FinanceModel

/// The file that breaks a rule, or the same file mended: `Tests/Fixtures/checks/<rule>.mended.yaml`.
struct CheckFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let folder = "\(root)/Tests/Fixtures/checks"

  let name: String

  init(_ rule: CheckRule, isMended: Bool = false) {
    name = rule.id + (isMended ? ".mended" : "") + ".yaml"
  }

  var path: String { "\(Self.folder)/\(name)" }

  var text: String {
    get throws { try String(contentsOfFile: path, encoding: .utf8) }
  }

  var findings: [Finding] {
    get throws { try CheckResult(contentsOf: [path]).findings }
  }

  /// What `mtfs check` prints of it in the project's folder.
  var page: String {
    get throws {
      try findings.map(DiagnosticRenderer().text).joined(separator: "\n")
        .replacing("\(Self.root)/", with: "")
    }
  }
}
