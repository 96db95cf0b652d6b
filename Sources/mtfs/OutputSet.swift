#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that a command writes all together or not at all.
///
/// All are finished under hidden names before the first takes its own; when one cannot, those before
/// it are put back as they were.
struct OutputSet {
  /// A file, and what it is to hold.
  typealias Item = (file: OutputFile, bytes: [UInt8])

  let items: [Item]

  init(_ items: [Item]) {
    self.items = items
  }

  /// Throws `OutputFault`, with everything as it was before.
  ///
  /// `isWanted` is called when all are finished and none has its name: what it throws keeps them all.
  func write(isWanted: () throws(OutputFault) -> Void = {}) throws(OutputFault) {
    var staged: [OutputFile.Staged] = []
    var placed: [Placed] = []
    do throws(OutputFault) {
      for item in items { staged.append(try item.file.stage(item.bytes)) }
      try isWanted()
      for file in staged {
        // After the last nothing can fail any more.
        placed.append(try place(file, isLast: placed.count + 1 == staged.count))
      }
    } catch {
      for file in placed.reversed() { file.putBack() }
      for file in staged.dropFirst(placed.count) { unlink(file.temporary) }
      throw error
    }
    for file in placed { file.forget() }
  }

  /// A file that has its name, and where the one that it replaced is kept.
  private struct Placed {
    let target: String
    let former: String?

    func putBack() {
      guard let former else {
        unlink(target)
        return
      }
      // Where both are names of one file still, the system renames nothing.
      if rename(former, target) == 0 { unlink(former) }
    }

    func forget() {
      if let former { unlink(former) }
    }
  }

  private func place(_ file: OutputFile.Staged, isLast: Bool) throws(OutputFault) -> Placed {
    var former: String?
    if !isLast, file.output.replaces, System.status(of: file.target) != nil {
      former = try keepFormer(of: file)
    }
    let placed = Placed(target: file.target, former: former)
    do throws(OutputFault) {
      try file.place()
    } catch {
      if former != nil { placed.putBack() }
      throw error
    }
    return placed
  }

  /// Gives the file that is replaced a hidden name as well; where there are no links, only that.
  private func keepFormer(of file: OutputFile.Staged) throws(OutputFault) -> String {
    let kept = file.temporary + "-former"
    if link(file.target, kept) == 0 { return kept }
    guard [EPERM, ENOTSUP, EOPNOTSUPP].contains(errno), rename(file.target, kept) == 0 else {
      throw file.output.fault(SystemFault.last)
    }
    return kept
  }
}
