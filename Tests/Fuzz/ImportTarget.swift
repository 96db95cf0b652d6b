/// Imports a table of whatever kind.
enum ImportTarget {
  static func hold(_ bytes: [UInt8]) {
    hold(bytes, path: bytes.prefix { $0 != 10 }.contains(44) ? "table.csv" : "table.txt")
  }

  static func hold(_ bytes: [UInt8], path: String) {
    _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let imported = try TableImport(bytes, path: path)
      let file = SourceFile(path: "plan.yaml", text: imported.text)
      holdWriting(file, try NodeParser.parse(file))
      require(
        imported.questions.allSatisfy { !$0.text.isEmpty && $0.row ?? 1 >= 1 },
        "a question asks something, of a row that there is")
      return imported.text + shown(.tableImport(imported))
        + imported.files.map { "\($0.name) \($0.bytes)" }.joined()
    }
  }
}

/// Opens a workbook: as it is, as the XML that it would hold, or as packed bytes alone.
///
/// A checksum stands before the parts of a workbook, which no change of a byte gets past. So an input
/// that starts with `<` is XML, its parts divided by a nil byte, which is packed here; one that starts
/// as no zip file is unpacked by itself.
enum WorkbookTarget {
  private static let parts = [
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
  ]

  static func hold(_ bytes: [UInt8]) {
    if Workbook.isWorkbook(bytes) {
      ImportTarget.hold(bytes, path: "book.xlsx")
    } else if bytes.first == UInt8(ascii: "<") {
      var book = ZipWriter()
      for (name, part) in zip(parts, bytes.split(separator: 0, omittingEmptySubsequences: false)) {
        book.add(name, Array(part))
      }
      ImportTarget.hold(book.archive(), path: "book.xlsx")
    } else {
      let unpacked = try? Inflate.bytes(bytes[...], size: 4 * bytes.count)
      require(unpacked?.count ?? 0 <= 4 * bytes.count, "no more is unpacked than was announced")
    }
  }
}
