/// Which headers and footers the pages of a Word document show, and in which parts they stand.
///
/// One that a document keeps and does not show, as that of a first page like all others, is left out.
struct WordSections {
  /// `header` or `footer`, numbered where there are several, with the name of its part.
  private(set) var heads: [(name: String, part: String)] = []
  /// The parts of the document by the ids that it has for them.
  private var parts: [String: String] = [:]
  /// Those of which there is one, by what they are.
  private var named: [String: String] = [:]

  /// Which pages a header is on.
  private struct Reference {
    let kind: String
    let pages: String
    let id: String
  }

  init(_ body: [UInt8], _ archive: ZipArchive) throws(WorkbookFault) {
    try readParts(archive)
    var references: [Reference] = []
    var hasFirstPage = false
    var former = 0
    var reader = XMLReader(body)
    while let event = try reader.next() {
      switch event {
      case .start("sectPrChange", _): former += 1
      case .end("sectPrChange"): former -= 1
      case .start("titlePg", let attributes):
        if former == 0, WordSections.isOn(attributes) { hasFirstPage = true }
      case .start(let name, let attributes):
        guard name == "headerReference" || name == "footerReference", former == 0 else { continue }
        references.append(
          Reference(
            kind: name == "headerReference" ? "header" : "footer",
            pages: attributes["type"] ?? "default",
            id: attributes["r:id"] ?? attributes["id"] ?? ""))
      default: break
      }
    }
    let hasEvenPages = try WordSections.hasEvenPages(archive)
    references = references.filter {
      $0.pages == "first" ? hasFirstPage : $0.pages == "even" ? hasEvenPages : true
    }
    for kind in ["header", "footer"] { name(kind, references.filter { $0.kind == kind }) }
  }

  /// The part that holds what there is one of, such as `footnotes`.
  func part(_ name: String) -> String { named[name] ?? "word/\(name).xml" }

  private mutating func name(_ kind: String, _ references: [Reference]) {
    var known: Set<String> = []
    let shown = references.compactMap { parts[$0.id] }.filter { known.insert($0).inserted }
    heads += shown.enumerated().map { place, part in
      (shown.count == 1 ? kind : "\(kind) \(place + 1)", part)
    }
  }

  private mutating func readParts(_ archive: ZipArchive) throws(WorkbookFault) {
    guard let relations = try archive.part("word/_rels/document.xml.rels") else { return }
    var reader = XMLReader(relations)
    while let event = try reader.next() {
      guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
        let target = attributes["Target"]
      else { continue }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "word/" + target
      parts[id] = part
      if let type = attributes["Type"]?.split(separator: "/").last { named[String(type)] = part }
    }
  }

  private static func hasEvenPages(_ archive: ZipArchive) throws(WorkbookFault) -> Bool {
    guard let settings = try archive.part("word/settings.xml") else { return false }
    var reader = XMLReader(settings)
    while let event = try reader.next() {
      if case .start("evenAndOddHeaders", let attributes) = event { return isOn(attributes) }
    }
    return false
  }

  private static func isOn(_ attributes: [String: String]) -> Bool {
    !["0", "false", "off"].contains(attributes["val"])
  }
}
