import Testing

@testable import FinanceModel

/// The forms of keys, from which the schema and the layout are made, held against the reference.
@Suite struct KeyFormTests {
  private let reference: FormatReference

  init() throws { reference = try FormatReference() }

  /// The value of a key as a cell of the reference types it.
  private func value(of key: String, in typed: String) throws -> Node? {
    try NodeParser.parse(SourceFile(path: "", text: "{ \(typed) }"))[key]
  }

  @Test(arguments: KeySet.all)
  func `every example of the reference has the form of its key`(keySet: KeySet) throws {
    for entry in reference.entries where entry.kind == keySet.name {
      let key = try #require(keySet[entry.key])
      let value = try #require(try value(of: entry.key, in: entry.example))
      #expect(key.form.takes(value), "\(keySet.name): \(entry.example)")
    }
  }

  @Test(arguments: KeySet.all)
  func `what the reader refuses for its form has another form than its key`(keySet: KeySet) throws {
    let codes = ["wrong-type", "bad-identifier", "bad-year"].map { "`[\($0)]`" }
    let words = ["is one value, not", "is a list, not", "with values", "an id", "financial year"]
    for entry in reference.entries where entry.kind == keySet.name {
      guard codes.contains(where: entry.error.hasSuffix),
        words.contains(where: entry.error.contains),
        let value = try value(of: entry.key, in: entry.wrong)
      else { continue }
      let key = try #require(keySet[entry.key])
      #expect(!key.form.takes(value), "\(keySet.name): \(entry.wrong)")
    }
  }

  @Test func `each choice is one that the reader knows`() {
    var count = 0
    for (kind, key) in KeySet.all.flatMap({ kind in kind.ownKeys.map { (kind.name, $0) } }) {
      guard case .choice(let words) = key.form else { continue }
      count += 1
      #expect(Set(words).count == words.count && !words.isEmpty, "\(key.name)")
      let entry = reference.entries.first { $0.kind == kind && $0.key == key.name }
      let value = try? value(of: key.name, in: entry?.example ?? "")
      #expect(value?.text.map(words.contains) == true, "\(key.name)")
    }
    #expect(count > 5)
  }
}

extension KeyForm {
  /// Whether a value has the form, as the schema says it.
  func takes(_ node: Node) -> Bool {
    switch (self, node) {
    case (.oneOf(let forms), _): forms.contains { $0.takes(node) }
    case (.keys(let keySet), .mapping(let entries, _)):
      keySet.fits(entries.map(\.key.text))
        && entries.allSatisfy { keySet[$0.key.text]?.form.takes($0.value) == true }
    case (.entries(let form), .mapping(let entries, _)):
      entries.allSatisfy { form.takes($0.value) }
    case (.list(let form), .sequence(let items, _)): items.allSatisfy(form.takes)
    case (.text, .scalar), (.amount, .scalar): true
    case (.identifier, .scalar(let scalar)): Identifier(scalar.text) != nil
    case (.year, .scalar(let scalar)): (try? FinancialYear(scalar.text)) != nil
    case (.flag, .scalar(let scalar)): ["yes", "no", "true", "false"].contains(scalar.text)
    case (.unit, .scalar(let scalar)): Unit(text: scalar.text) != nil
    case (.formula, .scalar(let scalar)): scalar.isFormula
    case (.whole(let bounds), .scalar(let scalar)): Int(scalar.text).map(bounds.contains) == true
    case (.choice(let words), .scalar(let scalar)): words.contains(scalar.text)
    case (.blank, .scalar(let scalar)): scalar.isNull
    default: false
    }
  }
}
