import FinanceModel

extension Command {
  static let schema = Command(
    name: "schema", summary: "How can my editor complete and check what I type?",
    operands: [
      Operand(
        name: "KIND", summary: "plan, scenario or layout",
        takes: .choice(FileSchema.Kind.allCases.map(\.rawValue)))
    ],
    options: [.output, .force, .help],
    details: [
      "Prints the JSON Schema of a plan, scenario or layout file. An editor that knows YAML and JSON "
        + "Schema then offers the keys and words that may stand in a place, and marks those that may "
        + "not. Of figures, names and years it knows only the form: mtfs check says the rest."
    ],
    example: Example(
      line: "mtfs schema scenario",
      prints: """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "title": "mtfs: a scenario",
        ...
        """)
  ) { invocation in
    guard let kind = invocation.operands.first.flatMap(FileSchema.Kind.init) else {
      throw UsageError("schema needs a kind of file", help: "type mtfs schema plan")
    }
    try invocation.emit(FileSchema(kind).json.rendered())
    return .done
  }
}
