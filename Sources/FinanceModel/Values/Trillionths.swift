/// A whole number of trillionths, kept in two 64-bit words.
///
/// `Int128` itself wants 16-byte alignment, and debug builds of Swift 6.3 for x86-64 spill an enum
/// that holds one to a misaligned slot of the stack and crash. Two words also make a cell smaller.
struct Trillionths: Hashable, Sendable {
  private let high: Int64
  private let low: UInt64

  init(_ value: Int128) {
    high = Int64(truncatingIfNeeded: value >> 64)
    low = UInt64(truncatingIfNeeded: value)
  }

  var value: Int128 { Int128(high) << 64 | Int128(low) }
}
