/// A fault that ends the reading of one entry, or of the whole file where it is fatal.
struct Fault: Error {
  let diagnostic: Diagnostic
  var isFatal = false
}

/// The faults of one file, the first hundred kept and the rest counted.
struct FaultList {
  static let limit = 100
  /// The number at which counting is given up, and with it the file.
  static let countLimit = 10_000

  private var kept: [Diagnostic] = []
  private var omitted = 0
  private var firstOmitted: SourceRange?
  private var mendedCount = 0

  var isFull: Bool { kept.count + omitted >= FaultList.countLimit }

  /// Whether the file was read all the same, what was meant being plain wherever it has a fault.
  var areAllMended: Bool { kept.count + omitted == mendedCount }

  mutating func record(_ diagnostic: Diagnostic, isMended: Bool = false) {
    if isMended { mendedCount += 1 }
    if kept.count < FaultList.limit {
      kept.append(diagnostic)
    } else {
      if omitted == 0 { firstOmitted = diagnostic.range }
      omitted += 1
    }
  }

  /// Throws what was recorded, with a last line for what was not kept.
  func throwAny() throws(Diagnostics) {
    guard !kept.isEmpty else { return }
    guard omitted > 0 else { throw Diagnostics(kept) }
    let more = omitted == 1 ? "1 more error is" : "\(omitted) more errors are"
    let least = isFull ? "at least " : ""
    let shown = Diagnostics(kept).all
    let places = [shown.last?.range, firstOmitted].compactMap { $0 }
    let last = Diagnostic(
      .tooManyErrors, "\(least)\(more) not shown",
      at: places.max { $0.bytes.lowerBound < $1.bytes.lowerBound },
      help: "mend the errors above first; many may have one cause")
    throw Diagnostics(shown + [last])
  }
}
