/// What a report pack shows, in which order and how; complete without a file.
///
/// ```yaml
/// layout: cabinet
/// status: final
/// contents: [gap, { part: table, title: The plan line by line, prior-year: no }]
/// ```
public struct ReportLayout: Sendable {
  /// Whether somebody has signed it.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case draft
    case final
  }

  /// A part of a pack, in the order that a pack has without a layout.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case gap
    case table
    case comparison
    case scenarios
    case savings
    case reserves
    case risks
    case funding
    case assumptions
    case reconciliation
    /// Where everything comes from; it stands in every pack.
    case provenance
  }

  /// How negative figures are marked.
  public enum Negatives: String, CaseIterable, Hashable, Sendable {
    case brackets
    case minus
  }

  /// In what figures are shown, and in which columns; nil is as the plan has it.
  public struct Look: Hashable, Sendable {
    public var unit: Unit?
    public var decimals: Int?
    /// The one kind of gap to show; nil is both.
    public var kind: Series?
    /// Whether the years before the plan are shown.
    public var priorYear: Bool?
    /// The years to show, with the place that names each; nil is all.
    public var years: [NamedYear]?
    /// Whether columns of totals are shown.
    public var total: Bool?

    public init() {}

    /// What is said here, and of the rest what is said for the whole pack.
    func over(_ whole: Look) -> Look {
      var look = self
      look.unit = unit ?? whole.unit
      // The decimals of another unit would mean nothing here.
      look.decimals = decimals ?? (unit == nil ? whole.decimals : nil)
      look.kind = kind ?? whole.kind
      look.priorYear = priorYear ?? whole.priorYear
      look.years = years ?? whole.years
      look.total = total ?? whole.total
      return look
    }
  }

  /// A year, and where a layout names it.
  public struct NamedYear: Hashable, Sendable {
    public let year: FinancialYear
    public let range: SourceRange
  }

  /// A part that the layout asks for.
  public struct Entry: Sendable {
    public let part: Part
    /// Its heading; nil is the usual one.
    public let title: String?
    public let look: Look
    public let notes: [String]
    /// Where it is asked for.
    public let range: SourceRange
  }

  /// The heading of the pack; nil is the authority and title of the plan.
  public var title: String?
  public var status: Status
  public var negatives: Negatives
  public var look: Look
  /// Nil for every part that the plan has something for.
  public var contents: [Entry]?
  /// Shown with where everything comes from.
  public var notes: [String]
  /// The file that says all this; nil without one.
  public var file: SourceFile?

  /// Everything that there is, as the plan has it, as a draft.
  public init() {
    status = .draft
    negatives = .brackets
    look = Look()
    notes = []
  }
}
