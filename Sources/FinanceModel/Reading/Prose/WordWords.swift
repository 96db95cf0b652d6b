/// Reads the paragraphs of a Word document's parts, as far as they are shown.
///
/// Hidden, struck and deleted words, instructions of fields and raised marks are left out; inserted
/// words are read.
struct WordWords {
  /// Paragraphs that follow one another: the text, a note, a text box, a header or a footer.
  struct Story {
    /// Nil for the text itself.
    let name: String?
    var paragraphs: [[UInt8]] = []
  }

  enum NoteKind: String, CaseIterable {
    case footnote
    case endnote

    /// What a document calls the part that holds them.
    var part: String { rawValue + "s" }
  }

  /// The text first, then the others in the order of the document; those without words are left out.
  var stories: [Story] {
    let notes = NoteKind.allCases.flatMap { kind in
      self.notes.values.filter { $0.kind == kind }.sorted { $0.number < $1.number }.map(\.story)
    }
    return (found.prefix(1) + boxes + notes + found.dropFirst())
      .filter { !$0.paragraphs.isEmpty }
  }

  private struct Note {
    let kind: NoteKind
    /// Counted through the document, as the text refers to them.
    let number: Int
    var story: Story

    init(kind: NoteKind, number: Int) {
      (self.kind, self.number) = (kind, number)
      story = Story(name: "\(kind.rawValue) \(number)")
    }
  }

  /// Where words go that are read now.
  private enum Target {
    case found(Int)
    case box(Int)
    case note(String)
    case nowhere
  }

  private var found: [Story] = []
  private var boxes: [Story] = []
  /// By kind and the number that the file gives them.
  private var notes: [String: Note] = [:]
  private var noteCounts: [NoteKind: Int] = [:]
  private var targets: [Target] = []
  /// How many paragraphs are open in each target.
  private var open: [Int] = []
  /// The runs that are open, and whether each is hidden: one may stand in a text box of another.
  private var runs: [Bool] = []
  private var isText = false
  /// How many elements are open that are left out whole.
  private var skipped = 0

  /// Reads a part that is one story.
  mutating func read(_ bytes: [UInt8], as name: String?) throws(WorkbookFault) {
    found.append(Story(name: name))
    enter(.found(found.count - 1))
    try read(bytes)
  }

  /// Reads a part that holds notes, of which those count that the text refers to.
  mutating func readNotes(_ bytes: [UInt8]) throws(WorkbookFault) {
    enter(.nowhere)
    try read(bytes)
  }

  private mutating func read(_ bytes: [UInt8]) throws(WorkbookFault) {
    var reader = XMLReader(bytes)
    while let event = try reader.next() {
      switch event {
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      case .text(let text): if isText { append(text) }
      }
    }
    leave()
  }

  private mutating func enter(_ target: Target) {
    targets.append(target)
    open.append(0)
  }

  private mutating func leave() {
    _ = (targets.popLast(), open.popLast())
  }

  // MARK: Elements

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if WordWords.isLeft(name) { skipped += 1 }
    guard skipped == 0 else { return }
    switch name {
    case "p": beginParagraph()
    case "r": runs.append(false)
    case "vanish", "strike", "dstrike":
      if !["0", "false", "off"].contains(attributes["val"]) { hideRun() }
    case "vertAlign": if attributes["val"] == "superscript" { hideRun() }
    case "t": isText = true
    case "tab", "br", "cr": append(" ")
    case "noBreakHyphen": append("-")
    case "txbxContent":
      boxes.append(Story(name: "text box \(boxes.count + 1)"))
      enter(runs.contains(true) ? .nowhere : .box(boxes.count - 1))
    case "footnote", "endnote":
      enter(.note("\(name) \(attributes["id"] ?? "")"))
    case "footnoteReference", "endnoteReference":
      refer(name == "footnoteReference" ? .footnote : .endnote, attributes["id"] ?? "")
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if WordWords.isLeft(name) { skipped -= 1 }
    guard skipped == 0 else { return }
    switch name {
    case "p": if !open.isEmpty { open[open.count - 1] -= 1 }
    case "r": _ = runs.popLast()
    case "t": isText = false
    case "txbxContent", "footnote", "endnote": leave()
    default: break
    }
  }

  private mutating func hideRun() {
    if !runs.isEmpty { runs[runs.count - 1] = true }
  }

  private mutating func refer(_ kind: NoteKind, _ id: String) {
    let key = "\(kind.rawValue) \(id)"
    guard !runs.contains(true), notes[key] == nil else { return }
    let number = noteCounts[kind, default: 0] + 1
    noteCounts[kind] = number
    notes[key] = Note(kind: kind, number: number)
  }

  // MARK: Words

  private mutating func beginParagraph() {
    guard !open.isEmpty else { return }
    open[open.count - 1] += 1
    change { $0.paragraphs.append([]) }
  }

  /// A line end within a paragraph is a space: a paragraph is a line.
  private mutating func append(_ text: String) {
    guard skipped == 0, open.last ?? 0 > 0, !runs.contains(true) else { return }
    change { story in
      guard !story.paragraphs.isEmpty else { return }
      story.paragraphs[story.paragraphs.count - 1] +=
        text.utf8.map { $0 == 10 || $0 == 13 ? Byte.space : $0 }
    }
  }

  private mutating func change(_ body: (inout Story) -> Void) {
    switch targets.last {
    case .found(let place): body(&found[place])
    case .box(let place): body(&boxes[place])
    case .note(let key):
      if notes[key] != nil { body(&notes[key, default: Note(kind: .footnote, number: 0)].story) }
    case .nowhere, nil: break
    }
  }

  /// The same words once more for old programs; deleted words; what properties are and were.
  private static func isLeft(_ name: String) -> Bool {
    ["Fallback", "del", "moveFrom", "pPr"].contains(name) || name.hasSuffix("PrChange")
  }
}
