import Foundation
import Testing

@testable import FinanceModel

/// Pages for `Scripts/check-renderers`, which reads them with parsers that are not ours.
///
/// It puts labels into the file `labels` of a folder, a NUL after each, and names the folder in
/// `MTFS_RENDERER_SAMPLES`. Without that name there is nothing to do.
@Suite struct RendererSamples {
  private static let folder = ProcessInfo.processInfo.environment["MTFS_RENDERER_SAMPLES"]

  @Test(.enabled(if: folder != nil)) func `pages with the given labels are written`() throws {
    let folder = URL(fileURLWithPath: try #require(RendererSamples.folder))
    let labels = try Data(contentsOf: folder.appendingPathComponent("labels"))
      .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let kinds: [ReportTable.Row.Kind] = [.heading, .line, .total, .figure]
    let rows = try labels.enumerated().map { index, label in
      ReportTable.Row(
        kinds[index % 4], label, [try amount("(1,234.567)"), .text(label), .none])
    }
    let columns = ["2017-18", "Note", labels[0]]
    let page = Report(
      title: labels[0], subtitles: labels,
      blocks: [
        .table(ReportTable(caption: "Labels", unit: .millions, columns: columns, rows: rows)),
        .notes(labels),
      ])
    try save(page.rendered(as: .markdown), in: folder, as: "page.md")
    try save(page.rendered(as: .csv), in: folder, as: "page.csv")
    try save(page.rendered(as: .text), in: folder, as: "page.txt")
    let members = labels.map { ($0, JSONValue.string($0)) }
    let json: JSONValue = [
      "labels": .array(labels.map(JSONValue.string)), "members": .object(members),
    ]
    try save(json.rendered(), in: folder, as: "page.json")
    try saveWidths(labels, in: folder)
  }

  /// A table whose lines all end in the same column if the labels are measured right.
  private func saveWidths(_ labels: [String], in folder: URL) throws {
    var rows: [ReportTable.Row] = []
    for label in labels { rows.append(try row("." + label, "1.000")) }
    let widths = ReportTable(caption: "", columns: [], rows: rows)
    let text = TextTable(widths, options: RenderingOptions(width: 60)).lines
    try save(text.joined(separator: "\n") + "\n", in: folder, as: "widths.txt")
  }

  private func save(_ text: String, in folder: URL, as name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}
