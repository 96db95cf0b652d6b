/// A file of another program that somebody took for a text of ours: a workbook or a Word document.
///
/// It would be refused as no UTF-8 in any case; this says what it is, and what can be done with it.
enum OtherFormat {
  /// What to do instead, or nil for a file of no format that is known here.
  ///
  /// A range is the place in another file that names it, as a published table or a data file.
  static func fault(_ bytes: [UInt8], path: String, named range: SourceRange?) -> Diagnostic? {
    if Workbook.isWorkbook(bytes) {
      let archive = try? ZipArchive(bytes)
      if archive?.holds("xl/workbook.xml") ?? path.lowercased().hasSuffix(".xlsx") {
        return workbook(path, named: range)
      }
      guard archive?.holds("word/document.xml") == true else { return nil }
      return Diagnostic(
        .notUTF8, "'\(path)' is a Word document, not a text file", at: range,
        help: "a plan is a plain text file: 'mtfs init' writes one to begin with")
    }
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return nil }
    return Diagnostic(
      .workbook, "'\(path)' is a workbook of an old Excel (.xls), or one with a password",
      at: range,
      help: range == nil
        ? "save it as .xlsx without a password; 'mtfs import' makes a plan of that"
        : "save its sheet as text with tabs or as CSV, and name that file")
  }

  private static func workbook(_ path: String, named range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .workbook,
      "'\(path)' is a workbook, not a \(range == nil ? "plan or any other text" : "text") file",
      at: range,
      help: range == nil
        ? "'mtfs import' makes a plan of a table in a workbook"
        : "save its sheet as text with tabs or as CSV, and name that file")
  }
}
