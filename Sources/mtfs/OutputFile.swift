import FinanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that a command writes whole or not at all.
///
/// The bytes go to a hidden file beside it, which takes its name when all of them are on the disk.
/// A file that is there is replaced only where `replaces` is set; it keeps its mode, and a link to
/// it stays a link. What is no file, as `/dev/stdout`, is written to as it is.
struct OutputFile {
  let path: String
  let replaces: Bool
  /// Whether it may replace a file that the command has read, as one that lays a file out anew does.
  var replacesInput = false

  /// Throws `OutputFault`, with nothing left behind.
  func write(_ bytes: [UInt8]) throws(OutputFault) {
    if let existing = System.status(of: path), !existing.isDirectory, !existing.isRegularFile {
      return try writeInPlace(bytes)
    }
    let staged = try stage(bytes)
    do throws(OutputFault) {
      try staged.place()
    } catch {
      unlink(staged.temporary)
      throw error
    }
  }

  /// A file that is finished under a hidden name and does not have its own yet.
  struct Staged {
    let output: OutputFile
    let temporary: String
    /// The name that it is to have.
    let target: String

    /// Gives it its name. Throws `OutputFault`, and then keeps the hidden one.
    func place() throws(OutputFault) {
      do throws(SystemFault) {
        try OutputFile.move(temporary, to: target, replaces: output.replaces)
      } catch {
        throw error.number == EEXIST ? output.alreadyThere : output.fault(error)
      }
    }
  }

  /// Writes all the bytes under a hidden name. Throws `OutputFault`, with nothing left behind.
  func stage(_ bytes: [UInt8]) throws(OutputFault) -> Staged {
    let existing = System.status(of: path)
    try checkInput(for: bytes)
    if let existing, existing.isDirectory { throw fault("is a folder", help: "name a file in it") }
    if path.hasSuffix("/") || path.isEmpty { throw fault("is no name of a file") }
    if replaces, existing == nil, System.isLink(path) {
      throw fault("is a link that leads to no file", help: "take it away, or mend where it leads")
    }
    let target = try replaces && existing != nil ? resolved() : path
    let temporary = try writeTemporary(bytes, beside: target, like: existing)
    return Staged(output: self, temporary: temporary, target: target)
  }

  /// Throws `OutputFault` where the result would replace a file that it was made of by another text.
  func checkInput(for bytes: [UInt8]? = nil) throws(OutputFault) {
    guard replaces, !replacesInput, SourceFile.wasRead(path) else { return }
    if let bytes, let held = try? SourceFile.bytes(path: path).bytes, held == bytes { return }
    throw fault("is read by this command, and is not replaced", help: "name another file")
  }

  /// Gives a finished file its name, in one step that nothing can come between.
  ///
  /// Without `replaces` the name is taken only if it is free. A file system without links cannot
  /// do that with a finished file; there an empty one is put in its place first.
  static func move(
    _ temporary: String, to target: String, replaces: Bool, usesLinks: Bool = true
  ) throws(SystemFault) {
    if !replaces {
      if usesLinks, link(temporary, target) == 0 {
        unlink(temporary)
        return
      }
      if usesLinks, errno == EEXIST { throw .last }
      let reserved = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard reserved >= 0 else { throw .last }
      close(reserved)
    }
    guard rename(temporary, target) == 0 else {
      let failure = SystemFault.last
      if !replaces { unlink(target) }
      throw failure
    }
  }

  /// Writes a hidden file in the folder of `target`, with the mode of `existing`; returns its path.
  private func writeTemporary(
    _ bytes: [UInt8], beside target: String, like existing: stat?
  ) throws(OutputFault) -> String {
    let (temporary, descriptor) = try makeTemporary(in: System.folder(of: target))
    do throws(SystemFault) {
      try System.write(bytes, to: descriptor)
      // The owner can be kept only by the superuser; for anyone else it is the writer.
      if let existing { _ = fchown(descriptor, existing.st_uid, existing.st_gid) }
      let mode = existing.map { $0.st_mode & 0o777 } ?? 0o666 & ~System.mask
      guard fchmod(descriptor, mode) == 0 else { throw .last }
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw fault(error)
    }
    guard close(descriptor) == 0 else {
      let failure = SystemFault.last
      unlink(temporary)
      throw fault(failure)
    }
    return temporary
  }

  private func makeTemporary(
    in folder: String
  ) throws(OutputFault) -> (path: String, descriptor: Int32) {
    do throws(SystemFault) {
      return try System.makeHiddenFile(in: folder)
    } catch {
      guard error.number == ENOENT, System.status(of: folder) == nil else { throw fault(error) }
      throw fault(
        "cannot be written: there is no folder '\(folder)'", help: "make the folder first")
    }
  }

  /// Writes to a device or a pipe.
  private func writeInPlace(_ bytes: [UInt8]) throws(OutputFault) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(SystemFault.last) }
    defer { close(descriptor) }
    do throws(SystemFault) {
      try System.write(bytes, to: descriptor)
    } catch {
      throw fault(error)
    }
  }

  /// The file itself where the path is a link to it.
  private func resolved() throws(OutputFault) -> String {
    guard let real = System.real(path) else { throw fault(SystemFault.last) }
    return real
  }

  var alreadyThere: OutputFault {
    fault("is already there", help: "add --force to replace it")
  }

  func fault(_ failure: SystemFault) -> OutputFault {
    fault("cannot be written: \(failure.reason)")
  }

  func fault(_ what: String, help: String? = nil) -> OutputFault {
    OutputFault(message: "'\(path)' \(what)", help: help)
  }
}

/// Why a result could not be written.
struct OutputFault: Error, Hashable, Sendable {
  let message: String
  let help: String?
}

extension OutputFault {
  /// That of a folder which cannot be made because the one around it is not there; nil for any other.
  static func noFolder(around path: String, _ failure: SystemFault) -> OutputFault? {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let folder = System.folder(of: path)
    guard failure.number == ENOENT, !folder.isEmpty, System.status(of: folder) == nil else {
      return nil
    }
    return OutputFault(
      message: "the folder '\(path)' cannot be made: there is no folder '\(folder)'",
      help: "make the folder around it first")
  }
}
