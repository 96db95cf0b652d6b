/// A formula as a tree. Chains of sums and products are flat, so depth is only that of brackets.
public struct Expression: Hashable, Sendable {
  /// What an expression is.
  public indirect enum Kind: Hashable, Sendable {
    case money(Money)
    case number(Rate)
    /// A bare 0, which is both nil pounds and no number.
    case zero
    case name(Identifier)
    case negative(Expression)
    case sum([Term])
    case product(Expression, [Factor])
    case call(Function, [Expression])
    case choice(Condition, then: Expression, otherwise: Expression)
    case rounded(Expression, places: Int)
    /// `annual(x)`, `cumulative(x)` or `level(x)`.
    case series(Series, Identifier)
    case base(Identifier)
    case previous(Expression, default: Expression?)
    case total(Expression)
    case at(Expression, Column)
  }

  /// A term of a sum, added or subtracted.
  public struct Term: Hashable, Sendable {
    public let isSubtracted: Bool
    public let expression: Expression
  }

  /// A factor of a product, multiplied or divided by.
  public struct Factor: Hashable, Sendable {
    public let isDivisor: Bool
    public let expression: Expression
  }

  /// The functions that take rows or values and give one value.
  public enum Function: String, CaseIterable, Hashable, Sendable {
    case sum
    case min
    case max
    case abs
  }

  /// A column that `at` names: a year of the plan, or a column of a table beside it.
  public enum Column: Hashable, Sendable {
    case year(FinancialYear)
    case named(Identifier)
  }

  public let kind: Kind
  /// Where it stands in its file.
  public let range: SourceRange
}

/// The series of a line or total over the years of a plan.
public enum Series: String, CaseIterable, Hashable, Sendable {
  /// What the year adds over the year before.
  case annual
  /// The running sum of the annual effects.
  case cumulative
  /// The base-year figure plus the cumulative effect.
  case level
}

/// A comparison of two expressions.
public struct Condition: Hashable, Sendable {
  /// The comparisons that a formula may make, as they are typed.
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether it holds between a figure and nil.
    func holds(_ difference: Int128) -> Bool {
      switch self {
      case .equal: difference == 0
      case .notEqual: difference != 0
      case .less: difference < 0
      case .lessOrEqual: difference <= 0
      case .greater: difference > 0
      case .greaterOrEqual: difference >= 0
      }
    }
  }

  public let left: Expression
  public let comparison: Comparison
  public let right: Expression
}

/// A formula as it was written, and what it says.
public struct Formula: Hashable, Sendable {
  /// The text after the equals sign.
  public let text: String
  public let expression: Expression
  public let range: SourceRange
}

/// The words that a formula may use, and that no row may therefore be called.
public enum FormulaWords {
  /// The names that stand before brackets.
  public static let functions = [
    "sum", "min", "max", "abs", "if", "round", "annual", "cumulative", "level", "base", "previous",
    "total", "at",
  ]
}
