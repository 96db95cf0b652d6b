/// The comments that a roll puts into a file, and what becomes of those of the roll before.
struct RollComments {
  let years: RolledYears

  private static let start = "# Rolled forward from "
  private static let assumed = " is assumed until somebody says otherwise."
  private static let held = " as it was: its formula would give another figure now."

  /// The first lines of a file rolled from one of this name.
  func head(from name: String) -> [String] {
    [
      "\(RollComments.start)\(Printable.text(name)): \(years.base) is now the base year.",
      "# \(years.added)\(RollComments.assumed)", "",
    ]
  }

  /// Above a row that holds figures of some years.
  static func held(_ years: [FinancialYear]) -> String {
    "# " + years.map(\.description).joined(separator: ", ") + held
  }

  /// A comment of the old file as the new one has it; nil where it was the former roll's and is over.
  func kept(_ comment: String) -> String? {
    if comment.hasPrefix(RollComments.start), comment.hasSuffix(" is now the base year.") {
      return nil
    }
    if comment.hasPrefix("# "), comment.hasSuffix(RollComments.assumed) { return nil }
    guard comment.hasPrefix("# "), comment.hasSuffix(RollComments.held) else { return comment }
    let named = comment.dropFirst(2).dropLast(RollComments.held.count).split(separator: ",")
      .map { try? FinancialYear(String($0.drop { $0 == " " })) }
    guard named.allSatisfy({ $0 != nil }) else { return comment }
    let left = named.compactMap { $0 }.filter { $0 > years.base }
    return left.isEmpty ? nil : RollComments.held(left)
  }
}
