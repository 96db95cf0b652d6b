/// Finds the assumption that a part of a plan goes by: one that its id names, or one of its own.
struct AssumptionInput {
  let context: PlanContext
  /// Those that an id may name.
  let known: [Assumption]

  /// What an assumption is made with when its values are typed in the place of an id.
  struct Own {
    let id: String
    let title: String
    let unit: Unit
  }

  private var problems: Problems { context.problems }

  /// The assumption at a key, and whether it is made of values that are typed there.
  func assumption(
    _ key: String, own: Own, _ reader: MappingReader, blanksAreNil: Bool = false
  ) -> (Assumption, isOwn: Bool)? {
    guard let node = reader.node(key) else { return nil }
    if let name = node.text.flatMap({ Identifier($0) }), name.name != "tbc" {
      if let named = known.first(where: { $0.id == name }) { return (named, false) }
      problems.add(
        .unknownName, "the plan has no assumption '\(name)'", at: node.range,
        expected: "the id of an assumption, or values by year",
        help: NearestName.of(name.name, among: known.map(\.id.name)).map {
          "the nearest is '\($0)'"
        })
      return nil
    }
    let range = reader.keyRange(key)
    var entries: [Node.Entry] = []
    if case .mapping(let given, _) = node, given["values"] != nil {
      entries = given
    } else {
      entries.set("values", node)
    }
    if blanksAreNil, let values = entries["values"] { entries.set("values", values.blanksAsNil) }
    if entries["unit"] == nil { entries.set("unit", .made(own.unit.rawValue, at: range)) }
    if entries["title"] == nil { entries.set("title", .made(own.title, at: range)) }
    if entries["source"] == nil, let source = reader.node("source") {
      entries.set("source", source)
    }
    let name = Node.Scalar(text: own.id, style: .plain, range: range)
    let made = AssumptionLoader(context: context).assumptions([
      Node.Entry(key: name, value: .mapping(entries, node.range))
    ])
    return made.first.map { ($0, true) }
  }
}

extension Node {
  /// Values by year in which nothing is nil.
  fileprivate var blanksAsNil: Node {
    switch self {
    case .scalar(let scalar): scalar.isNull ? .made("0", at: scalar.range) : self
    case .sequence(let items, let range): .sequence(items.map(\.blanksAsNil), range)
    case .mapping(let entries, let range):
      .mapping(
        entries.map { Entry(key: $0.key, value: $0.value.blanksAsNil) }, range)
    }
  }
}
