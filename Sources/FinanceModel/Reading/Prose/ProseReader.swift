/// Reads a report: text, Markdown and HTML in UTF-8 or marked UTF-16, and Word documents.
enum ProseReader {
  /// Reads a file, or standard input where the path is `-`. Throws one diagnostic.
  ///
  /// Without `format`, the file's ending and first bytes tell what it is written in.
  static func prose(
    path: String, format: Prose.Format? = nil
  ) throws(Diagnostics) -> Prose {
    let (bytes, shown) = try SourceFile.bytes(path: path)
    return try prose(bytes, path: shown, format: format)
  }

  static func prose(
    _ bytes: [UInt8], path: String, format: Prose.Format? = nil
  ) throws(Diagnostics) -> Prose {
    let place = SourceRange(file: SourceFile(path: path, bytes: []), bytes: 0..<0)
    if Workbook.isWorkbook(bytes) || format == .word {
      let prose: Prose
      do throws(WorkbookFault) {
        prose = try WordProse.prose(bytes, path: path)
      } catch {
        // The parts of a package are read alike; only what it is differs.
        throw Diagnostics(
          Diagnostic(
            .noReport, error.message.replacingWord("workbook", by: "document"), at: place,
            label: "expected a document as Word saves it",
            help: "save it anew as .docx, or as a web page or plain text"))
      }
      return try filled(prose, place)
    }
    if let fault = foreign(bytes, at: place) { throw Diagnostics(fault) }
    let file = try text(bytes, path: path)
    let format = format ?? self.format(of: file)
    let prose: Prose =
      switch format {
      case .markdown: MarkdownProse.prose(of: file)
      case .html: HTMLProse.prose(of: file)
      case .text, .word: PlainProse.prose(of: file)
      }
    return try filled(prose, place)
  }

  private static func filled(_ prose: Prose, _ place: SourceRange) throws(Diagnostics) -> Prose {
    let hasWords = prose.bytes.contains { $0 != Byte.space && $0 != Prose.blockEnd }
    guard !hasWords else { return prose }
    throw Diagnostics(
      Diagnostic(
        .noReport, "the report has no text", at: place, label: "expected sentences",
        help: "check that this is the file you mean"))
  }

  /// The file as UTF-8, whichever of the two encodings it had.
  private static func text(_ bytes: [UInt8], path: String) throws(Diagnostics) -> SourceFile {
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF])
    var file = SourceFile(path: path, bytes: bytes)
    if isBigEndian || bytes.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      file = SourceFile(path: path, text: String(decoding: units, as: UTF16.self))
    }
    if let fault = TextCheck.encodingFault(in: file) { throw Diagnostics(fault) }
    return file
  }

  private static func format(of file: SourceFile) -> Prose.Format {
    let name = file.path.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") {
      return .html
    }
    let head = String(decoding: file.bytes.prefix(256), as: UTF8.self).lowercased()
    return head.trimmed.hasPrefix("<!doctype html") || head.trimmed.hasPrefix("<html")
      ? .html : .text
  }

  /// What is wrong with a file that is some other program's; nil for any other.
  private static func foreign(_ bytes: [UInt8], at place: SourceRange) -> Diagnostic? {
    func fault(_ message: String, _ help: String) -> Diagnostic {
      Diagnostic(
        .noReport, message, at: place, label: "expected text, Markdown, HTML or a Word document",
        help: help)
    }
    if bytes.starts(with: Array("%PDF".utf8)) {
      return fault("this is a PDF", "give the document that it was made from, or its text")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return fault(
        "this is a document of an old Word (.doc), or one with a password",
        "save it as .docx without a password")
    }
    if bytes.starts(with: Array("{\\rtf".utf8)) {
      return fault("this is rich text (.rtf)", "save it as .docx")
    }
    let isUTF16 = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    if bytes.contains(0), !isUTF16 {
      return fault("the file is not text", "save the report as .docx, or as text in UTF-8")
    }
    return nil
  }
}

extension String {
  /// The text with another word in place of one.
  fileprivate func replacingWord(_ word: String, by other: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
  }
}
