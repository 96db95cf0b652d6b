/// What titles say of the roles of lines. Only words are read here; arithmetic comes first elsewhere.
enum RoleFinder {
  /// The role that a title names; nil where it names none.
  static func role(of title: String) -> Role? {
    ImportWords.holds(title, ImportWords.memorandum) ? .memorandum : moneyRole(of: title)
  }

  /// The role that a title names of money that the gap is made of.
  static func moneyRole(of title: String) -> Role? {
    if ImportWords.holds(title, ["collection fund"]) { return .funding }
    if ImportWords.holds(title, ImportWords.toFind) { return nil }
    let measures = ["saving", "use of", "contribution", "transfer", "proposals", "drawdown"]
    if ImportWords.holds(title, ImportWords.gap),
      !measures.contains(where: title.lowercased().hasPrefix)
    {
      return nil
    }
    if ImportWords.holds(title, ImportWords.reserves) { return .reserves }
    if ImportWords.holds(title, ImportWords.saving) { return .saving }
    // A car park's tariff is a fee, that of business rates is funding.
    if ImportWords.holds(title, ["tariff"]),
      ImportWords.holds(title, ["car park", "parking", "fees"])
    {
      return .income
    }
    let surePressures = [
      "pressure", "inflation", "demand", "demograph", "pay award", "capital financing", "borrowing",
      "levies", "contingenc", "new burdens", "loss of", "debt", "minimum revenue",
      "growth and", "service growth", "unavoidable", "financing costs", "pay and",
    ]
    if ImportWords.holds(title, surePressures), !ImportWords.holds(title, ["council tax", "grant"])
    {
      return .pressure
    }
    // Waste costs, unless the title says that it is sold or paid for.
    let pays = ["council tax", "grant"] + ImportWords.producers + ImportWords.income
    if ImportWords.holds(title, ["waste"]), !ImportWords.holds(title, pays) { return .pressure }
    if ImportWords.holds(title, ImportWords.funding + ["tax base", "taxbase"]) { return .funding }
    if ImportWords.holds(title, ImportWords.income) { return .income }
    if ImportWords.holds(title, ImportWords.pressure) { return .pressure }
    return nil
  }

  /// The role that the title of a section, or of its total, names.
  static func role(ofSection title: String?, total: String?) -> Role? {
    [title, total].compactMap { $0 }.compactMap(role(of:)).first { $0 != .memorandum }
  }

  /// Whether a heading is of what closes the gap: savings, unless a line below it pays.
  static func isClosing(_ heading: String) -> Bool {
    let verbs = ["close", "closing", "bridge", "bridging", "meet", "address"]
    return ImportWords.holds(heading, verbs) && ImportWords.holds(heading, ImportWords.gap)
      && !ImportWords.holds(heading, ["closing gap", "closing deficit", "closing surplus"])
  }

  /// The role of a line under a heading of what closes the gap.
  static func role(closing line: String) -> Role {
    role(of: line).flatMap { [.funding, .income, .reserves].contains($0) ? $0 : nil } ?? .saving
  }

  /// What the title of a total or a heading says of the lines below it: `cost` for what is spent.
  ///
  /// Nil where it says nothing, or two things.
  static func role(ofGroup title: String) -> Role? {
    if ImportWords.holds(title, ImportWords.lessens) { return nil }
    let isSpent = ImportWords.holds(title, ImportWords.spending)
    switch role(of: title) {
    case .memorandum: return nil
    case nil: return isSpent ? .cost : nil
    case .funding?: return isSpent ? nil : .funding
    case let role?: return role
    }
  }

  /// The role of most lines, as far as their titles name one; nil where no role is that of most.
  static func role(ofMost lines: [String]) -> Role? {
    var counts: [Role: Int] = [:]
    for line in lines {
      if let role = role(of: line) { counts[role, default: 0] += 1 }
    }
    let most = Role.allCases.max { counts[$0, default: 0] < counts[$1, default: 0] }
    guard let most, let count = counts[most], count * 2 > lines.count else { return nil }
    return most
  }

  /// The role of a line whose own title may say otherwise than its section.
  static func role(of line: String, in section: Role?) -> Role? {
    let own = role(of: line)
    guard let section else { return own }
    switch own {
    case .reserves where section != .saving, .saving where section != .reserves: return own
    case .funding where section == .income: return own
    default: return section
    }
  }
}
