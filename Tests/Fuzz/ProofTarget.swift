/// Reads the text of a report, and holds the claims of a small plan against it.
///
/// Its first bytes say what it is: a Word document, the XML that one would hold (which is packed
/// here), HTML, Markdown or plain text.
enum ProofTarget {
  private static let plan: Plan = {
    let text = """
      plan: small
      title: Small
      unit: £m
      years: [2026-27, 2027-28]
      sections:
        - { id: pay, title: Pay, role: pressure, recurring: [3.000, 2.500] }
        - { id: fleet, title: Fleet, role: saving, recurring: [(0.400), (0.100)] }
      claims:
        - { id: s, says: The savings of the plan come to £0.5m over two years, value: £0.5m, equals: "= -total(fleet)" }
        - { id: p, says: Pay rises by £3.000m in 2026-27, value: £3.000m, equals: "= at(pay, 2026-27)" }

      """
    do throws(Diagnostics) {
      return try Plan(SourceFile(path: "./plan.yaml", text: text))
    } catch {
      fatalError(DiagnosticRenderer().text(error))
    }
  }()

  static func hold(_ bytes: [UInt8]) {
    let (bytes, path) = report(bytes)
    _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let prose = try ProseReader.prose(bytes, path: path)
      require(
        prose.places.count == prose.bytes.count
          && prose.places.allSatisfy { $0 < UInt32(max(1, prose.file.bytes.count + 1)) },
        "every byte of the words stands somewhere in the file")
      let proof = try plan.proof(of: prose)
      for place in proof.uncovered + proof.claims.flatMap({ $0.places.map(\.place) }) {
        require(
          place.line >= 1 && place.column >= 1
            && place.range.bytes.upperBound <= place.range.file.bytes.count,
          "a place of a report is within it")
      }
      return shown(.proof(proof))
    }
  }

  private static func report(_ bytes: [UInt8]) -> (bytes: [UInt8], path: String) {
    if bytes.starts(with: Array("<w".utf8)) {
      var document = ZipWriter()
      document.add("word/document.xml", bytes)
      // The same once more as the notes that it may refer to.
      document.add("word/footnotes.xml", bytes)
      return (document.archive(), "./report.docx")
    }
    if bytes.first == UInt8(ascii: "<") { return (bytes, "./report.html") }
    let isMarkdown = bytes.prefix { $0 != 10 }.contains { "#|*`".utf8.contains($0) }
    return (bytes, isMarkdown ? "./report.md" : "./report.txt")
  }
}
