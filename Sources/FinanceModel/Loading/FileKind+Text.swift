extension FileKind {
  /// What a text is by the keys that begin its lines, even where the rest of it has faults.
  ///
  /// Two such keys are asked for: a table may have a row that is called `plan:`.
  static func ofText(_ file: SourceFile) -> (kind: FileKind, key: SourceRange)? {
    let lines = LineScanner(file)
    var keys: [String: SourceRange] = [:]
    var next = lines.contentLine(from: 0)
    while let line = next {
      next = lines.contentLine(from: line.index + 1)
      let key = file.bytes[line.content..<line.end].prefix(while: Byte.isName)
      guard line.indent == 0, !key.isEmpty, key.endIndex < line.end,
        file.bytes[key.endIndex] == Byte.colon,
        lines.isBreakOrBlank(key.endIndex + 1, end: line.end)
      else { continue }
      let place = SourceRange(file: file, bytes: key.startIndex..<key.endIndex)
      keys[place.text] = keys[place.text] ?? place
    }
    let kinds: [(FileKind, first: String, others: [String])] = [
      (.plan, "plan", ["years", "sections", "tables", "unit"]), (.plan, "years", ["sections"]),
      (.scenario, "scenario", ["based-on", "changes"]), (.scenario, "based-on", ["changes"]),
      (.layout, "layout", ["contents", "negatives", "decimals", "unit"]),
    ]
    for (kind, first, others) in kinds {
      guard let place = keys[first], others.contains(where: { keys[$0] != nil }) else { continue }
      return (kind, place)
    }
    return nil
  }

  /// Throws one diagnostic where a file that is to be read as a table is a plan or scenario already.
  static func refuse(asTable file: SourceFile) throws(Diagnostics) {
    guard let (kind, key) = ofText(file) else { return }
    throw Diagnostics(
      Diagnostic(
        .noTable, "the file is a \(kind.rawValue) already, and no table", at: key,
        label: "expected a row with the years and rows with figures",
        help: kind == .layout
          ? "'mtfs report' takes it: --layout"
          : "'mtfs run' answers it, and 'mtfs check' looks for what cannot be meant in it"))
  }
}
