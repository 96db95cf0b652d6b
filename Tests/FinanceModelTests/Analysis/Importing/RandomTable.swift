@testable import FinanceModel

/// A plan by chance and its table as text in a style by chance, with the gap that it has.
///
/// Lines are whole thousandths, totals their sums, so that the table adds up. The gap is worked out
/// here, from the lines alone.
struct RandomTable {
  let text: String
  let path: String
  /// The required gap of each year, in thousandths of a million.
  let required: [Int]
  /// How many rows have figures.
  let figureRows: Int
  /// Whether its savings add to the gap over all years, so that they may be none.
  let isDoubtful: Bool

  private struct Block {
    let title: String
    let total: String
    /// 1 where its figures add to the gap as printed, -1 where they are printed the other way round.
    let sign: Int
    let isSaving: Bool
    let lines: [(title: String, figures: [Int])]
  }

  private static let pressures = [
    "Pay award", "Contract inflation", "Adult social care demand", "Demographic growth",
    "Capital financing costs", "Energy price pressures", "New burdens", "Pension costs",
  ]
  private static let funding = [
    "Council tax increase", "Revenue Support Grant", "Business rates", "New Homes Bonus",
    "Services grant", "Collection fund surplus",
  ]
  private static let savings = [
    "Digital savings", "Procurement savings", "Estate savings", "Agency staff savings",
    "Fleet savings",
  ]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let count = 3 + pick(3)
    let first = 2020 + pick(10)
    let isPositive = pick(2) == 0
    func figure(_ sign: Int) -> Int { sign * (100 + pick(9000)) }
    func lines(_ titles: [String], _ sign: Int) -> [(title: String, figures: [Int])] {
      titles.prefix(2 + pick(titles.count - 1)).map { title in
        (title, (0..<count).map { _ in pick(8) == 0 ? 0 : figure(pick(6) == 0 ? -sign : sign) })
      }
    }
    let blocks = [
      Block(
        title: "Pressures", total: "Total pressures", sign: 1, isSaving: false,
        lines: lines(RandomTable.pressures, 1)),
      Block(
        title: "Funding changes", total: "Total funding changes", sign: isPositive ? -1 : 1,
        isSaving: false, lines: lines(RandomTable.funding, isPositive ? 1 : -1)),
      Block(
        title: "Savings", total: "Total savings", sign: isPositive ? -1 : 1, isSaving: true,
        lines: lines(RandomTable.savings, isPositive ? 1 : -1)),
    ]
    let hasHeadings = pick(2) == 0
    let hasTotal = pick(2) == 0
    let yearStyle = pick(4)
    let years = (0..<count).map { index -> String in
      let (start, end) = (first + index, (first + index + 1) % 100)
      let short = (end < 10 ? "0" : "") + String(end)
      return [
        "\(start)-\(short)", "\(start)/\(short)", "\(start)/\(start + 1)", "\(start)–\(short)",
      ][
        yearStyle]
    }
    var rows: [[String]] = [["Budget changes £m"] + years + (hasTotal ? ["Total"] : [])]
    let negative = pick(3)
    func printed(_ value: Int) -> String {
      if value == 0, pick(2) == 0 { return ["-", "–", "0.000"][pick(3)] }
      let size = abs(value)
      let tail = String(size % 1000)
      let text = "\(size / 1000)." + String(repeating: "0", count: 3 - tail.count) + tail
      return value >= 0 ? text : ["(\(text))", "-\(text)", "−\(text)"][negative]
    }
    func row(_ title: String, _ figures: [Int]) -> [String] {
      [title] + figures.map(printed) + (hasTotal ? [printed(figures.reduce(0, +))] : [])
    }
    func sum(_ all: [[Int]]) -> [Int] {
      (0..<count).map { year in all.reduce(0) { $0 + $1[year] } }
    }
    var required = Array(repeating: 0, count: count)
    var remaining = required
    var figureRows = 0
    var isDoubtful = false
    for block in blocks {
      if hasHeadings { rows.append([block.title] + Array(repeating: "", count: rows[0].count - 1)) }
      for line in block.lines { rows.append(row(line.title, line.figures)) }
      let total = sum(block.lines.map(\.figures))
      rows.append(row(block.total, total))
      figureRows += block.lines.count + 1
      let effect = total.map { $0 * block.sign }
      if block.isSaving {
        isDoubtful = effect.reduce(0, +) >= 0
      } else {
        required = sum([required, effect])
      }
      remaining = sum([remaining, effect])
    }
    rows.append(row("Remaining budget gap", remaining))
    self.required = required
    self.isDoubtful = isDoubtful
    self.figureRows = figureRows + 1
    (text, path) = RandomTable.written(rows, style: pick(5))
  }

  private static func written(_ rows: [[String]], style: Int) -> (String, String) {
    switch style {
    case 0: return (rows.map { $0.joined(separator: "\t") + "\n" }.joined(), "table.tsv")
    case 1: return (rows.map { $0.joined(separator: ",") + "\r\n" }.joined(), "table.csv")
    case 2: return (rows.map { $0.joined(separator: ";") + "\n" }.joined(), "table.csv")
    case 3:
      let rule = "|" + rows[0].map { _ in "---|" }.joined() + "\n"
      let lines = rows.map { "| " + $0.joined(separator: " | ") + " |\n" }
      return (lines[0] + rule + lines.dropFirst().joined(), "table.md")
    default:
      let text = rows.map { row in
        var line = row[0] + String(repeating: " ", count: max(1, 40 - row[0].count))
        for cell in row.dropFirst() {
          line += String(repeating: " ", count: max(2, 12 - cell.count)) + cell
        }
        return line + "\n"
      }
      return (text.joined(), "page.txt")
    }
  }
}
