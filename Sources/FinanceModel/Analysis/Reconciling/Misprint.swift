/// A slip in one cell, row or heading that would explain a difference.
struct Misprint: Hashable {
  /// How much it explains; only the best of what is found is named.
  enum Rank: Comparable {
    /// A whole row or column of cells.
    case pattern
    /// The cell to its last place, by a slip that few other figures would show.
    case strong
    /// The cell to its last place, by a slip that others may show by chance.
    case weak
    /// Something that explains most differences.
    case last
  }

  let rank: Rank
  /// The sentence up to the name of what slipped; the whole of it where `name` is empty.
  let before: String
  var name = ""
  var after = ""

  /// All that explain the difference best, as one sentence; nil where nothing does.
  static func sentence(_ misprints: [Misprint]) -> String? {
    guard let best = misprints.map(\.rank).min() else { return nil }
    var names: [[String]] = []
    var sentences: [Misprint] = []
    for misprint in misprints where misprint.rank == best {
      var sentence = misprint
      sentence.name = ""
      if let known = sentences.firstIndex(of: sentence) {
        if !names[known].contains(misprint.name) { names[known].append(misprint.name) }
      } else {
        sentences.append(sentence)
        names.append([misprint.name])
      }
    }
    return zip(sentences, names)
      .map { $0.before + list($1) + $0.after }
      .joined(separator: "; or ")
  }

  /// `'A', 'B' or 'C'`; a list that nobody would read ends in how many more there are.
  private static func list(_ names: [String]) -> String {
    let most = 20
    if names.count > most {
      return names.prefix(most).joined(separator: ", ") + " or one of \(names.count - most) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// A published figure that differs, and what it ought to be.
struct Misfit {
  /// Its row, counted from the first of the published table.
  let row: Int
  let column: PublishedTable.Column
  let published: Cell
  /// As it was published.
  let text: String
  let computed: Cell
  let style: CellStyle
  /// Nil where the figure is typed.
  let formula: PublishedFormula?
  /// What rounding alone can do, in trillionths.
  let bound: Int128

  /// In trillionths; a cell that is not a figure stands for nil.
  var printed: Int128 { published.figure?.trillionths ?? 0 }

  /// What ought to be printed, on the grid of the last place.
  var meant: Int128 {
    FixedPoint.round(computed.figure?.trillionths ?? 0, toMultipleOf: style.lastPlace.step)
  }

  func text(_ trillionths: Int128) -> String {
    AmountFormat(decimals: style.decimals, negatives: .brackets, groupsThousands: true)
      .text(Money(trillionths: trillionths), in: style.unit)
  }
}

extension Plan {
  /// How a cause names a column.
  func title(of column: PublishedTable.Column) -> String {
    switch column {
    case .position(let position): name(ofColumn: position)
    case .total: totalColumn?.title ?? "Total"
    }
  }
}
