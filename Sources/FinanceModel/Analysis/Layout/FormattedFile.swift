/// A plan or scenario file in the layout in which plans are kept.
///
/// ```swift
/// let file = try FormattedFile(contentsOf: "plan.yaml")
/// file.text  // the same plan: keys in order, two spaces a level, a row on its line
/// ```
///
/// Only the layout changes: every figure and text is as it was typed, every comment stays at what it
/// was about. The text is read again, and held against the file, before it is given out.
public struct FormattedFile: Sendable {
  /// The path as the user gave it.
  public let path: String
  public let text: String
  /// Whether the file is laid out so already, byte for byte.
  public let isFormatted: Bool
  /// The file as it was read.
  package let file: SourceFile

  /// Reads a file by itself. Throws `Diagnostics` with all that is wrong in it.
  ///
  /// Of a scenario not the plan is read, so that names in it may still be wrong.
  public init(contentsOf path: String) throws(Diagnostics) {
    try self.init(try SourceFile.reading(path: path))
  }

  /// Lays out a text that is already at hand. Throws `Diagnostics`.
  public init(_ file: SourceFile) throws(Diagnostics) {
    let node = try NodeParser.parse(file)
    let keySet: KeySet
    switch try FileKind(node) {
    case .plan:
      _ = try PlanLoader.plan(node)
      keySet = .plan
    case .scenario:
      _ = try ScenarioLoader.scenario(node)
      keySet = .scenario
    case .layout:
      _ = try ReportLayoutLoader.layout(node)
      keySet = .layout
    }
    let ordered = node.ordered(as: .keys(keySet))
    let comments = SourceComments(of: file, around: node)
    let text = NodeWriter.text(ordered, comments: comments)
    let again = SourceFile(path: file.path, text: text)
    let isSame = try FormattedFile.says(again, ordered, comments)
    path = file.path
    self.file = file
    // What cannot be laid out without saying something else stays as it is.
    self.text = isSame ? text : file.text(0..<file.bytes.count)
    isFormatted = !file.hasByteOrderMark && self.text.utf8.elementsEqual(file.bytes)
  }

  /// Whether a text holds the same values and the same comments.
  private static func says(
    _ file: SourceFile, _ node: Node, _ comments: SourceComments
  ) throws(Diagnostics) -> Bool {
    let again = try NodeParser.parse(file)
    func texts(_ comments: SourceComments) -> [String] {
      comments.all.map(\.text).filter { !$0.isEmpty }.sorted()
    }
    return again.reads(as: node)
      && texts(SourceComments(of: file, around: again)) == texts(comments)
  }
}
