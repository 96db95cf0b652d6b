/// Finds headings over the wrong column and labels on the wrong row, each explaining many cells.
struct MisplacedFigures {
  /// A place in a published table: its row, counted from the first, and its column.
  struct Place: Hashable {
    let row: Int
    let column: PublishedTable.Column
  }

  private let table: PublishedTable
  private let columns: [PublishedTable.Column]
  private let name: (PublishedTable.Column) -> String
  /// The engine's figure at the last place of the row, nil where it has none.
  private let computed: (Place) -> Int128
  private var published: [Place: Int128] = [:]

  init(
    table: PublishedTable, name: @escaping (PublishedTable.Column) -> String,
    computed: @escaping (Place) -> Int128
  ) {
    self.table = table
    columns = table.rows.first?.cells.map(\.column) ?? []
    self.name = name
    self.computed = computed
    for (row, published) in table.rows.enumerated() {
      for cell in published.cells where cell.isCell {
        self.published[Place(row: row, column: cell.column)] = cell.figure?.trillionths ?? 0
      }
    }
  }

  /// The heading or label that explains each of these cells, where one does.
  func causes(of places: [Place]) -> [Place: Misprint] {
    var causes = labels(places)
    causes.merge(headings(places)) { $1 }
    return causes
  }

  // MARK: Headings

  /// A column whose cells, all but one in ten, are those of another column.
  private func headings(_ places: [Place]) -> [Place: Misprint] {
    let wrong = Dictionary(grouping: places, by: \.column)
    var actual: [PublishedTable.Column: PublishedTable.Column] = [:]
    for column in columns {
      guard let rows = wrong[column]?.map(\.row), rows.count > 1 else { continue }
      actual[column] = columns.first { other in
        other != column && isMost(rows.map { holds($0, column, other) })
          && isMost(informative(column, other).map { holds($0, column, other) })
      }
    }
    var causes: [Place: Misprint] = [:]
    for (column, other) in actual {
      let sentence =
        actual[other] == column
        ? "the headings \(min(name(column), name(other))) and \(max(name(column), name(other)))"
          + " are exchanged"
        : "the heading is over the wrong column: these are the figures of \(name(other))"
      for place in wrong[column] ?? [] where holds(place.row, column, other) {
        causes[place] = Misprint(rank: .pattern, before: sentence)
      }
    }
    return causes
  }

  /// The rows whose figures in two columns are not the same.
  private func informative(
    _ column: PublishedTable.Column, _ other: PublishedTable.Column
  ) -> [Int] {
    table.rows.indices.filter { row in
      published[Place(row: row, column: column)] != nil
        && computed(Place(row: row, column: column)) != computed(Place(row: row, column: other))
    }
  }

  private func holds(
    _ row: Int, _ column: PublishedTable.Column, _ other: PublishedTable.Column
  ) -> Bool {
    published[Place(row: row, column: column)] == computed(Place(row: row, column: other))
  }

  private func isMost(_ agreements: [Bool]) -> Bool {
    let count = agreements.count { $0 }
    return count > 1 && (agreements.count - count) * 10 <= count
  }

  // MARK: Labels

  /// A row whose cells are all those of another row.
  private func labels(_ places: [Place]) -> [Place: Misprint] {
    let wrong = Dictionary(grouping: places, by: \.row)
    var holders: [PublishedTable.Column: [Int128: [Int]]] = [:]
    var actual: [Int: Int] = [:]
    for (row, places) in wrong where places.count > 1 {
      guard let place = places.first(where: { published[$0, default: 0] != 0 }),
        let figure = published[place]
      else { continue }
      let known =
        holders[place.column]
        ?? Dictionary(grouping: table.rows.indices) {
          computed(Place(row: $0, column: place.column))
        }
      holders[place.column] = known
      actual[row] = known[figure]?.prefix(100).first { $0 != row && isRow(row, $0) }
    }
    var causes: [Place: Misprint] = [:]
    for (row, other) in actual {
      let (first, second) = (min(row, other), max(row, other))
      let sentence =
        actual[other] == row
        ? "the labels '\(table.rows[first].title)' and '\(table.rows[second].title)' are exchanged"
        : "the row has the figures of '\(table.rows[other].title)'"
      for place in wrong[row] ?? [] {
        causes[place] = Misprint(rank: .pattern, before: sentence)
      }
    }
    return causes
  }

  private func isRow(_ row: Int, _ other: Int) -> Bool {
    columns.allSatisfy { column in
      guard let figure = published[Place(row: row, column: column)] else { return true }
      return figure == computed(Place(row: other, column: column))
    }
  }
}

extension PublishedTable.Cell {
  fileprivate var isCell: Bool {
    if case .cell = content { true } else { false }
  }
}
