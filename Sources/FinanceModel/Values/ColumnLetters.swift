/// The name that spreadsheets give to a column: `A`, `Z`, `AA`.
enum ColumnLetters {
  /// The letters of a column, counted from 0.
  static func of(_ column: Int) -> String {
    var letters = ""
    var left = column + 1
    while left > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (left - 1) % 26))) + letters
      left = (left - 1) / 26
    }
    return letters
  }
}
