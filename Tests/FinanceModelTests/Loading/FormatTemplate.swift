import Foundation

@testable import FinanceModel

/// A small sound file with a place for the keys of one kind of mapping.
struct FormatTemplate: Sendable {
  /// The keys that are always there, each with its value.
  let entries: [(key: String, value: String)]
  /// Keys of which a mapping has only one.
  var alternatives: [Set<String>] = []
  /// The file around the mapping's text.
  let file: @Sendable (_ mapping: String) -> String

  /// What is wrong with the file when the mapping has these keys too; nil for nothing.
  func diagnostics(with typed: String) throws -> Diagnostics? {
    let text = file(mapping(with: typed))
    return try Self.diagnostics(of: text)
  }

  /// What is wrong with a text among the files that its kind may name; nil for nothing.
  static func diagnostics(of text: String) throws -> Diagnostics? {
    let folder = FileManager.default.temporaryDirectory.path + "/mtfs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (name, companion) in companions.merging(["file.yaml": text], uniquingKeysWith: { $1 }) {
      try companion.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    return Pipeline.diagnostics(of: ["\(folder)/file.yaml"])
  }

  /// The keys as flow text: the typed ones, and of the others those that they do not replace.
  private func mapping(with typed: String) -> String {
    let names = keys(of: typed)
    let others = entries.filter { entry in
      !names.contains(entry.key)
        && !alternatives.contains { $0.contains(entry.key) && !$0.isDisjoint(with: names) }
    }
    return "{ " + (others.map { "\($0.key): \($0.value)" } + [typed]).joined(separator: ", ") + " }"
  }

  /// The keys of flow text; of text that is no YAML, the first.
  private func keys(of typed: String) -> Set<String> {
    let file = SourceFile(path: "", text: "{ \(typed) }")
    guard case .mapping(let given, _)? = try? NodeParser.parse(file) else {
      return [String(typed.prefix { $0 != ":" })]
    }
    return Set(given.map(\.key.text))
  }

  private static let companions = [
    "plan.yaml": plan(
      sections: growth(
        "\(registered), { id: prices, recurring: [1.000, 1.000], status: green }")),
    "published.tsv": "Title\t2017-18\t2018-19\nPay award\t1.000\t1.000\n",
    "repeated.tsv": "Notes\t\t\nTitle\t2017-18\tSecond year\nPay\t1.000\t1.000\n",
    "thousands.tsv": "Title\t2017-18\t2018-19\nPay award\t1,000\t1,000\n",
    "misprint.tsv": "Title\t2017-18\t2018-19\nPay award\t1.100\t1.000\n",
    "delivery.tsv": "Title\tProposed\tAchieved\nFamilies\t5.879\t5.801\n",
    "principles.tsv":
      "year\tclass\tcore\tadult social care\tpounds\trule\tstatus\tsource\n"
      + "2017-18\tdistrict\t2%\t\t5.00\t"
      + "excessive only if at the percentage or more and more than the pounds\tdraft\ta report\n",
    "savings.csv": "id,title,2017-18,2018-19\nfleet,Fleet,-0.100,-0.100\n",
  ]

  private static let line = "{ id: pay, title: Pay award, recurring: [1.000, 1.000] }"
  private static let registered =
    line.dropLast(2)
    + ", owner: Finance, service: Corporate, priority: people, status: amber }"

  /// A plan as one text in braces, with more keys where they are given.
  private static func plan(sections: String, more: String = "") -> String {
    """
    { plan: small, title: Small, unit: £m, base-year: 2016-17, years: [2017-18, 2018-19],
      assumptions: { pay-growth: { unit: "%", values: [2%, 3%] } },
      sections: \(sections)\(more.isEmpty ? "" : ", " + more) }

    """
  }

  private static func growth(_ lines: String, more: String = "") -> String {
    "[{ id: growth, role: pressure, lines: [\(lines)]\(more.isEmpty ? "" : ", " + more) }]"
  }

  private static let table =
    "{ id: delivery, columns: [{ id: proposed, title: Proposed }, { id: achieved, title: Achieved }], "
    + "rows: [{ id: families, title: Families, values: [5.879, 5.801] }] }"

  /// A plan with this council tax; what it has beside it is left open.
  private static func taxed(_ tax: String) -> String {
    plan(
      sections: "[{ id: funding, role: funding, lines: [] }, \(growth(line).dropFirst())",
      more: "council-tax: \(tax)")
  }

  private static func taxed(lines: String) -> String {
    taxed(
      "{ band-d: £1500.00, tax-base: 1000, core-increase: 2%, adult-social-care-increase: 1%, "
        + "collection-fund: 0.100, section: funding, lines: \(lines) }")
  }

  /// A plan with a saving, and what has been achieved of it.
  private static func saved(_ delivery: String) -> String {
    plan(
      sections: "[{ id: savings, role: saving, lines: "
        + "[{ id: fleet, owner: Place, recurring: [(0.100), (0.100)] }] }]",
      more: "savings-delivery: \(delivery)")
  }

