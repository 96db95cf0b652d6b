/// The JSON Schema of a kind of file, for editors that complete and check what is typed.
///
/// ```swift
/// FileSchema(.plan).json.rendered()
/// ```
///
/// It is made from the keys that the reader knows, and refuses nothing that the reader takes. What
/// figures, names and years mean together only `mtfs check` can tell.
public struct FileSchema: Sendable {
  /// What a file holds: a plan, a scenario asked of one, or the layout of a report.
  public enum Kind: String, CaseIterable, Sendable {
    case plan
    case scenario
    case layout
  }

  public let kind: Kind

  public init(_ kind: Kind) {
    self.kind = kind
  }

  /// The schema, in the draft that editors for YAML know best: 7.
  public var json: JSONValue {
    let root: KeySet =
      switch kind {
      case .plan: .plan
      case .scenario: .scenario
      case .layout: .layout
      }
    var definitions: [(name: String, json: JSONValue)] = []
    FileSchema.define(root, in: &definitions)
    return .object(
      [
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("title", .string("mtfs: \(root.name)")),
        ("description", "Every key is explained in docs/file-format.md."),
        ("allOf", [["$ref": .string(FileSchema.reference(root))]]),
        ("definitions", .object(definitions.map { ($0.name, $0.json) })),
      ])
  }

  // MARK: Kinds of mapping

  /// Adds a kind of mapping, and those that stand in it.
  private static func define(_ keySet: KeySet, in all: inout [(name: String, json: JSONValue)]) {
    let name = name(keySet)
    if all.contains(where: { $0.name == name }) { return }
    let place = all.count
    all.append((name, .null))
    for key in keySet.keys {
      for inner in key.form.keySets { define(inner, in: &all) }
    }
    all[place].json = .object([
      ("type", "object"),
      ("title", .string(keySet.name)),
      (
        "properties",
        .object(keySet.keys.map { ($0.name, schema($0.form, isRequired: $0.isRequired)) })
      ),
      ("required", .array(keySet.keys.filter(\.isRequired).map { .string($0.name) })),
      ("additionalProperties", false),
    ])
  }

  /// `a row of a table` as `row-of-a-table`.
  private static func name(_ keySet: KeySet) -> String {
    let words = keySet.name.split(separator: " ")
    return (["a", "an", "the"].contains(words[0]) ? words.dropFirst() : words[...])
      .joined(separator: "-")
  }

  private static func reference(_ keySet: KeySet) -> String { "#/definitions/\(name(keySet))" }

  // MARK: Forms

  private static func schema(_ form: KeyForm, isRequired: Bool = false) -> JSONValue {
    switch form {
    case .text:
      ["type": .array(["string", "number", "boolean"] + (isRequired ? [] : ["null"]))]
    case .identifier: ["type": "string", "pattern": "^[a-z]([a-z0-9-]{0,78}[a-z0-9])?$"]
    case .year: ["type": "string", "pattern": "^[0-9]{4}[-/\u{2013}][0-9]{2}([0-9]{2})?$"]
    case .flag: ["enum": ["yes", "no", true, false]]
    case .unit: ["enum": .array((Unit.allCases.map(\.rawValue) + ["£k"]).map(JSONValue.string))]
    case .amount: ["type": ["string", "number", "null"]]
    case .formula: ["type": "string", "pattern": "^="]
    case .whole(let bounds):
      [
        "type": ["integer", "string"], "minimum": .integer(bounds.lowerBound),
        "maximum": .integer(bounds.upperBound), "pattern": "^[0-9]+$",
      ]
    case .choice(let words): ["enum": .array(words.map(JSONValue.string))]
    case .blank: ["type": "null"]
    case .keys(let keySet): ["$ref": .string(reference(keySet))]
    case .entries(let form): ["type": ["object", "null"], "additionalProperties": schema(form)]
    case .list(let form): ["type": ["array", "null"], "items": schema(form)]
    case .oneOf: ["anyOf": .array(form.alternatives.map { schema($0, isRequired: isRequired) })]
    }
  }
}

extension KeyForm {
  /// The kinds of mapping that may stand here.
  fileprivate var keySets: [KeySet] {
    switch self {
    case .keys(let keySet): [keySet]
    case .entries(let form), .list(let form): form.keySets
    case .oneOf(let forms): forms.flatMap(\.keySets)
    default: []
    }
  }

  /// The forms of which it is one, those within them included.
  fileprivate var alternatives: [KeyForm] {
    if case .oneOf(let forms) = self { forms.flatMap(\.alternatives) } else { [self] }
  }
}
