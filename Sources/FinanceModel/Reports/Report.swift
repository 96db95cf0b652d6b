/// A page without a format: a title, headings, tables and notes, ready for any renderer.
///
/// ```swift
/// Report(title: "Budget gap", blocks: [.table(gap)]).rendered(as: .markdown)
/// ```
///
/// It holds typed cells and no finance: every figure in it is final.
public struct Report: Hashable, Sendable {
  public var title: String
  /// Lines under the title: the authority, the scenario, the source.
  public var subtitles: [String]
  public var blocks: [Block]

  /// A part of the page, in the order in which it is read.
  public enum Block: Hashable, Sendable {
    case heading(String)
    case paragraph(String)
    case notes([String])
    case table(ReportTable)
    case tree([TreeNode])
    /// The text of a file, printed as it is; CSV, which holds tables, leaves it out.
    case file(String)
  }

  public init(title: String, subtitles: [String] = [], blocks: [Block] = []) {
    self.title = title
    self.subtitles = subtitles
    self.blocks = blocks
  }
}
