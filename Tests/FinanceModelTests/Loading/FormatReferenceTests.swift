import Testing

@testable import FinanceModel

/// `docs/file-format.md` and the reader, held against each other.
@Suite struct FormatReferenceTests {
  private let reference: FormatReference

  init() throws { reference = try FormatReference() }

  @Test func `every kind of mapping has its table, and every table is of a kind`() {
    #expect(reference.kinds.sorted() == KeySet.all.map(\.name).sorted())
    #expect(FormatTemplate.all.keys.sorted() == KeySet.all.map(\.name).sorted())
  }

  @Test(arguments: KeySet.all)
  func `every key has its entry, and every entry is a key`(keySet: KeySet) {
    let entries = reference.entries.filter { $0.kind == keySet.name }
    #expect(entries.map(\.key) == entries.map(\.key).sorted(), "the keys stand in order")
    #expect(entries.map(\.key) == keySet.ownKeys.map(\.name).sorted())
    let required = keySet.ownKeys.filter(\.isRequired).map(\.name).sorted()
    #expect(entries.filter { $0.fallback == "required" }.map(\.key) == required)
  }

  @Test(arguments: KeySet.all)
  func `every example is accepted`(keySet: KeySet) throws {
    let template = try #require(FormatTemplate.all[keySet.name])
    for entry in reference.entries where entry.kind == keySet.name {
      let found = try template.diagnostics(with: entry.example)
      #expect(found == nil, "\(entry.example)\n\(found.map(DiagnosticRenderer().text) ?? "")")
      #expect("{ \(entry.example)".contains(" \(entry.key): "))
    }
  }

  @Test func `every wrong value is refused with the one error that is printed`() throws {
    var errors: [Int: String] = [:]
    for entry in reference.entries {
      let template = try #require(FormatTemplate.all[entry.kind])
      let found = try template.diagnostics(with: entry.wrong)?.all ?? []
      #expect(
        found.count == 1,
        "\(entry.kind): \(entry.wrong)\n\(DiagnosticRenderer().text(Diagnostics(found)))")
      #expect("{ \(entry.wrong)".contains(" \(entry.key): "))
      errors[entry.line] = found.first.map { "\(message($0)) `[\($0.code.rawValue)]`" } ?? "?"
    }
    try Pinned.expect(reference.page(errors: errors), is: FormatReference.path)
  }

  /// A message without the folder in which the value was tried.
  private func message(_ diagnostic: Diagnostic) -> String {
    diagnostic.message.replacing(/'[^']*\/mtfs-[0-9A-F-]+\//, with: "'")
  }

  @Test func `every whole file of the page is accepted`() throws {
    #expect(reference.documents.count >= 2)
    for document in reference.documents {
      let found = try FormatTemplate.diagnostics(of: document)
      #expect(found == nil, "\(document)\n\(found.map(DiagnosticRenderer().text) ?? "")")
    }
  }
}

extension KeySet: CustomTestStringConvertible {
  public var testDescription: String { name }
}
