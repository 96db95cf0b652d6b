extension SheetFormula {
  /// The formula as a cell of a sheet has it, without the equals sign.
  func text(_ addresses: SheetAddresses, on sheet: Spreadsheet.SheetID) -> String {
    switch self {
    case .number(let digits): return digits
    case .text(let text):
      let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + doubled.joined(separator: "\"\"") + "\""
    case .cell(let place): return addresses.text(place, from: sheet)
    case .area(let from, let to): return addresses.text(from, to, from: sheet)
    case .call(let name, let parts):
      return name + "(" + parts.map { $0.text(addresses, on: sheet) }.joined(separator: ",") + ")"
    case .negative(let inner): return "-" + inner.text(addresses, on: sheet, within: .product)
    case .sum(let terms):
      return terms.enumerated().map { position, term in
        let text = term.formula.text(addresses, on: sheet, within: position == 0 ? .sum : .term)
        return term.isSubtracted ? "-" + text : position == 0 ? text : "+" + text
      }.joined()
    case .product(let first, let factors):
      return factors.reduce(first.text(addresses, on: sheet, within: .product)) { text, factor in
        text + (factor.isDivisor ? "/" : "*")
          + factor.formula.text(addresses, on: sheet, within: .factor)
      }
    case .comparison(let left, let sign, let right):
      return left.text(addresses, on: sheet) + sign + right.text(addresses, on: sheet)
    }
  }

  /// What stands around a part, which decides whether it needs brackets.
  private enum Around { case sum, term, product, factor }

  private func text(
    _ addresses: SheetAddresses, on sheet: Spreadsheet.SheetID, within around: Around
  ) -> String {
    let text = text(addresses, on: sheet)
    let needsBrackets =
      switch self {
      case .number, .text, .cell, .area, .call: false
      case .comparison: true
      case .sum: around != .sum
      case .negative: around != .sum
      case .product: around == .factor
      }
    return needsBrackets ? "(\(text))" : text
  }
}
