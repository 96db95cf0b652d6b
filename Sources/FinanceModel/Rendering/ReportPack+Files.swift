extension ReportPack {
  /// A file of a pack: its name in the folder and what it holds.
  public typealias File = (name: String, bytes: [UInt8])

  /// Every file of the pack, the same bytes for the same inputs.
  public func files() -> [File] {
    let report = PackReport(pack: self)
    let page = report.report
    func file(_ name: PackFile.Name, _ text: String) -> File { (name.name, Array(text.utf8)) }
    return [
      file(PackFile.page, page.rendered(as: .html)),
      (PackFile.document.name, page.wordDocument()),
      (PackFile.workbook.name, workbook(report.style(of: .gap))),
      file(PackFile.markdown, page.rendered(as: .markdown)),
      file(PackFile.tables, page.rendered(as: .csv)),
      file(PackFile.tidy, TidyCSV(self).text),
      file(PackFile.json, json.rendered()),
    ]
      + PackFile.charts(of: report.sections).map { name, chart in
        file(name, chart.saying(origin).rendered())
      }
  }

  /// The plan with its formulas; it always has every year.
  private func workbook(_ style: ReportStyle) -> [UInt8] {
    let facts =
      [
        Spreadsheet.Fact("Status", layout.status.rawValue),
        Spreadsheet.Fact(
          "Provisional", provisional.isEmpty ? "nothing" : provisional.joined(separator: "; ")),
        Spreadsheet.Fact("Fingerprint of the inputs", fingerprint),
      ] + inputs.map { Spreadsheet.Fact("SHA-256 of \($0.name)", $0.digest) }
    return answer.spreadsheet(program: program, facts: facts, style: style).rendered()
  }

  /// The names of its files, each with what it is to a reader.
  public var fileNames: [(name: String, what: String)] {
    PackFile.names(of: PackReport(pack: self).sections).map { ($0.name, $0.what) }
  }

  /// Whether a file of this name may be one of a pack, whatever its plan.
  public static func isFile(_ name: String) -> Bool {
    let isChart = name.hasPrefix("chart-") && name.hasSuffix(".svg")
    return isChart || PackFile.fixed.contains { $0.name == name }
  }

  /// What a picture says of itself, which may be taken out of its folder.
  private var origin: String {
    "From \(plan.heading), \(layout.status.rawValue). Made by \(program); fingerprint of the inputs: "
      + "\(fingerprint)."
  }
}

extension Chart {
  fileprivate func saying(_ more: String) -> Chart {
    var chart = self
    chart.words += " " + more
    return chart
  }
}
