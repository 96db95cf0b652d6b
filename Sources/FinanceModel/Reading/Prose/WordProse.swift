/// The words of a Word document: its text, one line for each paragraph, cells included, and its parts.
///
/// The parts are its text boxes, the notes that the text refers to, and the headers and footers that
/// its pages show. Comments, charts and pictures are left out.
enum WordProse {
  static func prose(_ bytes: [UInt8], path: String) throws(WorkbookFault) -> Prose {
    let archive = try ZipArchive(bytes)
    guard let body = try archive.part("word/document.xml") else {
      throw WorkbookFault(
        archive.holds("xl/workbook.xml")
          ? "this is an Excel file, not a Word one" : "this is a zip file, not a Word one")
    }
    var words = WordWords()
    try words.read(body, as: nil)
    let sections = try WordSections(body, archive)
    for kind in WordWords.NoteKind.allCases {
      guard let notes = try archive.part(sections.part(kind.part)) else { continue }
      try words.readNotes(notes)
    }
    for (name, part) in sections.heads {
      if let head = try archive.part(part) { try words.read(head, as: name) }
    }
    return try prose(of: words.stories, path: path)
  }

  private static func prose(
    of stories: [WordWords.Story], path: String
  ) throws(WorkbookFault) -> Prose {
    let text = Array(stories.lazy.flatMap(\.paragraphs).joined(separator: [10]))
    let file = SourceFile(path: path, bytes: text)
    guard TextCheck.encodingFault(in: file) == nil else {
      throw WorkbookFault("a part of the workbook is not UTF-8 text")
    }
    var prose = Prose(file: file, format: .word)
    var line = 1
    for story in stories {
      if let name = story.name { prose.beginPart(name, line: line) }
      line += story.paragraphs.count
    }
    for place in text.indices {
      if text[place] == 10 {
        prose.endBlock(at: place)
      } else {
        prose.append(text[place], at: place)
      }
    }
    return prose
  }
}
