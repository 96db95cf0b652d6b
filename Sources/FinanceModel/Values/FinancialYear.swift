/// A council's financial year, 1 April to 31 March, written `2017-18`.
public struct FinancialYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year in which it starts: 2017 for 2017-18.
  public let start: Int

  /// The years that can be named: 1900-01 to 2198-99.
  public static let starts = 1900...2198

  /// Nil when `start` is outside `FinancialYear.starts`.
  public init?(start: Int) {
    guard FinancialYear.starts.contains(start) else { return nil }
    self.start = start
  }

  /// Reads `2017-18`, `2017/18`, `2017-2018` or `2017–18`; throws `FinancialYearFault`.
  public init(_ text: String) throws(FinancialYearFault) {
    let parts = text.split(omittingEmptySubsequences: false) { "-/–".contains($0) }
    guard parts.count == 2,
      let start = FinancialYear.digits(parts[0], counts: [4]),
      let end = FinancialYear.digits(parts[1], counts: [2, 4])
    else { throw .notAYear }
    guard let year = FinancialYear(start: start) else { throw .outOfRange }
    let following = start + 1
    guard end == following || (parts[1].utf8.count == 2 && end == following % 100) else {
      throw .doesNotFollow(expected: year)
    }
    self = year
  }

  private static func digits(_ text: Substring, counts: Set<Int>) -> Int? {
    guard counts.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.start < right.start
  }

  /// The year after, or nil after the last that can be named.
  public var next: FinancialYear? { FinancialYear(start: start + 1) }

  /// Always the form `2017-18`.
  public var description: String {
    let end = (start + 1) % 100
    return "\(start)-\(end < 10 ? "0" : "")\(end)"
  }
}

/// Why a text is no financial year.
public enum FinancialYearFault: Error, Hashable, Sendable {
  case notAYear
  case outOfRange
  /// The second half is not the year after the first: `2017-19`, where `expected` is 2017-18.
  case doesNotFollow(expected: FinancialYear)
}
