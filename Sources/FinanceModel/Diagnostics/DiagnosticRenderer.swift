/// Lays diagnostics out for a person: place, message, the line itself, a caret span and help.
public struct DiagnosticRenderer: Sendable {
  /// Whether to colour with terminal escapes.
  public let usesColor: Bool

  public init(usesColor: Bool = false) {
    self.usesColor = usesColor
  }

  /// The most diagnostics that are shown; the rest are counted.
  private static let most = 100

  /// All diagnostics, one after another with an empty line between.
  public func text(_ diagnostics: Diagnostics) -> String {
    let shown = diagnostics.all.prefix(DiagnosticRenderer.most).map(text).joined(separator: "\n")
    let more = diagnostics.all.count - DiagnosticRenderer.most
    return more > 0 ? shown + "\nmtfs: \(more) more errors are not shown\n" : shown
  }

  /// One diagnostic, ending in a line end.
  public func text(_ diagnostic: Diagnostic) -> String {
    text(
      diagnostic.severity, diagnostic.message, name: diagnostic.code.rawValue,
      at: diagnostic.range, label: diagnostic.label, notes: diagnostic.notes,
      help: diagnostic.help)
  }

  /// Anything wrong, under the name of its kind; `why` says why it matters.
  func text(
    _ severity: Diagnostic.Severity, _ message: String, name: String, at range: SourceRange?,
    label: String? = nil, notes: [Diagnostic.Note], why: String? = nil, help: String?
  ) -> String {
    let place = range.map(position) ?? "mtfs"
    var lines = [
      emphasised("\(place): ")
        + colored("\(severity.rawValue): ", severity == .error ? "31" : "33")
        + emphasised(Printable.text(message)) + " [\(name)]"
    ]
    if let range {
      lines += excerpt(range, label: label)
    } else if let label {
      lines.append("  \(Printable.text(label))")
    }
    for note in notes {
      lines.append("\(position(note.range)): note: \(Printable.text(note.message))")
      lines += excerpt(note.range, label: nil)
    }
    if let why { lines.append(colored("why: ", "36") + Printable.text(why)) }
    if let help { lines.append(colored("help: ", "36") + Printable.text(help)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func position(_ range: SourceRange) -> String {
    "\(Printable.text(range.file.path)):\(range.line):\(range.column)"
  }

  /// The widest part of a line that is shown.
  private static let window = 160

  /// The line of a range without what is far from it, because a hostile line may be megabytes long.
  private func neighbourhood(of range: SourceRange) -> Range<Int> {
    let line = range.file.lineBytes(range.line)
    let bytes = range.file.bytes
    var lower = max(line.lowerBound, min(range.bytes.lowerBound, line.upperBound) - 2048)
    var upper = min(line.upperBound, lower + 4096)
    while lower > line.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  /// The line with a caret under each character of the range, between two bars.
  private func excerpt(_ range: SourceRange, label: String?) -> [String] {
    let line = range.line
    let gutter = String(repeating: " ", count: String(line).count)
    let lineRange = neighbourhood(of: range)
    let characters = Array(range.file.text(lineRange))
    let place = min(range.bytes.lowerBound, lineRange.upperBound)
    let column = min(range.file.text(lineRange.lowerBound..<place).count, characters.count)
    let end = min(range.bytes.upperBound, lineRange.upperBound)
    let span = end > place ? range.file.text(place..<end).count : 0
    let start = column > 120 ? column - 60 : 0
    let shown = characters[start..<min(start + DiagnosticRenderer.window, characters.count)]
    let text = Printable.text(String(shown), keepingTabs: false)
    let isCut = lineRange.lowerBound > range.file.lineBytes(line).lowerBound
    let ellipsis = (
      before: start > 0 || isCut ? "…" : "", after: shown.endIndex < characters.count ? "…" : ""
    )
    let indent = String(repeating: " ", count: column - start + ellipsis.before.count)
    let width = max(1, min(span, shown.endIndex - column))
    let carets = colored(String(repeating: "^", count: width), "31")
    let explanation = label.map { " \(Printable.text($0))" } ?? ""
    return [
      "\(gutter) |",
      characters.isEmpty ? "\(line) |" : "\(line) | \(ellipsis.before)\(text)\(ellipsis.after)",
      "\(gutter) | \(indent)\(carets)\(explanation)",
      "\(gutter) |",
    ]
  }

  private func colored(_ text: String, _ color: String) -> String {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }

  private func emphasised(_ text: String) -> String {
    usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}
