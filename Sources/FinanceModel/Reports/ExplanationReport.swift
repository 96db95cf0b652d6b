extension Report {
  /// What a figure is made of, as a tree down to file and line; one tree for each year.
  public static func explanation(_ derivations: [Derivation], plan: Plan) -> Report {
    Report(
      title: plan.heading, subtitles: derivations.first.map { ["What makes \($0.title)"] } ?? [],
      blocks: [.tree(derivations.map(node))])
  }

  /// What a figure feeds.
  public static func uses(_ uses: [Use], of name: Identifier, plan: Plan) -> Report {
    let nodes = uses.map { use in
      let detail = [use.made, use.place?.place ?? ""].filter { !$0.isEmpty }
      return TreeNode(use.title, detail: detail.joined(separator: "  "))
    }
    return Report(
      title: plan.heading, subtitles: ["What '\(name)' feeds"],
      blocks: [nodes.isEmpty ? .paragraph("Nothing reads it.") : .tree(nodes)])
  }

  private static func node(_ derivation: Derivation) -> TreeNode {
    var children = derivation.inputs.map(node)
    if derivation.nilInputs > 0 {
      let count = derivation.nilInputs
      children.append(TreeNode(count == 1 ? "1 more, nil" : "\(count) more, all nil"))
    }
    let column = derivation.column.map { ", \($0)" } ?? ""
    let made =
      derivation.isRepeated ? "shown above" : derivation.made == "typed" ? "" : derivation.made
    let detail = [made, derivation.place?.place ?? ""].filter { !$0.isEmpty }
    return TreeNode(
      derivation.title + column,
      value: derivation.column == nil
        ? .none : .amount(derivation.value, derivation.unit, decimals: derivation.decimals),
      detail: detail.joined(separator: "  "), children: children)
  }
}

extension Plan {
  /// What `explain --format json` holds.
  public func json(_ derivations: [Derivation]) -> JSONValue {
    .object([
      ("schema", 1), ("plan", json(ReportStyle())),
      ("derivations", .array(derivations.map(\.json))),
    ])
  }

  /// What `explain --uses --format json` holds.
  public func json(_ uses: [Use], of name: Identifier) -> JSONValue {
    .object([
      ("schema", 1), ("plan", json(ReportStyle())), ("name", .string(name.name)),
      (
        "uses",
        .array(
          uses.map { use in
            .object([
              ("id", .optional(use.id?.name)), ("title", .string(use.title)),
              ("made", .string(use.made)), ("source", use.place?.json ?? .null),
            ])
          })
      ),
    ])
  }
}

extension Derivation {
  fileprivate var json: JSONValue {
    .object([
      ("id", .optional(id?.name)), ("title", .string(title)),
      ("column", .optional(column)), ("unit", .string(unit.rawValue)),
      ("value", column == nil ? .null : .figure(value, in: unit, decimals: decimals)),
      ("made", .string(made)), ("source", place?.json ?? .null), ("repeated", .bool(isRepeated)),
      ("nilInputs", .integer(nilInputs)), ("inputs", .array(inputs.map(\.json))),
    ])
  }
}
