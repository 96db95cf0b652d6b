/// Finds the parts of formulas that read a year before the new plan, and puts amounts in their place.
struct FormulaRoller {
  /// The part of a formula that names a year: `base(levy)`, `at(levy, 2016-17)`.
  struct Part {
    let text: String
    let expression: Expression
    /// The year that it reads.
    let year: FinancialYear
    fileprivate let bytes: Range<Int>
  }

  /// The keys whose values are words, even where they begin with an equals sign.
  private static let words: Set<String> = [
    "id", "title", "heading", "note", "source", "text", "says", "because",
  ]

  /// Every such part of the formulas below a node that reads the new base year or one before it.
  static func parts(in node: Node, _ years: RolledYears) -> [Part] {
    switch node {
    case .scalar(let scalar): parts(in: scalar, years)
    case .sequence(let items, _): items.flatMap { parts(in: $0, years) }
    case .mapping(let entries, _):
      entries.flatMap { words.contains($0.key.text) ? [] : parts(in: $0.value, years) }
    }
  }

  /// The node with amounts in the place of parts.
  static func replacing(_ amounts: [String: String], in node: Node, _ years: RolledYears) -> Node {
    if amounts.isEmpty { return node }
    switch node {
    case .scalar(let scalar):
      var text = Array(scalar.text.utf8)
      let parts = parts(in: scalar, years).filter { amounts[$0.text] != nil }
      for part in parts.reversed() {
        put(amounts[part.text] ?? "", at: part.bytes, in: &text)
      }
      if parts.isEmpty { return node }
      return .made(String(decoding: text, as: UTF8.self), at: scalar.range)
    case .sequence(let items, let range):
      return .sequence(items.map { replacing(amounts, in: $0, years) }, range)
    case .mapping(let entries, let range):
      return .mapping(
        entries.map { entry in
          words.contains(entry.key.text)
            ? entry
            : Node.Entry(key: entry.key, value: replacing(amounts, in: entry.value, years))
        }, range)
    }
  }

  /// Adding a negative amount is written as subtracting it.
  private static func put(_ amount: String, at place: Range<Int>, in text: inout [UInt8]) {
    var place = place
    var amount = amount
    if amount.hasPrefix("(-"), text[..<place.lowerBound].suffix(2).elementsEqual("+ ".utf8) {
      amount = "- " + amount.dropFirst(2).dropLast()
      place = (place.lowerBound - 2)..<place.upperBound
    }
    text.replaceSubrange(place, with: Array(amount.utf8))
  }

  private static func parts(in scalar: Node.Scalar, _ years: RolledYears) -> [Part] {
    guard scalar.isFormula else { return [] }
    // Read from a text of its own, so that places are those of the text however it was quoted.
    let file = SourceFile(path: "", text: scalar.text)
    let alone = Node.Scalar(
      text: scalar.text, style: .plain,
      range: SourceRange(file: file, bytes: 0..<scalar.text.utf8.count))
    guard let formula = try? FormulaParser.formula(alone) else { return [] }
    var found: [Part] = []
    collect(formula.expression, years, &found)
    return found
  }

  private static func collect(
    _ expression: Expression, _ years: RolledYears, _ found: inout [Part]
  ) {
    func add(_ year: FinancialYear) {
      found.append(
        Part(
          text: expression.range.text, expression: expression, year: year,
          bytes: expression.range.bytes))
    }
    switch expression.kind {
    case .base:
      if let year = years.old.base { add(year) }
    case .at(_, .year(let year)) where year <= years.base: add(year)
    default: for part in expression.parts { collect(part, years, &found) }
    }
  }
}

extension Value {
  /// It as a formula holds it, in brackets where it is negative: `(-£4.322m)`.
  func written(in unit: Unit) -> String {
    guard let quantity else { return "0" }
    if quantity.isZero { return quantity.isMoney ? "£0" : "0" }
    let size = Cell.figure(quantity.with(trillionths: abs(quantity.trillionths)))
    let text: String
    if quantity.isMoney {
      let suffix = unit == .millions ? "m" : unit == .thousands ? "k" : ""
      let unit = suffix.isEmpty ? Unit.pounds : unit
      text = "£" + size.typed(in: unit, decimals: unit == .millions ? 3 : 0) + suffix
    } else {
      text = size.typed(in: .number, decimals: 0)
    }
    return quantity.trillionths < 0 ? "(-\(text))" : text
  }
}
