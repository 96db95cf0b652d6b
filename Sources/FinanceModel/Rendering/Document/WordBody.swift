/// Writes the title and the blocks of a report, on pages that stand upright or lie on their side.
struct WordBody {
  let report: Report
  /// The name of the tie to the part at the foot of every page.
  let footer: String
  /// The names of the ties to the report's charts, in order.
  let charts: [String]

  func write(in xml: inout XMLWriter) {
    let groups = groups
    var place = Place()
    head(in: &xml)
    for (number, group) in groups.enumerated() {
      let page = WordPage(isWide: group.isWide)
      for (index, block) in group.blocks.enumerated() {
        // Pages of one kind are ended by the last paragraph on them.
        let isLast = index == group.blocks.count - 1 && number < groups.count - 1
        let end: Ending? = isLast ? { page.write(in: &$0, footer: footer) } : nil
        write(block, on: page, in: &xml, &place, end: end)
      }
    }
    WordPage(isWide: groups.last?.isWide ?? false).write(in: &xml, footer: footer)
  }

  /// How many tables and charts are written.
  private struct Place {
    var tables = 0
    var charts = 0
  }

  /// What the last paragraph of a kind of pages says of them.
  private typealias Ending = (inout XMLWriter) -> Void

  private func head(in xml: inout XMLWriter) {
    let title = SingleLine.text(report.title)
    xml.paragraph("Title") { $0.runs(title.isEmpty ? WordDocument.untitled : title) }
    for subtitle in report.subtitles where !SingleLine.text(subtitle).isEmpty {
      xml.paragraph("Subtitle") { $0.runs(subtitle) }
    }
  }

  // MARK: Pages

  private typealias Group = (isWide: Bool, blocks: [Report.Block])

  /// The blocks that share a kind of page: a heading takes what is under it along.
  private var groups: [Group] {
    var parts: [Group] = []
    for block in report.blocks where !block.isEmpty {
      if parts.isEmpty || block.isHeading { parts.append((false, [])) }
      parts[parts.count - 1].blocks.append(block)
      if case .table(let table) = block, WordColumns(table).isWide {
        parts[parts.count - 1].isWide = true
      }
    }
    var groups: [Group] = []
    for part in parts {
      if let last = groups.last, last.isWide == part.isWide {
        groups[groups.count - 1].blocks += part.blocks
      } else {
        groups.append(part)
      }
    }
    return groups
  }

  // MARK: Blocks

  private func write(
    _ block: Report.Block, on page: WordPage, in xml: inout XMLWriter, _ place: inout Place,
    end: Ending?
  ) {
    switch block {
    case .heading(let text): xml.paragraph("Heading1", section: end) { $0.runs(text) }
    case .paragraph(let text): xml.paragraph("BodyText", section: end) { $0.runs(text) }
    case .notes(let notes):
      for (number, note) in notes.enumerated() {
        xml.paragraph("ListBullet", section: number == notes.count - 1 ? end : nil) {
          $0.runs(note)
        }
      }
    case .table(let table):
      place.tables += 1
      if let chart = table.chart {
        place.charts += 1
        WordDrawing(chart: chart, number: place.charts, tie: charts[place.charts - 1])
          .write(in: &xml, on: page)
      }
      let fallback = report.title.isEmpty ? WordDocument.untitled : report.title
      WordTable(table: table, number: place.tables, fallback: fallback)
        .write(in: &xml, on: page, end: end)
    case .tree(let nodes):
      let items = items(nodes, level: 0)
      for (number, item) in items.enumerated() {
        let end = number == items.count - 1 ? end : nil
        write(item.node, level: item.level, in: &xml, end: end)
      }
    case .file(let text):
      xml.paragraph("FileText", section: end) { xml in
        for (number, line) in Printable.lines(text).enumerated() {
          xml.element("w:r") { xml in
            if number > 0 { xml.element("w:br") }
            xml.element("w:t", text: line)
          }
        }
      }
    }
  }

  /// Nodes and all below them, each with its step in the list.
  private func items(_ nodes: [TreeNode], level: Int) -> [(node: TreeNode, level: Int)] {
    nodes.flatMap { [($0, level)] + items($0.children, level: level + 1) }
  }

  /// The deepest step that a list of a document has.
  private static let deepest = 8

  private func write(_ node: TreeNode, level: Int, in xml: inout XMLWriter, end: Ending?) {
    let value = node.value.text(in: nil)
    xml.paragraph("ListBullet", level: min(level, WordBody.deepest), section: end) { xml in
      xml.runs(node.label)
      if !value.isEmpty {
        xml.run(": ")
        xml.run(value, style: "Strong")
      }
      if !SingleLine.text(node.detail).isEmpty {
        xml.run(" ")
        xml.runs(node.detail, style: "Detail")
      }
    }
  }
}

extension Report.Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }

  fileprivate var isEmpty: Bool {
    switch self {
    case .notes(let notes): notes.isEmpty
    case .tree(let nodes): nodes.isEmpty
    case .heading, .paragraph, .table, .file: false
    }
  }
}

/// A4 paper, upright or lying on its side, in twentieths of a point.
struct WordPage {
  let isWide: Bool

  /// 210 mm, 297 mm and 20 mm.
  private static let (short, long, margin) = (11906, 16838, 1134)

  private var width: Int { isWide ? WordPage.long : WordPage.short }
  private var height: Int { isWide ? WordPage.short : WordPage.long }

  /// What there is between the margins, from left to right and from top to bottom.
  var room: Int { width - 2 * WordPage.margin }
  var roomBelow: Int { height - 2 * WordPage.margin }

  func write(in xml: inout XMLWriter, footer: String) {
    let margin = String(WordPage.margin)
    xml.element("w:sectPr") { xml in
      xml.element("w:footerReference", ["w:type": "default", "r:id": footer])
      xml.word("w:type", "val", "nextPage")
      xml.element(
        "w:pgSz",
        [
          "w:w": String(width), "w:h": String(height), "w:orient": isWide ? "landscape" : nil,
        ])
      xml.element(
        "w:pgMar",
        [
          "w:top": margin, "w:right": margin, "w:bottom": margin, "w:left": margin,
          "w:header": "567", "w:footer": "567", "w:gutter": "0",
        ])
    }
  }
}
