import FoundationEssentials
import Testing

@testable import FinanceModel

/// What became of the faults of one kind.
struct MutationCount: Sendable {
  var made = 0
  /// Some cell is no longer exact.
  var found = 0
  /// The fault's own cell, and no other, is what is found.
  var alone = 0
  /// Found as wrong; the others lie within rounding.
  var wrong = 0
  /// Found as wrong, and the true cause is among those that are named.
  var named = 0
  /// The first that were not found or not found alone, for the reader of a failing test.
  var strays: [String] = []

  static func + (left: MutationCount, right: MutationCount) -> MutationCount {
    MutationCount(
      made: left.made + right.made, found: left.found + right.found,
      alone: left.alone + right.alone,
      wrong: left.wrong + right.wrong, named: left.named + right.named,
      strays: Array((left.strays + right.strays).prefix(5)))
  }

  /// Reconciles `count` tables with one fault each, drawn with a seed of their own.
  init(_ fault: MutationFault, in table: MutationTable, path: String, count: Int) throws {
    var random = MutationRandom("\(fault.rawValue) in \(path)")
    let places = fault.places(in: table)
    let isWhole = fault == .headings || fault == .labels
    guard isWhole || !places.isEmpty else { return }
    var draws = 0
    while made < count, draws < count * 20 {
      draws += 1
      guard let fault = fault.made(in: table, places: places, by: &random) else { continue }
      try add(fault, in: table)
    }
  }

  private init(made: Int, found: Int, alone: Int, wrong: Int, named: Int, strays: [String]) {
    self.made = made
    self.found = found
    self.alone = alone
    self.wrong = wrong
    self.named = named
    self.strays = strays
  }

  static let none = MutationCount(made: 0, found: 0, alone: 0, wrong: 0, named: 0, strays: [])

  private mutating func add(_ fault: MutationFault.Made, in table: MutationTable) throws {
    let changed = try table.changed(fault.table)
    made += 1
    found += changed.isEmpty ? 0 : 1
    let isAlone = !changed.isEmpty && changed.allSatisfy { fault.places.contains($0.place) }
    alone += isAlone ? 1 : 0
    if !isAlone, strays.count < 5 {
      strays.append(
        "\(fault.words) at \(fault.places.prefix(1).map { table.table.rows[$0.row].title }): "
          + changed.map { "\(table.table.rows[$0.place.row].title) \($0.cell.verdict)" }
          .joined(separator: ", "))
    }
    let isWrong = changed.contains { $0.cell.verdict == .wrong }
    wrong += isWrong ? 1 : 0
    let isNamed = changed.contains { place, cell in
      let sentences = (cell.suggestion ?? "").split(separator: "; or ")
      return sentences.contains { sentence in
        fault.words.allSatisfy { sentence.contains($0) }
      }
    }
    named += isWrong && isNamed ? 1 : 0
  }
}

@Suite struct MutationTests {
  /// With so many of each kind the recorded table is measured.
  private static let standard = 600

  /// How many faults of each kind are made over all tables, in all more than 5,000.
  ///
  /// `MTFS_MUTATIONS=5000` makes so many of each kind; the recorded table is not compared then.
  private static let count =
    ProcessInfo.processInfo.environment["MTFS_MUTATIONS"].flatMap { Int($0) } ?? standard

  @Test func `every fault made in a correct table is found, in its own cell, and its cause named`()
    async throws
  {
    let plans = try MutationTable.all()
    let tables = plans.flatMap { path, plan in plan.published.indices.map { (path, plan, $0) } }
    let share = (Self.count + tables.count - 1) / max(1, tables.count)
    let counts = try await withThrowingTaskGroup(of: (MutationFault, MutationCount).self) { group in
      for fault in MutationFault.allCases {
        for (path, plan, position) in tables {
          group.addTask {
            let table = try MutationTable(plan, plan.published[position])
            return (fault, try MutationCount(fault, in: table, path: path, count: share))
          }
        }
      }
      var counts: [MutationFault: MutationCount] = [:]
      for try await (fault, count) in group {
        counts[fault] = counts[fault, default: .none] + count
      }
      return counts
    }
    for fault in MutationFault.allCases {
      let count = counts[fault] ?? .none
      #expect(count.made > 0, "\(fault.rawValue)")
      #expect(count.found == count.made, "\(fault.rawValue): \(count.strays)")
      #expect(count.alone == count.made, "\(fault.rawValue): \(count.strays)")
      #expect(count.named * 100 >= count.wrong * fault.floor, "\(fault.rawValue)")
    }
    if Self.count == Self.standard { try MutationRecord.check(counts) }
  }
}
