import FoundationEssentials

/// A folder of its own for a test's files, gone when the test is over.
final class WorkFolder {
  let path = FileManager.default.temporaryDirectory.path + "/mtfs-reconcile-\(UUID())"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }
}

/// The files of Wiltshire's plan, which the project ships.
enum Wiltshire {
  static let years = ["2016-17", "2017-18", "2018-19", "2019-20", "2020-21"]

  static func path(_ file: String) -> String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Scenarios/wiltshire-2017/\(file)"
  }

  static func text(_ file: String) throws -> String {
    try String(contentsOfFile: path(file), encoding: .utf8)
  }

  static func published() throws -> PublishedText {
    PublishedText(try text("published.tsv"), skipped: 2)
  }
}
