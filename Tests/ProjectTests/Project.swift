import FoundationEssentials

/// The files of the project, found from where this one was compiled.
enum Project {
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The files below a folder, as paths from the root, in order.
  static func files(under folder: String, suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
      .filter { $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The names of the folders right inside a folder, in order.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
      .filter { isFolder("\(folder)/\($0)") }
      .sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(root)/\(path)")
  }

  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "\(root)/\(path)")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
    return isFolder
  }
}
