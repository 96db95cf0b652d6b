/// What changed from one version of a plan to a later one: the gap it opens with, a row for each
/// line that differs, the gap it closes with.
///
/// ```swift
/// let movement = try Question(contentsOf: "old.yaml").movement(to: Question(contentsOf: "new.yaml"))
/// ```
///
/// Over the years of the later plan, every figure with the sign that it has in the gap. Opening and
/// rows add exactly to closing in every year, annual and cumulative.
public struct Movement: Sendable {
  public let old: Version
  public let new: Version
  /// The gap of earlier years that the later plan carries in; it stands before the other rows.
  public internal(set) var carried: [Row]
  /// The other rows by section, in the order of the later plan; none without a row.
  public internal(set) var groups: [Group]
  /// The lines whose place, role, basis or title differs and whose figures do not.
  public let recastings: [Recasting]

  /// One of the two plans.
  public struct Version: Sendable {
    /// Names the plan or the scenario; never the same for both.
    public let title: String
    public let forecast: Forecast
    public let gap: GapStatement

    /// The plan with its scenarios applied.
    public var plan: Plan { forecast.plan }

    /// Nil for a plan without a gap.
    init?(title: String, forecast: Forecast) {
      guard let gap = forecast.gap else { return nil }
      self.title = title
      self.forecast = forecast
      self.gap = gap
    }
  }

  /// The rows of a section.
  public struct Group: Hashable, Sendable {
    /// Nil for lines outside sections.
    public let section: Identifier?
    public let title: String?
    /// At least one, in the order of the later plan.
    public internal(set) var rows: [Row]
  }

  /// A line that differs.
  public struct Row: Hashable, Sendable {
    public let id: Identifier
    /// The later plan's, where it has the line.
    public let title: String
    public let kind: Kind
    /// What the line adds to each year in either plan, one cell for each year of the later one.
    public let before: [Cell]
    public let after: [Cell]
    /// After less before. Where neither has a figure it is blank, or to be confirmed.
    public internal(set) var annual: [Cell]
    /// What a re-profiled line comes to in both plans.
    public let total: Money
    /// Nil for the gap carried in.
    public internal(set) var letter: Letter?
    /// The note of a line that the later plan lists: its own, or else the earlier plan's.
    public let note: String?
    /// The note of a line that the later plan does not list.
    public let formerNote: String?
    /// What differs beside the figures.
    public let recastings: [Recasting.Change]
  }

  /// What happened to a line.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Only the later plan has figures for it.
    case added
    /// The later plan has no figure for it in its years.
    case removed
    case changed
    /// Other years and the same total: of a one-off its amounts, of any other line what it adds.
    case reprofiled = "re-profiled"
  }

  /// The letter under which a row's note stands.
  public struct Letter: Hashable, Sendable {
    public let text: String
    /// Whether the row is the first of those that share it.
    public let isFirst: Bool
  }

  /// A line that is not what it was beside its figures.
  public struct Recasting: Hashable, Sendable {
    public let title: String
    public let changes: [Change]

    /// One thing that differs, with what it was.
    public enum Change: Hashable, Sendable {
      case title(from: String)
      case role(from: Role, to: Role)
      case basis(from: Basis, to: Basis)
      /// The titles of the sections, or their ids; nil outside sections.
      case section(from: String?, to: String?)
    }
  }

  /// Every row but those of the gap carried in.
  public var rows: [Row] { groups.flatMap(\.rows) }

  /// Whether no row differs and the gap starts where it did.
  public var isEmpty: Bool { carried.isEmpty && rows.isEmpty && start == .zero }
}

extension Movement.Row {
  /// The running sum of the annual differences; blank before the first.
  public var cumulative: [Cell] {
    var sum = Cell.blank
    return annual.map { cell in
      if let money = cell.money {
        sum = .money((sum.money ?? .zero) + money)
      } else if sum == .blank, cell == .toBeConfirmed {
        sum = cell
      }
      return sum
    }
  }

  /// All its annual differences added; blank where it has none.
  public var annualTotal: Cell { cumulative.last ?? .blank }

  /// Its cells of one kind.
  public func cells(_ effect: Series) -> [Cell] { effect == .annual ? annual : cumulative }
}
