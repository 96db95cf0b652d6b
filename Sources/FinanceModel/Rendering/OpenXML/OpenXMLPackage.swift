/// The parts of a Word document or a workbook, their types, and how each leads to the next.
///
/// ```swift
/// var package = OpenXMLPackage(title: "Budget gap")
/// package.relate(to: "word/document.xml", as: "officeDocument")
/// package.add("word/document.xml", type: type, xml.bytes)
/// package.bytes
/// ```
///
/// It holds no date and no name of a person or machine, so that two runs give the same bytes.
struct OpenXMLPackage {
  /// What a reader's program shows as the name of the document.
  let title: String
  private var parts: [(name: String, type: String, bytes: [UInt8])] = []
  private var relationships: [(source: String, type: String, target: String)] = []

  init(title: String) {
    self.title = title
  }

  private static let namespace = "http://schemas.openxmlformats.org/"
  /// What the types of the office formats begin with.
  static let office = "application/vnd.openxmlformats-officedocument."

  /// Adds a part, such as `word/document.xml`, with the whole name of its type.
  mutating func add(_ name: String, type: String, _ bytes: [UInt8]) {
    parts.append((name, type, bytes))
  }

  /// Says that a part leads to another, and gives the name of that tie within it: `rId1`.
  ///
  /// `type` is the last word of the tie's address, `styles` or `chart`. A source that is nil is the
  /// package itself.
  @discardableResult
  mutating func relate(_ source: String? = nil, to target: String, as type: String) -> String {
    let address = OpenXMLPackage.namespace + "officeDocument/2006/relationships/" + type
    return relate(source ?? "", target, address)
  }

  private mutating func relate(_ source: String, _ target: String, _ type: String) -> String {
    relationships.append((source, type, target))
    return "rId\(relationships.count { $0.source == source })"
  }

  /// The whole file.
  var bytes: [UInt8] {
    var whole = self
    whole.addProperties()
    // A part takes some hundred bytes beside its own.
    var file = ZipWriter(room: whole.parts.reduce(10_000) { $0 + $1.bytes.count + 400 })
    file.add("[Content_Types].xml", whole.types)
    var sources: [String] = []
    for relationship in whole.relationships where !sources.contains(relationship.source) {
      sources.append(relationship.source)
    }
    for source in sources {
      let name = source.split(separator: "/").last.map(String.init) ?? ""
      file.add(OpenXMLPackage.folder(source) + "_rels/\(name).rels", whole.ties(of: source))
    }
    let checksums = whole.parts.map(\.bytes).mappedConcurrently(CRC32.checksum)
    for (part, checksum) in zip(whole.parts, checksums) {
      file.add(part.name, part.bytes, checksum: checksum)
    }
    return file.archive()
  }

  /// What the document says of itself.
  private mutating func addProperties() {
    let package = OpenXMLPackage.namespace + "package/2006/"
    var core = XMLWriter()
    core.element(
      "cp:coreProperties",
      [
        "xmlns:cp": package + "metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      ]
    ) {
      $0.element("dc:title", text: title)
      $0.element("dc:language", text: "en-GB")
    }
    add(
      "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml",
      core.bytes)
    _ = relate("", "docProps/core.xml", package + "relationships/metadata/core-properties")
    var app = XMLWriter()
    app.element(
      "Properties",
      ["xmlns": OpenXMLPackage.namespace + "officeDocument/2006/extended-properties"]
    ) { $0.element("Application", text: "mtfs") }
    add(
      "docProps/app.xml", type: OpenXMLPackage.office + "extended-properties+xml", app.bytes)
    relate(to: "docProps/app.xml", as: "extended-properties")
  }

  /// The type of every part.
  private var types: [UInt8] {
    var xml = XMLWriter()
    xml.element("Types", ["xmlns": OpenXMLPackage.namespace + "package/2006/content-types"]) {
      let ties = "application/vnd.openxmlformats-package.relationships+xml"
      $0.element("Default", ["Extension": "rels", "ContentType": ties])
      $0.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
      for part in parts {
        $0.element("Override", ["PartName": "/" + part.name, "ContentType": part.type])
      }
    }
    return xml.bytes
  }

  /// All that a part leads to.
  private func ties(of source: String) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "Relationships", ["xmlns": OpenXMLPackage.namespace + "package/2006/relationships"]
    ) {
      for (number, tie) in relationships.filter({ $0.source == source }).enumerated() {
        $0.element(
          "Relationship",
          [
            "Id": "rId\(number + 1)", "Type": tie.type,
            "Target": OpenXMLPackage.path(to: tie.target, from: source),
          ])
      }
    }
    return xml.bytes
  }

  /// Where a part lies for another: `../charts/chart1.xml`.
  private static func path(to target: String, from source: String) -> String {
    var (from, to) = (folder(source).split(separator: "/"), target.split(separator: "/"))
    while let first = from.first, first == to.first, to.count > 1 {
      from.removeFirst()
      to.removeFirst()
    }
    return String(repeating: "../", count: from.count) + to.joined(separator: "/")
  }

  /// The folder of a part, with the slash behind it.
  private static func folder(_ name: String) -> String {
    name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }
}
