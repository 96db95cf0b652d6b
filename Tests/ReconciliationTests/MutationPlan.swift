@testable import FinanceModel

/// A random plan: sections with totals, lines on every basis, driven lines, figures over all of them.
struct MutationPlan {
  /// The text of the plan, its typed figures to three decimals.
  let rounded: String
  /// The same plan with its figures before rounding, and nothing rounded.
  let fine: String

  /// `hasProducts` adds figures that multiply, compare and round.
  init(by random: inout MutationRandom, hasProducts: Bool) {
    var texts = [Text(places: 3), Text(places: 6)]
    let sections = Int.random(in: 1...3, using: &random)
    var lines: [String] = []
    var totals: [String] = []
    for section in 0..<sections {
      let role = ["funding", "pressure", "saving"][section]
      for index in texts.indices {
        texts[index].add("  - id: part\(section)\n    title: Part \(section)\n    role: \(role)")
        texts[index].add("    total: { id: total\(section), title: Total \(section) }\n    lines:")
      }
      for number in 0..<Int.random(in: 1...6, using: &random) {
        let id = "line\(section)x\(number)"
        let basis = random.pick(["recurring", "recurring", "level", "one-off"])
        let isDriven =
          basis == "recurring" && !lines.isEmpty && Int.random(in: 0..<4, using: &random) == 0
        let driver = lines.randomElement(using: &random) ?? id
        let rate = Int.random(in: 1...150, using: &random)
        // One-offs print what they change by, which is no published input: they lie on the grid.
        let micros = (0..<4).map { _ in
          Int.random(in: -9_000_000...9_000_000, using: &random) / (basis == "one-off" ? 1000 : 1)
            * (basis == "one-off" ? 1000 : 1)
        }
        for index in texts.indices {
          let values = micros.map { texts[index].figure($0) }
          let base = basis == "level" ? ", base: \(values[0])" : ""
          let profile =
            isDriven
            ? "\"= \(driver) * \(rate)%\""
            : "[\(values[1]), \(values[2]), \(values[3])]"
          texts[index].add(
            "      - { id: \(id), title: Line \(section) \(number)\(base), "
              + "\(basis): \(profile) }")
        }
        if basis != "one-off" { lines.append(id) }
      }
      totals.append("total\(section)")
    }
    for number in 0..<Int.random(in: 1...5, using: &random) {
      let formula = MutationPlan.formula(
        lines + totals, &random, hasProducts: hasProducts, depth: 2)
      let isPrinted = Bool.random(using: &random)
      for index in texts.indices {
        texts[index].add(
          "  - { id: figure\(number), title: Figure \(number), figure: \"= \(formula)\""
            + (isPrinted ? " }" : ", print: no }"))
      }
      totals.append("figure\(number)")
    }
    rounded = texts[0].text("printed")
    fine = texts[1].text("none")
  }

  private static func formula(
    _ names: [String], _ random: inout MutationRandom, hasProducts: Bool, depth: Int
  ) -> String {
    let name = random.pick(names)
    guard depth > 0 else {
      // The base year has no sum to look back to in a plan of changes.
      return random.pick([name, name, "previous(\(name), £0m)", "base(\(name))"])
    }
    func inner() -> String {
      formula(names, &random, hasProducts: hasProducts, depth: depth - 1)
    }
    switch Int.random(in: 0..<(hasProducts ? 11 : 6), using: &random) {
    case 0: return "(\(inner()) + \(inner()))"
    case 1: return "(\(inner()) - \(inner()))"
    case 2: return "sum(\(inner()), \(inner()), \(inner()))"
    case 3: return "total(\(name))"
    case 4: return "(0 - \(inner()))"
    case 5: return "at(\(name), 2018-19)"
    case 6: return "(\(inner()) * \(Int.random(in: 1...300, using: &random))%)"
    case 7: return "max(\(inner()), \(inner()))"
    case 8: return "if(\(inner()) > \(inner()), \(inner()), \(inner()))"
    case 9: return "round(\(inner()), 1)"
    default: return "abs(\(inner()))"
    }
  }

  private struct Text {
    let places: Int
    private var lines: [String] = []

    init(places: Int) { self.places = places }

    mutating func add(_ line: String) { lines.append(line) }

    /// A number of pounds in £m, to the plan's places.
    func figure(_ pounds: Int) -> String {
      AmountFormat(decimals: places, negatives: .minus, groupsThousands: false)
        .text(Money(pounds: Int64(pounds)), in: .millions)
    }

    func text(_ rounding: String) -> String {
      "plan: random\ntitle: Random\nunit: £m\ndecimals: 3\nrounding: \(rounding)\n"
        + "base-year: 2016-17\nyears: [2017-18, 2018-19, 2019-20]\nsections:\n"
        + lines.joined(separator: "\n") + "\n"
    }
  }
}

extension Plan {
  /// A plan from its text.
  init(random text: String) throws {
    try self.init(SourceFile(path: "random.yaml", text: text))
  }

  /// The table that this plan prints, read back as another plan's published one.
  func printed(for plan: Plan) -> PublishedTable {
    let engine = Evaluator(PlanIndex(self))
    let rows = plan.rows.indices.filter { plan.rows[$0].isPrinted }.map { row in
      let reader = PublishedCellReader(
        problems: Problems(), row: plan.rows[row], style: nil, planUnit: plan.unit)
      let cells = (0..<plan.columnCount).map { column in
        let text = AmountFormat(decimals: 3, negatives: .brackets, groupsThousands: true)
          .text(engine.shown(row, .position(column)), in: .millions)
        return reader.cell(
          DelimitedCell(text: text, range: plan.range), column: .position(column))
      }
      return PublishedTable.Row(title: plan.rows[row].title, row: row, cells: cells)
    }
    return PublishedTable(name: "random.tsv", rows: rows, style: nil, noted: [])
  }
}
