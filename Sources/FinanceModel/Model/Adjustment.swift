/// One change to the figures of a line.
public struct Adjustment: Sendable {
  /// What is done to a figure.
  public enum Operation: Sendable {
    /// One cell for each adjusted column.
    case set([Int: Cell])
    /// One amount for each adjusted column.
    case add([Int: Quantity])
    case scale(Rate)
    /// Scaled by what a formula gives in each year.
    case deliver(Formula)
    /// A share of what some years bring comes later.
    case slip(Slippage)
    /// The total of the adjusted columns, spread over them anew.
    case profile(Profile)
  }

  public let operation: Operation
  /// The columns it changes.
  public let columns: Set<Int>
  /// The change it belongs to, in words.
  public let name: String
  public let range: SourceRange
  /// Whether a scenario states with it which share of a saving is delivered.
  var statesShare = false
}

/// A share of what each of some years brings, so many months later.
public struct Slippage: Hashable, Sendable {
  public let share: Rate
  /// At least 1; twelve are a whole year.
  public let months: Int
  /// The columns whose figures slip.
  public let columns: Set<Int>

  /// `1 year`, `18 months`.
  var words: String {
    if months % 12 != 0 { return months == 1 ? "1 month" : "\(months) months" }
    return months == 12 ? "1 year" : "\(months / 12) years"
  }
}

/// How a total is spread over years.
public enum Profile: Sendable {
  /// One amount for each column; they add up to the total that is there.
  case amounts([Int: Quantity])
  /// One share for each column; they add up to 100%.
  case shares([Int: Rate])
}

extension Adjustment {
  /// Whether it puts cells in the place of others, whatever those are.
  var replaces: Bool {
    switch operation {
    case .set, .profile: true
    case .add, .scale, .deliver, .slip: false
    }
  }

  /// Whether a column's result takes other columns' figures.
  var movesMoney: Bool {
    switch operation {
    case .slip, .profile: true
    case .set, .add, .scale, .deliver: false
    }
  }
}

extension Row {
  /// The changes to its cell in a column, in the order in which they apply; none for a figure.
  func adjustments(in column: Int) -> [Adjustment] {
    line?.adjustments.filter { $0.columns.contains(column) } ?? []
  }
}
