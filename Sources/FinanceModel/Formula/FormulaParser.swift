/// Reads the text of a formula: `= levy-rate * previous(working-level)`.
struct FormulaParser {
  private let tokens: [FormulaToken]
  private var position = 0
  private var depth = 0
  private var isInTotal = false

  /// The deepest nesting of brackets and functions.
  static let deepest = 64
  /// The longest formula, in bytes.
  static let longest = 100_000

  private init(_ tokens: [FormulaToken]) {
    self.tokens = tokens
  }

  /// The formula in a scalar that begins with an equals sign.
  static func formula(_ scalar: Node.Scalar) throws(Diagnostics) -> Formula {
    let (text, tokens) = try prepare(scalar)
    var parser = FormulaParser(tokens)
    let expression = try parser.sum()
    try parser.finish()
    return Formula(text: text, expression: expression, range: scalar.range)
  }

  /// The comparison in a scalar: `total-costs + total-funding = 0`.
  static func condition(_ scalar: Node.Scalar) throws(Diagnostics) -> Condition {
    var parser = FormulaParser(try prepare(scalar, startsAfterEquals: scalar.isFormula).tokens)
    let condition = try parser.condition()
    try parser.finish()
    return condition
  }

  /// The text after the equals sign, and its tokens with their places.
  private static func prepare(
    _ scalar: Node.Scalar, startsAfterEquals: Bool = true
  ) throws(Diagnostics) -> (text: String, tokens: [FormulaToken]) {
    guard scalar.text.utf8.count <= longest else {
      throw Diagnostics(
        Diagnostic(
          .formulaSize, "the formula is longer than \(longest) characters", at: scalar.range,
          label: "expected a shorter formula", help: "add the rows of a section with sum(its-id)"))
    }
    let body = startsAfterEquals ? scalar.text.dropFirst() : scalar.text[...]
    let skipped = scalar.text.utf8.count - body.utf8.count
    let start = scalar.range.bytes.lowerBound + (scalar.style == .plain ? 0 : 1)
    let end = start + scalar.text.utf8.count
    let isVerbatim =
      end <= scalar.range.bytes.upperBound
      && scalar.range.file.bytes[start..<end].elementsEqual(scalar.text.utf8)
    let tokens = try FormulaTokens.of(String(body)) { bytes in
      guard isVerbatim else { return scalar.range }
      let lower = start + skipped + bytes.lowerBound
      return SourceRange(file: scalar.range.file, bytes: lower..<(lower + bytes.count))
    }
    let text = body.drop { $0 == " " }
    return (String(text), tokens)
  }

  private var current: FormulaToken { tokens[position] }

  private mutating func advance() -> FormulaToken {
    defer { if position < tokens.count - 1 { position += 1 } }
    return tokens[position]
  }

  private mutating func take(_ sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    _ = advance()
    return true
  }

  private func fault(_ expected: String, help: String? = nil) -> Diagnostics {
    let found =
      current.kind == .end
      ? "the formula ends too soon" : "'\(current.range.text)' does not fit here"
    return Diagnostics(
      Diagnostic(
        .formulaSyntax, found, at: current.range, label: "expected \(expected)", help: help))
  }

  private mutating func expect(_ sign: String, _ expected: String) throws(Diagnostics) {
    if !take(sign) { throw fault(expected) }
  }

  private func finish() throws(Diagnostics) {
    guard current.kind == .end else { throw fault("+ - * / or the end of the formula") }
  }

  private func spanning(_ start: SourceRange) -> SourceRange {
    let end = tokens[max(position - 1, 0)].range.bytes.upperBound
    return SourceRange(
      file: start.file, bytes: start.bytes.lowerBound..<max(end, start.bytes.upperBound))
  }

