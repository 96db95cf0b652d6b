import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension SourceFile {
  /// The largest file that is read: 16 MB.
  public static let sizeLimit = 16 * 1024 * 1024
  /// What stands in the place of a path for what came from standard input.
  static let standardInput = "<standard input>"

  /// Reads a text file, or standard input where the path is `-`.
  ///
  /// At most one byte beyond the limit is read, so that an endless device ends in an error too.
  /// A range is the place in another file that names this one, to be pointed at; a file that is named
  /// by a file is never a pipe or a device, which could be waited for without end. What is thrown is
  /// one diagnostic: missing, a directory, unreadable, too large or not UTF-8.
  public static func reading(
    path: String, named range: SourceRange? = nil
  ) throws(Diagnostics) -> SourceFile {
    if path == "-", range == nil {
      let shown = standardInput
      return try checked(read(0, shown: shown, named: range), path: shown, named: range)
    }
    let waiting = range == nil ? 0 : O_NONBLOCK
    let descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC | waiting)
    guard descriptor >= 0 else {
      let reason = path.utf8.contains(0) ? ENOENT : errno
      throw Diagnostics(cannotOpen(path, reason, named: range))
    }
    defer { close(descriptor) }
    noteReading(of: path)
    return try checked(read(descriptor, shown: path, named: range), path: path, named: range)
  }

  /// The bytes of a file whose encoding is not known yet, and how errors call it.
  package static func bytes(path: String) throws(Diagnostics) -> (bytes: [UInt8], shown: String) {
    if path == "-" {
      let shown = standardInput
      return (try read(0, shown: shown, named: nil), shown)
    }
    let descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Diagnostics(cannotOpen(path, path.utf8.contains(0) ? ENOENT : errno, named: nil))
    }
    defer { close(descriptor) }
    noteReading(of: path)
    return (try read(descriptor, shown: path, named: nil), path)
  }

  /// The files that this process has read, by their identity.
  private static let readFiles = Mutex<Set<String>>([])

  private static func noteReading(of path: String) {
    let name = identity(of: path)
    readFiles.withLock { _ = $0.insert(name) }
  }

  /// Whether this process has read the file, by this path or another: a result must not replace it.
  public static func wasRead(_ path: String) -> Bool {
    let name = identity(of: path)
    return readFiles.withLock { $0.contains(name) }
  }

  /// One name for each file, however its path is spelt; the path itself where there is no file.
  static func identity(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func checked(
    _ bytes: [UInt8], path: String, named range: SourceRange?
  ) throws(Diagnostics) -> SourceFile {
    if let fault = OtherFormat.fault(bytes, path: path, named: range) { throw Diagnostics(fault) }
    let file = SourceFile(path: path, bytes: bytes)
    if let fault = TextCheck.encodingFault(in: file) {
      let notes = range.map { [Diagnostic.Note("the file is named here", at: $0)] } ?? []
      throw Diagnostics(
        Diagnostic(
          fault.code, fault.message, at: fault.range, label: fault.label, help: fault.help,
          notes: notes))
    }
    return file
  }

  private static func read(
    _ descriptor: Int32, shown path: String, named range: SourceRange?
  ) throws(Diagnostics) -> [UInt8] {
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    if isKnown {
      if status.st_mode & S_IFMT == S_IFDIR {
        throw Diagnostics(isDirectory(path, named: range))
      }
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      if range != nil, !isRegular {
        throw Diagnostics(isSpecial(path, named: range))
      }
      if isRegular, Int(status.st_size) > sizeLimit {
        throw Diagnostics(tooLarge(path, named: range))
      }
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= sizeLimit {
      let wanted = min(chunk.count, sizeLimit + 1 - bytes.count)
      let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, wanted) }
      if count == 0 {
        if isKnown, hasChanged(descriptor, since: status) {
          throw Diagnostics(changed(path, named: range))
        }
        return bytes
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Diagnostics(unreadable(path, errno, named: range))
      }
      bytes += chunk[..<count]
    }
    throw Diagnostics(tooLarge(path, named: range))
  }

  /// Whether a file was written to since it was opened: what was read may be of two minds.
  private static func hasChanged(_ descriptor: Int32, since before: stat) -> Bool {
    var after = stat()
    guard before.st_mode & S_IFMT == S_IFREG, fstat(descriptor, &after) == 0 else { return false }
    let (one, two) = (before.modified, after.modified)
    return before.st_size != after.st_size || one.tv_sec != two.tv_sec || one.tv_nsec != two.tv_nsec
  }

  private static func cannotOpen(
    _ path: String, _ reason: Int32, named range: SourceRange?
  ) -> Diagnostic {
    guard reason == ENOENT || reason == ENOTDIR else {
      return unreadable(path, reason, named: range)
    }
    if reason == ENOENT,
      let end = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    {
      return Diagnostic(
        .fileMissing, "'\(path)' is a link to '\(end)', which is not there", at: range,
        help: "put that file back, mend the link, or name the file itself")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let help =
      if names(in: folder) == nil {
        "the folder '\(folder)' is not there either"
      } else {
        nearest(to: path).map { "the nearest name is '\($0)'" }
      }
    return Diagnostic(
      .fileMissing, "there is no file '\(path)'", at: range,
      help: help ?? "check the spelling and the folder")
  }

  /// The path in the same folder that one which is not there was most likely meant to be, or nil.
  package static func nearest(to path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let name = String(parts.last ?? "")
    let others = names(in: folder)?.filter { $0 != name } ?? []
    return NearestName.of(name, among: others.sorted()).map { folder + $0 }
  }

  /// The names of what is in a folder; nil where it cannot be read.
  private static func names(in folder: String) -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
  }

  private static func isDirectory(_ path: String, named range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .fileIsDirectory, "'\(path)' is a folder, not a file", at: range,
      help: "name a file in it")
  }

  private static func isSpecial(_ path: String, named range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, "'\(path)' is a pipe or a device, not a file", at: range,
      help: "save what it gives as a file, and name that")
  }

  private static func unreadable(
    _ path: String, _ reason: Int32, named range: SourceRange?
  ) -> Diagnostic {
    let why = String(cString: strerror(reason)).lowercased()
    return Diagnostic(
      .fileUnreadable, "'\(path)' cannot be read: \(why)", at: range,
      help: "check that it is a file, and that you may read it")
  }

  private static func changed(_ path: String, named range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, "'\(path)' changed while it was read", at: range,
      help: "run the command again when the file is saved")
  }

  private static func tooLarge(_ path: String, named range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, "'\(path)' is larger than 16 MB", at: range,
      help: "a plan of 10,000 lines takes about 2 MB; check that this is the file you mean")
  }
}

extension stat {
  /// When it was last written to.
  fileprivate var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}

/// The system's `read`, under a name that does not hide the method's.
private func systemRead(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, buffer, count)
}
