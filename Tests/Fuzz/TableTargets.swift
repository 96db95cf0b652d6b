#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a published table, and holds a small plan against it.
enum PublishedTarget {
  private static let plan = """
    plan: small
    title: Small
    unit: £m
    base-year: 2025-26
    years: [2026-27, 2027-28]
    total-column: { id: total }
    sections:
      - id: changes
        role: pressure
        lines:
          - { id: pay, title: Pay, base: 10.000, recurring: [3.000, 2.500] }
          - { heading: Others }
          - { id: grant, title: Grant, role: funding, one-off: [(0.900), ~] }
        total: { id: total-changes, title: Total }
    published: [{ table: NAME }]

    """

  static func hold(_ bytes: [UInt8]) {
    let name = tableName(bytes)
    let table = SourceFile(path: name, bytes: bytes)
    let text = plan.split(separator: "NAME").joined(separator: name)
    _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let plan = try PlanLoader.plan(
        SourceFile(path: "./plan.yaml", text: text), beside: [name: table])
      return shown(.reconciliation(try plan.reconciled()))
    }
  }

  /// What the file is called, which tells how its cells are parted.
  static func tableName(_ bytes: [UInt8]) -> String {
    bytes.prefix { $0 != 10 }.contains(9) ? "table.tsv" : "table.csv"
  }
}

/// Reads a register that a plan names: of lines, of risks, and of referendum principles.
enum RegisterTarget {
  private static func plan(_ rows: String) -> String {
    """
    plan: small
    title: Small
    unit: £000
    base-year: 2025-26
    years: [2026-27, 2027-28]
    \(rows)

    """
  }

  static func hold(_ bytes: [UInt8]) {
    let name = PublishedTarget.tableName(bytes)
    put(bytes, in: name)
    let plans = [
      plan("sections: [{ id: all, role: pressure, lines: \(name) }]"),
      plan("risks: { contingency: 250, general-fund: \"1,850\", register: \(name) }"),
    ]
    for text in plans {
      _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
        let plan = try Plan(SourceFile(path: "./plan.yaml", text: text))
        let answer = try Question(base: plan).answer()
        return shown(.table(answer.result)) + shown(.gap(answer))
      }
    }
    let plan = SourceFile(path: "./plan.yaml", text: name)
    _ = Outcome.ofTwoReadings { () throws(Diagnostics) in
      let problems = Problems()
      let path = Node.Scalar(
        text: name, style: .plain, range: SourceRange(file: plan, bytes: 0..<name.utf8.count))
      let principles = PrinciplesLoader(problems: problems, plan: plan).principles(path, for: nil)
      try problems.throwIfAny()
      return "\(principles.count)"
    }
  }

  private static func put(_ bytes: [UInt8], in path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { fatalError("no file can be written where the check runs") }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { fatalError("no file can be written where the check runs") }
      rest = rest.dropFirst(count)
    }
    close(descriptor)
  }
}