  /// A plan with this net budget, a line of the service that may have its budget, and council tax.
  private static func budgeted(_ budget: String) -> String {
    plan(
      sections:
        "[{ id: funding, role: funding, lines: [{ id: tax, base: (4.000), recurring: [~, ~] }] }, "
        + growth(String(registered)).dropFirst(), more: "net-budget: \(budget)")
  }

  private static func scenario(_ change: String) -> String {
    "{ scenario: question, based-on: plan.yaml, changes: [\(change)] }\n"
  }

  /// A template for each kind of mapping, by the name of its `KeySet`.
  static let all: [String: FormatTemplate] = [
    "a plan": FormatTemplate(
      entries: [
        ("plan", "small"), ("title", "Small"), ("unit", "£m"), ("years", "[2017-18, 2018-19]"),
        ("sections", growth(line)),
      ], alternatives: [["base-year", "base-years"]]
    ) { $0 + "\n" },
    "an assumption": FormatTemplate(entries: [("unit", "\"%\""), ("values", "[2%, 3%]")]) {
      plan(sections: growth(line)).replacingOnce("{ unit: \"%\", values: [2%, 3%] }", with: $0)
    },
    "a range": FormatTemplate(
      entries: [("low", "1%"), ("central", "2%"), ("high", "3%")],
      alternatives: [["low", "values"], ["central", "values"], ["high", "values"]]
    ) {
      plan(sections: growth(line)).replacingOnce(
        "values: [2%, 3%]", with: "values: 2%, range: \($0)")
    },
    "exceptional support": FormatTemplate(
      entries: [
        ("id", "support"), ("section", "growth"), ("status", "agreed"), ("amounts", "[1.000, ~]"),
        ("interest", "5%"), ("repay-over", "20"),
      ]
    ) { plan(sections: growth(line), more: "exceptional-support: [\($0)]") },
    "a memorandum account": FormatTemplate(
      entries: [
        ("id", "high-needs"), ("section", "growth"), ("opening", "1.000"),
        ("in-year-deficit", "[0.500, ~]"), ("interest", "5%"),
      ]
    ) { plan(sections: growth(line), more: "memorandum-accounts: [\($0)]") },
    "a net budget": FormatTemplate(entries: [("corporate", "4.000")]) { budgeted($0) },
    "a service of the net budget": FormatTemplate(
      entries: [("service", "Corporate"), ("base", "3.000")]
    ) { budgeted("{ services: [\($0)] }") },
    "a section": FormatTemplate(
      entries: [("id", "growth"), ("role", "pressure"), ("lines", "[\(line)]")]
    ) { plan(sections: "[\($0)]") },
    "a total": FormatTemplate(entries: [("id", "total-growth")]) {
      plan(sections: growth(line, more: "total: \($0)"))
    },
    "a heading": FormatTemplate(entries: [("heading", "Pay")]) {
      plan(sections: growth("\($0), \(line)"))
    },
    "a line": FormatTemplate(
      entries: [("id", "pay"), ("title", "Pay award"), ("recurring", "[1.000, 1.000]")],
      alternatives: [["recurring", "one-off", "level", "full-year"]]
    ) { plan(sections: growth("\($0), { id: prices, recurring: [1.000, 1.000] }")) },
    "a figure": FormatTemplate(entries: [("id", "result"), ("figure", "\"= 2 * pay\"")]) {
      plan(sections: growth(line).dropLast() + ", \($0)]")
    },
    "a total column": FormatTemplate(entries: [("id", "total-of-years")]) {
      plan(sections: growth(line), more: "total-column: \($0)")
    },
    "a table": FormatTemplate(
      entries: [
        ("id", "delivery"), ("columns", "[{ id: proposed, title: Proposed }]"),
        ("rows", "[{ id: families, values: [5.879] }]"),
      ]
    ) { plan(sections: growth(line), more: "tables: [\($0)]") },
    "a column": FormatTemplate(entries: [("id", "achieved"), ("title", "Achieved")]) {
      plan(
        sections: growth(line),
        more: "tables: [{ id: delivery, columns: [{ id: proposed }, { id: at-risk, "
          + "formula: \"= proposed\" }, \($0)], rows: [{ heading: Adults }] }]"
      )
    },
    "a row of a table": FormatTemplate(
      entries: [("id", "families"), ("values", "[5.879, 5.801]")],
      alternatives: [["values", "figure"]]
    ) {
      plan(
        sections: growth(line),
        more: "tables: [{ id: delivery, columns: [{ id: proposed }, { id: achieved }], "
          + "rows: [{ id: adults, values: [1.000, 1.000] }, \($0)] }]")
    },
    "an identity": FormatTemplate(entries: [("id", "balanced"), ("holds", "\"pay = £1m\"")]) {
      plan(sections: growth(line), more: "checks: [\($0)]")
    },
    "a published table": FormatTemplate(entries: [("table", "published.tsv")]) {
      plan(sections: growth(line), more: "tables: [\(table)], published: [\($0)]")
    },
    "a noted difference": FormatTemplate(
      entries: [
        ("row", "pay"), ("column", "2017-18"), ("difference", "0.100"), ("because", "a misprint"),
      ]
    ) {
      plan(sections: growth(line), more: "published: [{ table: misprint.tsv, noted: [\($0)] }]")
    },
    "a claim": FormatTemplate(
      entries: [
        ("id", "pay-2m"), ("says", "A pay award of £2m"), ("value", "£2m"),
        ("equals", "\"= total(pay)\""),
      ]
    ) { plan(sections: growth(line), more: "claims: [\($0)]") },
    "a further figure of a claim": FormatTemplate(
      entries: [("id", "pay-share"), ("value", "100%"), ("of", "\"= total(growth)\"")],
      alternatives: [["equals", "of"]]
    ) {
      plan(
        sections: growth(line),
        more: "claims: [{ id: pay-2m, says: A pay award of £2m, value: £2m, "
          + "equals: \"= total(pay)\", figures: [\($0)] }]")
    },
    "a noted difference of a claim": FormatTemplate(
      entries: [("difference", "£1m"), ("because", "the text counts NI twice")]
    ) {
      plan(
        sections: growth(line),
        more: "claims: [{ id: pay-3m, says: A pay award of £3m, value: £3m, "
          + "equals: \"= total(pay)\", noted: \($0) }]")
    },
    "a scenario": FormatTemplate(entries: [("scenario", "question"), ("based-on", "plan.yaml")]) {
      $0 + "\n"
    },
    "a change": FormatTemplate(
      entries: [("name", "More pay"), ("line", "pay"), ("scale", "120%")],
      alternatives: [
        ["line", "lines", "assumption", "insert", "remove"],
        [
          "set", "add", "scale", "shift", "slip", "deliver", "profile", "insert", "remove",
        ],
      ]
    ) { scenario($0) },
    "a grouping": FormatTemplate(entries: [("titles", "{ people: Strong communities }")]) {
      plan(sections: growth(line), more: "groups: { priority: \($0) }")
    },
    "the share of a status": FormatTemplate(entries: [("share", "60%")]) {
      plan(sections: growth(line), more: "delivery-by-status: { amber: \($0), green: 100% }")
    },
    "an inserted line": FormatTemplate(
      entries: [("id", "rent"), ("section", "growth"), ("recurring", "[0.100, ~]")],
      alternatives: [["after", "section"], ["recurring", "one-off", "level", "full-year"]]
    ) { scenario("{ name: Rent, insert: \($0) }") },
    "council tax": FormatTemplate(
      entries: [
        ("band-d", "£1500.00"), ("tax-base", "1000"), ("core-increase", "[2%, 2%]"),
        ("section", "funding"),
        ("lines", "{ base-growth: { id: base-growth }, core-increase: { id: council-tax } }"),
      ]
    ) { taxed($0) },
    "the set of lines of council tax": FormatTemplate(
      entries: [
        ("base-growth", "{ id: base-growth }"), ("core-increase", "{ id: council-tax }"),
        ("adult-social-care-increase", "{ id: precept }"),
        ("collection-fund", "{ id: collection-fund }"),
      ]
    ) { taxed(lines: $0) },
    "a line of council tax": FormatTemplate(entries: [("id", "council-tax")]) {
      taxed(
        lines: "{ base-growth: { id: base-growth }, core-increase: \($0), "
          + "adult-social-care-increase: { id: precept }, collection-fund: { id: fund } }")
    },
    "the delivery of savings": FormatTemplate(
      entries: [("savings", "{ fleet: { achieved: 0.060 } }")]
    ) { saved($0) },
    "a saving in delivery": FormatTemplate(entries: [("achieved", "0.060")]) {
      saved("{ savings: { fleet: \($0) } }")
    },
    "a risk register": FormatTemplate(
      entries: [("register", "[{ id: pay-award, lower: 0.250, upper: 0.750, likelihood: 50% }]")]
    ) { plan(sections: growth(line), more: "risks: \($0)") },
    "a risk": FormatTemplate(
      entries: [
        ("id", "pay-award"), ("lower", "0.250"), ("upper", "0.500"), ("likelihood", "50%"),
      ]
    ) { plan(sections: growth(line), more: "risks: { register: [\($0)] }") },
    "a reserve": FormatTemplate(
      entries: [("id", "flood-reserve"), ("kind", "earmarked"), ("opening", "7.250")]
    ) {
      plan(
        sections: growth("\(line), { id: draw, role: reserves, one-off: [(1.000), ~] }"),
        more: "reserves: [\($0)]")
    },
    "a selection of lines": FormatTemplate(entries: [("section", "growth")]) {
      scenario("{ name: More, lines: \($0), scale: 120% }")
    },
  ].merging(layouts) { $1 }
}
