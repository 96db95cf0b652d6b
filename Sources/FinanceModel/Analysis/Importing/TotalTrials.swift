/// What rows were tried in vain as totals of, so that the same is not tried again.
struct TotalTrials {
  private var above: [Int: [Int]] = [:]
  private var below: [Int: [Int]] = [:]

  /// Whether a row was not yet tried with what stands above it, as `state` tells it.
  mutating func isNewAbove(_ row: Int, _ state: [Int]) -> Bool {
    if above[row] == state { return false }
    above[row] = state
    return true
  }

  /// Whether a row was not yet tried with the rows below it as they are.
  mutating func isNewBelow(_ row: Int, _ rows: [Int], _ figures: TotalFigures) -> Bool {
    let state = rows.map { figures.isCorrected($0) ? ~$0 : $0 }
    if below[row] == state { return false }
    below[row] = state
    return true
  }
}