  private mutating func sum() throws(Diagnostics) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= FormulaParser.deepest else {
      throw Diagnostics(
        Diagnostic(
          .formulaSize, "the formula nests more than \(FormulaParser.deepest) brackets",
          at: current.range, label: "expected a simpler formula",
          help: "give a part of it a row of its own, with 'print: no'"))
    }
    let start = current.range
    var terms = [Expression.Term(isSubtracted: false, expression: try product())]
    while current.kind == .sign("+") || current.kind == .sign("-") {
      let isSubtracted = advance().kind == .sign("-")
      terms.append(Expression.Term(isSubtracted: isSubtracted, expression: try product()))
    }
    if terms.count == 1 { return terms[0].expression }
    return Expression(kind: .sum(terms), range: spanning(start))
  }

  private mutating func product() throws(Diagnostics) -> Expression {
    let start = current.range
    let first = try signed()
    var factors: [Expression.Factor] = []
    while current.kind == .sign("*") || current.kind == .sign("/") {
      let isDivisor = advance().kind == .sign("/")
      factors.append(Expression.Factor(isDivisor: isDivisor, expression: try signed()))
    }
    if factors.isEmpty { return first }
    return Expression(kind: .product(first, factors), range: spanning(start))
  }

  private mutating func signed() throws(Diagnostics) -> Expression {
    let start = current.range
    if take("-") {
      return Expression(kind: .negative(try operand()), range: spanning(start))
    }
    _ = take("+")
    return try operand()
  }

  private mutating func operand() throws(Diagnostics) -> Expression {
    let start = current.range
    switch current.kind {
    case .number(let number):
      _ = advance()
      return Expression(kind: number == .zero ? .zero : .number(number), range: start)
    case .money(let money):
      _ = advance()
      return Expression(kind: .money(money), range: start)
    case .sign("("):
      _ = advance()
      let inner = try sum()
      try expect(")", "a closing bracket")
      return inner
    case .name(let name):
      _ = advance()
      if take("(") { return try call(name, from: start) }
      return Expression(kind: .name(try identifier(name, at: start)), range: start)
    case .year:
      throw fault("a value", help: "a year stands only in at(x, 2017-18); to divide, put spaces")
    default:
      throw fault("a value: a name, a number such as 3%, £1.5m, or a bracket")
    }
  }

  private func identifier(_ name: String, at range: SourceRange) throws(Diagnostics) -> Identifier {
    if FormulaWords.functions.contains(name) {
      throw Diagnostics(
        Diagnostic(
          .formulaSyntax, "'\(name)' is a function", at: range,
          label: "expected brackets after it", help: "write \(name)(...)"))
    }
    guard let identifier = Identifier(name) else {
      throw Diagnostics(
        Diagnostic(
          .formulaSyntax, "'\(name)' is not a name", at: range,
          label: "expected lower-case letters, digits and hyphens"))
    }
    return identifier
  }

  private mutating func call(_ name: String, from start: SourceRange) throws(Diagnostics)
    -> Expression
  {
    let kind = try arguments(of: name, at: start)
    try expect(")", "a closing bracket after the values of \(name)")
    return Expression(kind: kind, range: spanning(start))
  }

  private mutating func arguments(of name: String, at start: SourceRange) throws(Diagnostics)
    -> Expression.Kind
  {
    switch name {
    case "annual", "cumulative", "level":
      return .series(Series(rawValue: name) ?? .annual, try row(of: name))
    case "base": return .base(try row(of: name))
    case "total": return .total(try totalled(at: start))
    case "previous":
      let expression = try sum()
      return .previous(expression, default: take(",") ? try sum() : nil)
    case "at":
      let expression = try sum()
      try expect(",", "a comma and a year, as in at(x, 2017-18)")
      return .at(expression, try column())
    case "round":
      let expression = try sum()
      try expect(",", "a comma and the number of decimals, as in round(x, 2)")
      guard case .number(let number) = current.kind, number.trillionths % FixedPoint.one == 0,
        (0...6).contains(number.trillionths / FixedPoint.one)
      else { throw fault("a number of decimals from 0 to 6") }
      _ = advance()
      return .rounded(expression, places: Int(number.trillionths / FixedPoint.one))
    case "if":
      let condition = try condition()
      try expect(",", "a comma and the value when it holds, as in if(x > 0, x, 0)")
      let then = try sum()
      try expect(",", "a comma and the value when it does not hold")
      return .choice(condition, then: then, otherwise: try sum())
    default:
      guard let function = Expression.Function(rawValue: name) else { throw unknown(name, start) }
      var values = [try sum()]
      while take(",") { values.append(try sum()) }
      if function == .abs && values.count > 1 { throw fault("one value in abs(x)") }
      return .call(function, values)
    }
  }

  /// What is added over all years. A total inside a total would be as long again for each year.
  private mutating func totalled(at start: SourceRange) throws(Diagnostics) -> Expression {
    guard !isInTotal else {
      throw Diagnostics(
        Diagnostic(
          .formulaSyntax, "a total stands inside another", at: start,
          label: "expected one total(...)", help: "a total is the same in every year"))
    }
    isInTotal = true
    defer { isInTotal = false }
    return try sum()
  }

  private func unknown(_ name: String, _ range: SourceRange) -> Diagnostics {
    let nearest = NearestName.of(name, among: FormulaWords.functions)
    return Diagnostics(
      Diagnostic(
        .formulaSyntax, "there is no function '\(name)'", at: range,
        label: "expected one of \(FormulaWords.functions.sorted().joined(separator: ", "))",
        help: nearest.map { "the nearest is '\($0)'" }))
  }

  /// A year, or the name of a column of a table.
  private mutating func column() throws(Diagnostics) -> Expression.Column {
    switch current.kind {
    case .year(let year):
      _ = advance()
      return .year(year)
    case .name(let name):
      let range = advance().range
      return .named(try identifier(name, at: range))
    default: throw fault("a year such as 2017-18, or the column of a table")
    }
  }

  /// The name of a row, the only thing that a series can be taken of.
  private mutating func row(of function: String) throws(Diagnostics) -> Identifier {
    guard case .name(let name) = current.kind else {
      throw fault("the name of a row, as in \(function)(council-tax)")
    }
    let range = advance().range
    return try identifier(name, at: range)
  }

  private mutating func condition() throws(Diagnostics) -> Condition {
    let left = try sum()
    guard case .sign(let sign) = current.kind, let comparison = Condition.Comparison(rawValue: sign)
    else { throw fault("a comparison: = <> < <= > >=") }
    _ = advance()
    return Condition(left: left, comparison: comparison, right: try sum())
  }
}
