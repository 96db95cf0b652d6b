#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that a command makes with everything in it, or not at all.
///
/// ```swift
/// try WholeFolder(path: "pack", replaces: false) { $0.hasSuffix(".html") }.write(files)
/// ```
///
/// It is filled beside its place under a hidden name, and takes its own when all bytes are on the
/// disk. One that is there is replaced only where `replaces` is set, and only if it holds nothing but
/// files that are `ours` by their names: what somebody else put there is never removed.
struct WholeFolder {
  let path: String
  let replaces: Bool
  /// Whether a file of this name may be replaced.
  let ours: (String) -> Bool

  /// Throws `OutputFault`, with everything as it was before.
  ///
  /// What `console` has to say is printed when the folder is full and has not its place yet.
  func write(
    _ files: [OutputFolder.File], printing console: Console? = nil
  ) throws(OutputFault) {
    let target = try target()
    let former = try former(target)
    let hidden = try makeHidden(beside: target)
    do throws(OutputFault) {
      try fill(hidden, with: files)
      try console?.printNow()
      try place(hidden, at: target, former: former)
    } catch {
      WholeFolder.remove(hidden)
      throw error
    }
  }

  /// The path without the strokes at its end; the folder itself where it is a link to one.
  private func target() throws(OutputFault) -> String {
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let last = target.split(separator: "/").last.map(String.init) ?? ""
    let isOwn = last.isEmpty || last == "." || last == ".."
    if isOwn { throw fault("has no name of its own", help: "name a folder, such as 'pack'") }
    return System.real(target) ?? target
  }

  /// The names in the folder that is there and may be replaced; nil where nothing is there.
  private func former(_ target: String) throws(OutputFault) -> [String]? {
    guard let status = System.status(of: target) else { return nil }
    guard status.isDirectory else {
      throw fault("is no folder", help: "name a folder, or a new one")
    }
    guard let names = WholeFolder.names(in: target) else { throw fault(.last) }
    if names.isEmpty { return names }
    guard replaces else {
      throw fault("is already there", help: "add --force to replace it")
    }
    let others = names.filter { name in
      !ours(name) || System.status(of: "\(target)/\(name)")?.isRegularFile != true
    }
    if let other = others.first {
      throw fault(
        "holds '\(other)', which is no file of a report", help: "name another folder")
    }
    return names
  }

  private func makeHidden(beside target: String) throws(OutputFault) -> String {
    let folder = System.folder(of: target)
    do throws(SystemFault) {
      return try System.makeHiddenFolder(in: folder)
    } catch {
      throw OutputFault.noFolder(around: path, error) ?? fault(error)
    }
  }

  /// Writes every file, and then waits until all of them are on the disk.
  private func fill(
    _ hidden: String, with files: [OutputFolder.File]
  ) throws(OutputFault) {
    var descriptors: [Int32] = []
    defer { for descriptor in descriptors { close(descriptor) } }
    do throws(SystemFault) {
      for file in files {
        let descriptor = open(
          "\(hidden)/\(file.name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .last }
        descriptors.append(descriptor)
        try System.write(file.bytes, to: descriptor)
      }
      try System.keep(descriptors)
      guard chmod(hidden, 0o777 & ~System.mask) == 0 else { throw .last }
    } catch {
      throw fault(error)
    }
  }

  /// Gives the hidden folder its name; what was there before goes only after that.
  private func place(
    _ hidden: String, at target: String, former: [String]?
  ) throws(OutputFault) {
    guard let former, !former.isEmpty else {
      // An empty folder is replaced by the same call; any other that came meanwhile refuses it.
      guard rename(hidden, target) == 0 else { throw fault(.last) }
      return
    }
    let kept = hidden + "-former"
    guard rename(target, kept) == 0 else { throw fault(.last) }
    guard rename(hidden, target) == 0 else {
      let failure = SystemFault.last
      _ = rename(kept, target)
      throw fault(failure)
    }
    for name in former { unlink("\(kept)/\(name)") }
    rmdir(kept)
  }

  /// The names of everything in a folder, sorted; nil where it cannot be read.
  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ hidden: String) {
    for name in names(in: hidden) ?? [] { unlink("\(hidden)/\(name)") }
    rmdir(hidden)
  }

  private func fault(_ failure: SystemFault) -> OutputFault {
    fault("cannot be written: \(failure.reason)")
  }

  private func fault(_ what: String, help: String? = nil) -> OutputFault {
    OutputFault(message: "the folder '\(path)' \(what)", help: help)
  }
}
