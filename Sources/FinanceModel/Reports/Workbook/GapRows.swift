/// Which gaps the sheets of a workbook show, and in which row.
struct GapRows {
  /// Whether reserves have rows of their own.
  let hasReserves: Bool
  /// Whether the cumulative gap starts from a column before the plan.
  let hasBase: Bool

  init(_ index: PlanIndex) {
    hasReserves = index.gapLines.contains { index.lines[$0]?.role == .reserves }
    let isStated = if case .stated = index.plan.gap { true } else { false }
    hasBase = isStated || index.baseGapColumn != nil
  }

  /// A row of a gap's sheet.
  enum Row: Hashable {
    case gap(GapKind)
    /// What reserves take off, or add to, what is required.
    case reserves
  }

  func rows(_ series: Series) -> [Row] {
    (hasReserves ? [.gap(.beforeReserves), .reserves] : [])
      + [.gap(.required), .gap(.plan), .gap(.remaining)]
      + (series == .cumulative ? [.gap(.structural)] : [])
  }

  /// The position of a gap; without reserves what is required is the same before them.
  func row(_ kind: GapKind, _ series: Series) -> Int {
    let shown: GapKind = kind == .beforeReserves && !hasReserves ? .required : kind
    return rows(series).firstIndex(of: .gap(shown)) ?? 0
  }
}
