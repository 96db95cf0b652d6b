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
/// The folder is made where it is missing. All files are finished under hidden names before the
/// first takes its own; when one cannot, those before it are put back as they were.
struct OutputFolder {
  let path: String
  let replaces: Bool

  /// A file of the folder: its name and what it holds.
  typealias File = (name: String, bytes: [UInt8])

  /// Throws `OutputFault`, with everything as it was before.
  func write(_ files: [File]) throws(OutputFault) {
    let isMade = try makeFolder()
    var placed: [Placed] = []
    var staged: [OutputFile.Staged] = []
    do throws(OutputFault) {
      for file in files { staged.append(try stage(file)) }
      for file in staged { placed.append(try place(file)) }
    } catch {
      for file in placed.reversed() { file.putBack() }
      for file in staged.dropFirst(placed.count) { unlink(file.temporary) }
      if isMade { rmdir(path) }
      throw error
    }
    for file in placed { file.forget() }
  }

  private func stage(_ file: File) throws(OutputFault) -> OutputFile.Staged {
    let place = path.hasSuffix("/") ? path + file.name : "\(path)/\(file.name)"
    let output = OutputFile(path: place, replaces: replaces)
    if let existing = System.status(of: place), !existing.isRegularFile {
      throw output.fault("is no file", help: "take it away, or name another folder")
    }
    return try output.stage(file.bytes)
  }

  /// Makes the folder, and says whether it was missing.
  private func makeFolder() throws(OutputFault) -> Bool {
    if let existing = System.status(of: path) {
      if existing.isDirectory { return false }
      throw OutputFault(message: "'\(path)' is no folder", help: "name a folder, or a new one")
    }
    guard mkdir(path, 0o777) == 0 else {
      throw OutputFault(
        message: "the folder '\(path)' cannot be made: \(SystemFault.last.reason)", help: nil)
    }
    return true
  }

  /// A file that has its name, and where the one that it replaced is kept.
  private struct Placed {
    let target: String
    let former: String?

    func putBack() {
      if let former { rename(former, target) } else { unlink(target) }
    }

    func forget() {
      if let former { unlink(former) }
    }
  }

  private func place(_ file: OutputFile.Staged) throws(OutputFault) -> Placed {
    var former: String?
    if replaces, System.status(of: file.target) != nil {
      let kept = file.temporary + "-former"
      guard link(file.target, kept) == 0 else { throw file.output.fault(SystemFault.last) }
      former = kept
    }
    do throws(OutputFault) {
      try file.place()
    } catch {
      if let former { unlink(former) }
      throw error
    }
    return Placed(target: file.target, former: former)
  }
}
