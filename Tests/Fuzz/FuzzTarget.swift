#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reader that is held against whatever bytes it is given.
///
/// These files and those of the library are compiled into one module by `Scripts/check-fuzz`, so that
/// what is not public can be reached, and linked with libFuzzer, which changes inputs after what they
/// reach in the code. `FUZZ_TARGET` says which reader is meant. The folder that it is run in holds
/// what a file of a user may name: see `Beside`.
struct FuzzTarget: Sendable {
  let name: String
  /// Reads the bytes, and traps where a property does not hold.
  let hold: @Sendable ([UInt8]) -> Void

  static let all = [
    FuzzTarget(name: "plan", hold: PlanTarget.hold),
    FuzzTarget(name: "scenario", hold: ScenarioTarget.hold),
    FuzzTarget(name: "published", hold: PublishedTarget.hold),
    FuzzTarget(name: "register", hold: RegisterTarget.hold),
    FuzzTarget(name: "import", hold: ImportTarget.hold),
    FuzzTarget(name: "workbook", hold: WorkbookTarget.hold),
    FuzzTarget(name: "proof", hold: ProofTarget.hold),
  ]

  static let chosen: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = all.first(where: { $0.name == name }) else {
      fatalError("FUZZ_TARGET is one of " + all.map(\.name).joined(separator: ", "))
    }
    return target
  }()
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  // The check plants a fault before it starts, to see that one is found.
  if let planted = getenv("FUZZ_PLANTED"), bytes.starts(with: String(cString: planted).utf8) {
    fatalError("the fault that was planted")
  }
  FuzzTarget.chosen.hold(bytes)
  return 0
}
