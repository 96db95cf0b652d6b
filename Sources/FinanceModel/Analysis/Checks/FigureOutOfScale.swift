extension CheckRule {
  static let figureOutOfScale = CheckRule(
    "figure-out-of-scale",
    finds: "a typed change that is a hundred times as large as any in most other lines, or as any "
      + "other of its own line and ten times any elsewhere, and a whole amount a thousand times as "
      + "large as any figure elsewhere",
    why: "a figure in thousands among millions, or one that has lost its point, outweighs all the "
      + "others together",
    mending: "type the figure in the plan's unit, or give it one: £1300k",
    faulty: "- { id: contracts, title: Contracts, recurring: [1300, 1.100, 1.100] }",
    mended: "- { id: contracts, title: Contracts, recurring: [1.300, 1.100, 1.100] }"
  ) { subject in
    FigureScale(subject).outliers
  }
}

/// How large the figures of each line are beside those of the others.
private struct FigureScale {
  private let subject: CheckSubject
  private let lines: [Size]

  /// The figures of a line, without sign: what its years change, and its whole amounts.
  private struct Size {
    let item: CheckSubject.CheckedLine
    let changes: [UInt128]
    let wholes: [UInt128]
    var change: UInt128 { changes.max() ?? 0 }
    var whole: UInt128 { wholes.max() ?? 0 }
  }

  /// Fewer lines beside it are no scale to hold a line against.
  private static let leastBeside = 3

  init(_ subject: CheckSubject) {
    self.subject = subject
    lines = subject.lines.filter {
      $0.line.role != .memorandum && $0.line.details.unit.isMoney
    }.map { item in
      let base = subject.base(item).magnitude
      let isWhole = item.line.basis == .level
      // The amount of a one-off, and not also that it is gone the year after.
      let changes =
        item.line.basis == .oneOff
        ? item.cumulative.indices.map { subject.level(item, $0).magnitude }
        : item.annual.map(\.magnitude)
      let levels = item.cumulative.indices.map { subject.level(item, $0).magnitude }
      return Size(
        item: item, changes: isWhole ? [] : changes, wholes: isWhole ? [base] + levels : [base])
    }
  }

  var outliers: [Finding.Place] {
    let large = largeLines
    let changes = Peaks(lines.map(\.change))
    let wholes = Peaks(lines.map(\.whole))
    let filled = lines.count { $0.change > 0 || $0.whole > 0 }
    guard filled > FigureScale.leastBeside else { return [] }
    let first = subject.plan.years.planColumns.lowerBound
    return lines.enumerated().compactMap { position, size -> Finding.Place? in
      let most = changes.most(beside: position)
      if let year = size.changes.firstIndex(of: size.change), size.change > 0, most > 0 {
        let beside = size.changes.filter { $0 > 0 && $0 != size.change }.max()
        let standsOut =
          beside.map { size.change >= 100 * $0 && size.change >= 10 * most } ?? false
        if large.contains(size.item.row) || standsOut {
          let most = lines.filter { !large.contains($0.item.row) && $0.item.row != size.item.row }
          return place(
            size, first + year, size.change,
            "no change beside it is above", most.map(\.change).max() ?? 0)
        }
      }
      let any = max(most, wholes.most(beside: position))
      guard size.whole > 0, any > 0, size.whole >= 1000 * any,
        let year = size.wholes.firstIndex(of: size.whole), let column = column(year, of: size.item)
      else { return nil }
      return place(size, column, size.whole, "no figure beside it is above", any)
    }
  }

  /// The lines whose largest change is a hundred times that of most others, a third at most.
  private var largeLines: Set<Int> {
    let sorted = lines.filter { $0.change > 0 }.sorted {
      ($0.change, $1.item.row) > ($1.change, $0.item.row)
    }
    for count in sorted.indices.dropFirst()
    where count * 3 <= sorted.count && sorted.count - count >= FigureScale.leastBeside
      && sorted[count - 1].change >= 100 * sorted[count].change
    {
      return Set(sorted[..<count].map(\.item.row))
    }
    return []
  }

  /// Where a whole amount stands: the base year, or one of the plan.
  private func column(_ position: Int, of item: CheckSubject.CheckedLine) -> Int? {
    position == 0
      ? subject.plan.years.baseColumn
      : subject.plan.years.planColumns.lowerBound + position - 1
  }

  /// Nil where a formula makes the figure: its fault lies elsewhere.
  private func place(
    _ size: Size, _ column: Int, _ amount: UInt128, _ words: String, _ beside: UInt128
  ) -> Finding.Place? {
    let details = size.item.line.details
    guard case .typed = details.entries[column] else { return nil }
    func text(_ amount: UInt128) -> String {
      subject.text(.money(Money(trillionths: Int128(clamping: amount))), details)
    }
    return Finding.Place(
      "'\(details.title)' has \(text(amount)), and \(words) \(text(beside))",
      at: details.place(column))
  }
}

/// The two largest of several amounts, so that each can be held against all the others.
private struct Peaks {
  private var first: (position: Int, amount: UInt128) = (-1, 0)
  private var second: UInt128 = 0

  init(_ amounts: [UInt128]) {
    for (position, amount) in amounts.enumerated() {
      if amount > first.amount {
        second = first.amount
        first = (position, amount)
      } else if amount > second {
        second = amount
      }
    }
  }

  /// The largest but for the one in a position.
  func most(beside position: Int) -> UInt128 {
    position == first.position ? second : first.amount
  }
}
