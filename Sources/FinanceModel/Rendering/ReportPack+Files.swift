extension ReportPack {
  /// A file of a pack.
  public struct File: Sendable {
    /// Its name in the folder.
    public let name: String
    /// What it is to a reader.
    public let what: String
    public let bytes: [UInt8]

    init(_ file: PackFile.Name, _ bytes: [UInt8]) {
      name = file.name
      what = file.what
      self.bytes = bytes
    }

    init(_ file: PackFile.Name, _ text: String) {
      self.init(file, Array(text.utf8))
    }
  }

  /// Every file of the pack, the same bytes for the same inputs.
  public func files() -> [File] {
    // The workbook takes the longest, so that nothing waits for the rest to lay it out.
    let report = PackReport(pack: self)
    let (book, page) = concurrently({ spreadsheet }, { report.report })
    let makers: [@Sendable () -> File] =
      [
        { File(PackFile.page, page.rendered(as: .html)) },
        { File(PackFile.document, page.wordDocument()) },
        { File(PackFile.workbook, book.rendered()) },
        { File(PackFile.markdown, page.rendered(as: .markdown)) },
        { File(PackFile.tables, CSVRenderer(namesParts: true).text(page)) },
        { File(PackFile.tidy, TidyCSV(self).text) },
        { File(PackFile.json, report.json.rendered()) },
      ]
      + PackFile.charts(of: report.sections).map { name, chart -> @Sendable () -> File in
        { File(name, chart.saying(origin).rendered()) }
      }
    return makers.mappedConcurrently { $0() }
  }

  /// What `report.json` holds: the result of each part's own command; `docs/json.md` describes it.
  public var json: JSONValue { PackReport(pack: self).json }

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
