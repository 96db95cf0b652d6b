/// What was done to make the next year's plan, for whoever has to answer for it.
struct RollLog {
  var assumed: [RollForward.Assumed] = []
  var leftOut: [String] = []
  /// How many texts in place of cells belong to years that are gone.
  var textsLeftOut = 0
  /// What a reader has to see to.
  var notes: [String] = []
}

extension RollForward {
  /// What the added year holds for one row or assumption, and by which rule.
  public struct Assumed: Hashable, Sendable {
    public let id: String
    public let title: String
    /// The rule by which its value came about.
    public internal(set) var rule: Rule
    /// The value as it is typed in the file, of a full-year effect what it adds; nil for a formula.
    public let value: String?
  }

  /// How the added year of a row or an assumption was found.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A line of changes or of one-off money has none: none is known yet.
    case noChange = "no-change"
    /// A level or a typed figure stays as it is in the year before.
    case standsStill = "stands-still"
    /// The rest of a full-year effect that starts in the last year.
    case fullYear = "full-year"
    /// A level is blank because its money ends in the last year.
    case ends = "ends"
    /// The formula of the years before goes on.
    case formula = "formula"
    /// The formula of the years before has no value in it, so that it is blank.
    case noValue = "no-value"
    /// An assumption with one value for all years has it in the added year too.
    case constant = "constant"
    /// An assumption has its last value again.
    case last = "last"
    /// An assumption says that it has no value beyond its last.
    case blank = "blank"
    /// An assumption says which value it has beyond its last.
    case amount = "amount"
    /// Exceptional support is asked for anew, and none is assumed.
    case notRepeated = "not-repeated"
  }
}
