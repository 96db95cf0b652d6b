/// A published table read by the tests themselves, sharing nothing with the engine's reader.
struct PublishedText {
  enum Cell: Equatable {
    /// In thousandths of what is printed: (4.496) is -4496.
    case figure(Int)
    case blank
    case dash
    case note(String)
  }

  /// The rows below the heading, each with its title and its text cells.
  var rows: [(title: String, cells: [String])]
  private let head: [String]

  /// `skipped` lines stand at the top: the heading and a row of units.
  init(_ text: String, skipped: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    head = Array(lines.prefix(skipped))
    rows = lines.dropFirst(skipped).map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (parts[0], Array(parts.dropFirst()))
    }
  }

  var cells: [[Cell]] { rows.map { row in row.cells.map(PublishedText.cell) } }

  static func cell(_ text: String) -> Cell {
    if text.isEmpty { return .blank }
    if text == "-" { return .dash }
    let digits = text.filter(\.isNumber)
    guard text.allSatisfy({ $0.isNumber || "().".contains($0) }), let size = Int(digits) else {
      return .note(text)
    }
    return .figure(text.hasPrefix("(") ? -size : size)
  }

  /// The table as a file again.
  var text: String {
    (head + rows.map { ([$0.title] + $0.cells).joined(separator: "\t") }).joined(separator: "\n")
      + "\n"
  }
}
