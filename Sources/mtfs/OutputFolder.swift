#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files of one folder that a command writes all together or not at all.
///
/// ```swift
/// try OutputFolder(path: "next", replaces: false).write([("plan.yaml", plan), ("movement.md", page)])
/// ```
///
/// The folder is made where it is missing, and taken away again when a file cannot be written.
struct OutputFolder {
  let path: String
  let replaces: Bool

  /// A file of the folder: its name and what it holds.
  typealias File = (name: String, bytes: [UInt8])

  /// Throws `OutputFault`, with everything as it was before.
  ///
  /// What `console` has to say is printed when all files are finished and none has its name.
  func write(_ files: [File], printing console: Console? = nil) throws(OutputFault) {
    let isMade = try makeFolder()
    do throws(OutputFault) {
      var items: [OutputSet.Item] = []
      for file in files { items.append((try output(file.name), file.bytes)) }
      try OutputSet(items).write { () throws(OutputFault) in try console?.printNow() }
    } catch {
      if isMade { rmdir(path) }
      throw error
    }
  }

  private func output(_ name: String) throws(OutputFault) -> OutputFile {
    let place = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    let output = OutputFile(path: place, replaces: replaces)
    if let existing = System.status(of: place), !existing.isRegularFile {
      throw output.fault("is no file", help: "take it away, or name another folder")
    }
    // Before anything is printed of what will be written.
    if !replaces, System.status(of: place) != nil { throw output.alreadyThere }
    return output
  }

  /// Makes the folder, and says whether it was missing.
  private func makeFolder() throws(OutputFault) -> Bool {
    if let existing = System.status(of: path) {
      if existing.isDirectory { return false }
      throw OutputFault(message: "'\(path)' is no folder", help: "name a folder, or a new one")
    }
    guard mkdir(path, 0o777) == 0 else {
      let failure = SystemFault.last
      throw OutputFault.noFolder(around: path, failure)
        ?? OutputFault(message: "the folder '\(path)' cannot be made: \(failure.reason)", help: nil)
    }
    return true
  }
}
