/// Lays a report out for reading in a terminal.
struct TextRenderer {
  let options: RenderingOptions

  /// The widest line of running text, which nobody likes to read wider.
  private static let textWidth = 100

  func text(_ report: Report) -> String {
    var sections = [header(report)]
    for block in report.blocks {
      sections.append(lines(block))
    }
    return sections.filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private func header(_ report: Report) -> [String] {
    paragraph(report.title).map(bold) + report.subtitles.flatMap { paragraph($0) }
  }

  private func lines(_ block: Report.Block) -> [String] {
    switch block {
    case .heading(let text): paragraph(text).map(bold)
    case .paragraph(let text): paragraph(text)
    case .notes(let notes): notes.flatMap { paragraph($0, mark: "- ") }
    case .table(let table): lines(table)
    case .tree(let nodes): TextTree(nodes, width: options.width).lines
    case .file(let text): Printable.lines(text)
    }
  }

  private func lines(_ table: ReportTable) -> [String] {
    let text = TextTable(table, options: options)
    let notes = text.notes.enumerated().flatMap { paragraph($1, mark: "[\($0 + 1)] ") }
    return paragraph(table.caption).map(bold) + text.lines + notes + bars(of: table)
  }

  /// The chart of a table below it, where it is asked for and there is room.
  private func bars(of table: ReportTable) -> [String] {
    guard options.showsBars, let chart = table.chart else { return [] }
    let width = min(options.width ?? TextRenderer.textWidth, TextRenderer.textWidth)
    let lines = TextChart(chart, width: width).lines
    if lines.isEmpty { return [] }
    let unit = chart.unit.heading
    return [""] + paragraph(chart.title + (unit.isEmpty ? "" : ", \(unit)")).map(bold) + lines
  }

  /// The text over several lines, those after the first hanging under it.
  private func paragraph(_ text: String, mark: String = "") -> [String] {
    let line = SingleLine.text(text)
    if line.isEmpty { return [] }
    let width = min(options.width ?? TextRenderer.textWidth, TextRenderer.textWidth) - mark.count
    return TerminalWidth.wrapped(line, to: width).enumerated().map { index, line in
      (index == 0 ? mark : String(repeating: " ", count: mark.count)) + line
    }
  }

  private func bold(_ line: String) -> String {
    line.bold(if: options.usesColor)
  }
}

extension String {
  func bold(if usesColor: Bool) -> String {
    usesColor && !isEmpty ? "\u{1B}[1m\(self)\u{1B}[0m" : self
  }
}
