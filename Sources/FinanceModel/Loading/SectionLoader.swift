/// Reads the items of `sections`: sections with their lines, and rows that stand by themselves.
struct SectionLoader {
  let context: PlanContext
  private(set) var sections: [Section] = []
  private(set) var rows: [Row] = []

  init(context: PlanContext) {
    self.context = context
  }

  private var problems: Problems { context.problems }

  mutating func load(_ items: [Node]) {
    for item in items {
      if case .mapping(let entries, _) = item, entries.contains(where: { $0.key.text == "lines" }) {
        loadSection(item)
      } else if let row = RowLoader(context: context).row(item, in: nil) {
        rows.append(row)
      }
    }
    decideWhatSectionsShow()
  }

  private mutating func loadSection(_ node: Node) {
    guard let reader = MappingReader(node, .section, problems) else { return }
    let role = reader.choice("role", Role.self)
    let title = reader.text("title")
    let id = reader.identifier("id")
    let inTotal = reader.inTotal
    let delivery = reader.scalar("delivery")
    let basis = reader.choice("basis", Basis.self) ?? .recurring
    if let id {
      sections.append(
        Section(
          id: id, title: title, role: role ?? .memorandum,
          signs: reader.choice("signs", Section.Signs.self) ?? .costPositive,
          shows: reader.choice("shows", Section.Shows.self), source: reader.text("source"),
          delivery: delivery, inTotal: inTotal, range: reader.valueRange("id")))
    }
    if let title {
      rows.append(.heading(Heading(title: title, table: nil, range: reader.keyRange("title"))))
    }
    let loader = RowLoader(context: context)
    let parent = RowLoader.Parent(
      id: id, role: role, hasUnreadRole: reader.has("role") || reader.isMisspelt(["role"]),
      delivery: delivery, inTotal: inTotal)
    rows += lines(reader, defaultBasis: basis).compactMap { loader.row($0, in: parent) }
    if let id, let node = reader.node("total"),
      let total = loader.total(node, of: id, inTotal: inTotal)
    {
      rows.append(total)
    }
  }

  /// The lines of a section: a list, a table pasted as a block, or the name of a table's file.
  private func lines(_ reader: MappingReader, defaultBasis: Basis) -> [Node] {
    guard case .scalar(let scalar)? = reader.node("lines"), !scalar.isNull else {
      return reader.items("lines")
    }
    return LineTable(context: context, defaultBasis: defaultBasis).lines(scalar)
  }

  /// Where a section does not say: levels where a line is a level, changes where one is recurring,
  /// and one-offs alone as the plan's other rows.
  private mutating func decideWhatSectionsShow() {
    var bases: [Identifier: Set<Basis>] = [:]
    for row in rows {
      if let line = row.line, let section = line.details.section {
        bases[section, default: []].insert(line.basis)
      }
    }
    let planHasLevels = rows.contains { $0.line?.basis == .level }
    for index in sections.indices where sections[index].shows == nil {
      let own = bases[sections[index].id] ?? []
      let isLevels = own.contains(.level) || (planHasLevels && !own.contains(.recurring))
      sections[index].shows = isLevels ? .levels : .changes
    }
  }
}
