import Testing

@testable import FinanceModel

@Suite struct CorpusTests {
  @Test(arguments: Corpus.accepted)
  func `every accepted document reads`(document: Corpus.Document) {
    #expect(codes(of: document.file) == [])
  }

  @Test(arguments: Corpus.refused)
  func `every refused document gives exactly the code in its name`(document: Corpus.Document) throws
  {
    #expect(codes(of: document.file) == [try #require(document.expectedCode)])
  }

  @Test func `the corpus holds at least 170 documents`() {
    #expect(Corpus.accepted.count >= 110)
    #expect(Corpus.refused.count >= 60)
  }

  @Test func `every code of the reader has a refused document`() {
    let codes = Set(Corpus.refused.compactMap(\.expectedCode))
    let wanted: [DiagnosticCode] = [
      .fileEmpty, .notUTF8, .tooDeep, .controlCharacter, .tab, .indentation, .unclosedQuote,
      .unclosedBracket, .badEscape, .duplicateKey, .missingColon, .missingSpace, .multilineScalar,
      .flowComma, .unquotedColon, .bareDash, .blockHeader, .unsupportedAnchor, .unsupportedAlias,
      .unsupportedMerge, .unsupportedTag, .unsupportedDirective, .unsupportedDocuments,
      .unsupportedKey, .reservedIndicator, .strayText,
    ]
    for code in wanted {
      #expect(codes.contains(code.rawValue), "\(code.rawValue) has no fixture")
    }
  }
}
