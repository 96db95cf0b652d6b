/// Finds which rows stand together: the lines of a total, and the lines under a heading.
struct SectionFinder {
  let rows: [ImportedRow]
  let made: [Int: MadeRow]
  /// Whether a line prints as positive what lowers the gap.
  let isTurned: (Int) -> Bool

  struct Block {
    /// The row of the heading that names it.
    var heading: Int?
    var title: String?
    /// Its lines and the headings between them.
    var rows: [Int]
    var total: Int?
  }

  /// The blocks in printed order. A line in none of them stands by itself.
  func blocks() -> [Block] {
    let withTotal = withTotals()
    var owned = Set(withTotal.flatMap { $0.rows + [$0.heading, $0.total].compactMap { $0 } })
    var blocks = withTotal
    var index = 0
    while index < rows.count {
      guard isLine(index), !owned.contains(index) else {
        index += 1
        continue
      }
      let start = index
      while index < rows.count, !owned.contains(index),
        rows[index].kind == .leftOut || (isLine(index) && continues(index, from: start))
      {
        index += 1
      }
      let run = (start..<index).filter { isLine($0) }
      let heading = heading(above: start).flatMap { owned.contains($0) ? nil : $0 }
      blocks += pieces(run, heading: heading)
      owned.formUnion(run)
    }
    return blocks.sorted { ($0.rows.first ?? 0) < ($1.rows.first ?? 0) }
  }

  private func isLine(_ row: Int) -> Bool { rows[row].kind == .line && made[row] == nil }

  /// Whether a line goes on with the run of another: in the same section, and money like it.
  private func continues(_ row: Int, from start: Int) -> Bool {
    rows[row].section == rows[start].section
      && rows[row].unit.isMoney == rows[start].unit.isMoney
  }

  private func heading(above row: Int) -> Int? {
    var place = row - 1
    while place >= 0, rows[place].kind == .leftOut { place -= 1 }
    return place >= 0 && rows[place].kind == .heading ? place : nil
  }

  /// The lines directly above the totals that add them up and nothing else.
  private func withTotals() -> [Block] {
    var owned: Set<Int> = []
    var blocks: [Block] = []
    for (total, how) in made.sorted(by: { $0.key < $1.key }) {
      guard case .sum(let terms) = how, let first = terms.map(\.row).min(), first < total else {
        continue
      }
      let lines = Set(terms.map(\.row))
      let between = (first..<total).filter { rows[$0].kind != .leftOut }
      guard terms.allSatisfy({ !$0.isNegative && made[$0.row] == nil }),
        lines.allSatisfy({ $0 < total && !owned.contains($0) }),
        between.allSatisfy({ lines.contains($0) || rows[$0].kind == .heading }),
        Set(terms.map { isTurned($0.row) }).count == 1,
        Set(terms.map { rows[$0.row].section }).count == 1,
        !hasSeveralRoles(between, heading: heading(above: first), total: total)
      else { continue }
      let heading = heading(above: first)
      blocks.append(
        Block(
          heading: heading, title: heading.map { rows[$0].title } ?? rows[first].section,
          rows: between, total: total))
      owned.formUnion(lines)
    }
    return blocks
  }

  /// Whether the headings over the rows of a total name several roles, so that they are sections.
  private func hasSeveralRoles(_ between: [Int], heading: Int?, total: Int) -> Bool {
    let inner = between.filter { rows[$0].kind == .heading }
    let all = ([heading].compactMap { $0 } + inner).map { RoleFinder.role(of: rows[$0].title) }
    if Set(all.compactMap { $0 }).count > 1 { return true }
    if inner.contains(where: { RoleFinder.isClosing(rows[$0].title) }) { return true }
    // What is left to find adds up everything; its parts are not all of one kind.
    return !inner.isEmpty && Set(all).count > 1
      && ImportWords.holds(rows[total].title, ImportWords.gap + ["net"])
  }

  /// A run of lines, parted where signs change, since a section has one convention.
  private func pieces(_ run: [Int], heading: Int?) -> [Block] {
    guard let first = run.first else { return [] }
    let title = heading.map { rows[$0].title } ?? rows[first].section
    var blocks: [Block] = []
    for row in run {
      if var last = blocks.popLast() {
        let isSame = last.rows.last.map(isTurned) == isTurned(row)
        if isSame {
          last.rows.append(row)
          blocks.append(last)
          continue
        }
        blocks.append(last)
      }
      blocks.append(
        Block(
          heading: blocks.isEmpty ? heading : nil, title: blocks.isEmpty ? title : nil,
          rows: [row], total: nil))
    }
    return blocks
  }
}
