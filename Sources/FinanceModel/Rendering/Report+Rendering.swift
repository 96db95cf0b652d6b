/// The forms in which a report can be printed.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// For reading in a terminal.
  case text
  /// GitHub's Markdown.
  case markdown
  /// One page for a browser or for paper, which needs nothing beside it.
  case html
  /// RFC 4180, with plain figures for a spreadsheet.
  case csv
}

/// What a text is laid out for. The other formats take no notice of it.
public struct RenderingOptions: Hashable, Sendable {
  /// How many terminal cells a line may take, or nil where there is no terminal.
  public var width: Int?
  /// Whether headings are bold.
  public var usesColor: Bool
  /// Whether charts are drawn as bars below their tables.
  public var showsBars: Bool

  public init(width: Int? = nil, usesColor: Bool = false, showsBars: Bool = false) {
    self.width = width
    self.usesColor = usesColor
    self.showsBars = showsBars
  }
}

extension Report {
  /// The whole report in a format, ending in a line end.
  public func rendered(
    as format: ReportFormat, options: RenderingOptions = RenderingOptions()
  ) -> String {
    switch format {
    case .text: TextRenderer(options: options).text(self)
    case .markdown: MarkdownRenderer().text(self)
    case .html: HTMLRenderer().text(self)
    case .csv: CSVRenderer().text(self)
    }
  }
}
