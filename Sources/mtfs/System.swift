import FinanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call that the operating system refused.
struct SystemFault: Error, Hashable, Sendable {
  /// Its `errno`.
  let number: Int32

  /// The fault of the call that just failed.
  static var last: SystemFault { SystemFault(number: errno) }

  /// The system's words for it: `No space left on device`.
  var reason: String { String(cString: strerror(number)) }
}

/// Calls that hide what every caller would get wrong: parts written, calls interrupted.
enum System {
  /// Writes all the bytes; throws where the system will not take them.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { rest in
        systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Waits until all that was written to these files is on the disk, all of them at once.
  static func keep(_ descriptors: [Int32]) throws(SystemFault) {
    let faults = descriptors.mappedConcurrently { fsync($0) == 0 ? nil : SystemFault.last }
    if let fault = faults.lazy.compactMap(\.self).first { throw fault }
  }

  /// How many processors there are to compute on, at least one.
  static var processors: Int {
    min(1024, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// What `stat` says of a path, links followed; nil where nothing is there.
  static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// The folder that a path names, with its last stroke; empty where it names none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Makes a file of a hidden name of its own, open to be written.
  static func makeHiddenFile(
    in folder: String
  ) throws(SystemFault) -> (path: String, descriptor: Int32) {
    var path = hiddenPath(in: folder)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .last }
    return (text(path), descriptor)
  }

  /// Makes a folder of a hidden name of its own.
  static func makeHiddenFolder(in folder: String) throws(SystemFault) -> String {
    var path = hiddenPath(in: folder)
    guard mkdtemp(&path) != nil else { throw .last }
    return text(path)
  }

  /// Where the system puts the letters that tell a hidden name from every other.
  private static func hiddenPath(in folder: String) -> [CChar] {
    Array((folder + ".mtfs-XXXXXX").utf8CString)
  }

  private static func text(_ path: [CChar]) -> String {
    String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The path without a link in it; nil where nothing is there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The modes that a new file or folder is not given.
  static var mask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  /// Whether a path is a symbolic link, wherever it leads.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

extension stat {
  var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
}

/// `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, start, count)
}
