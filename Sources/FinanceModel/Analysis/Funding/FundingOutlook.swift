/// How sure the money of a plan is, when it stops, and what is paid within what.
///
/// ```swift
/// let outlook = try plan.forecast().fundingOutlook
/// ```
///
/// Of the lines of role funding and income. Positive is money coming in, whatever the signs of the
/// printed table.
public struct FundingOutlook: Sendable {
  public let forecast: Forecast
  /// In printed order.
  public let lines: [FundingLine]
  /// Each line that others are rolled into, in printed order.
  public let rolls: [RolledMoney]

  /// The plan whose money it is.
  public var plan: Plan { forecast.plan }

  /// How sure a year's money is; `nil` for what no line states.
  public typealias Status = FundingStatus?

  /// Every status in the order in which reports show them, what is not stated last.
  public static let statuses: [Status] = FundingStatus.allCases + [nil]

  /// What the lines of a status come to in each plan year, each by its size.
  public func size(_ status: Status) -> [Money] {
    plan.years.years.indices.map { year in
      lines.filter { $0.statuses[year] == status }.reduce(.zero) { $0 + $1.size(year) }
    }
  }

  /// What all lines come to in each plan year, each by its size.
  public var size: [Money] {
    plan.years.years.indices.map { year in lines.reduce(.zero) { $0 + $1.size(year) } }
  }

  /// What is not final, what is not stated included.
  public var notFinal: [Money] { zip(size, size(.final)).map { $0 - $1 } }

  /// Parts of all the money as percentages with one decimal; nil in a year without money.
  ///
  /// Each is rounded once, half away from zero, so that the shares of a year may not add to 100.0%.
  public func shares(_ part: [Money]) -> [Rate?] {
    zip(part, size).map { part, whole in
      FixedPoint.multiply(part.trillionths, 1000, dividingBy: whole.trillionths)
        .map { Rate(trillionths: $0 * (FixedPoint.one / 1000)) }
    }
  }

  /// Whether any line states how sure its money is.
  public var hasStatuses: Bool { lines.contains { $0.statuses.contains { $0 != nil } } }

  /// The lines that end, those that end first before the others.
  public var ending: [FundingLine] {
    let ends = Set(lines.compactMap { $0.end?.year }).sorted()
    return ends.flatMap { year in lines.filter { $0.end?.year == year } }
  }

  /// Whether money is counted after its end, or rolled-in money does not match.
  public var hasFindings: Bool {
    lines.contains { $0.end?.counted != nil } || rolls.contains { !$0.matches }
  }

  /// The lines of other roles that state what only funding and income have.
  public var linesLeftOut: [Line] {
    let counted = Set(lines.map(\.id))
    return plan.rows.compactMap(\.line).filter { line in
      !counted.contains(line.id) && (!line.funding.status.isEmpty || line.funding.ends != nil)
    }
  }
}

/// A line of funding or income: how much it is in each plan year, and how sure.
public struct FundingLine: Hashable, Sendable {
  public let id: Identifier
  public let title: String
  public let section: Identifier?
  public let role: Role
  /// Its base-year figure and what the plan has added by each plan year.
  public let levels: [Money]
  /// Whether that is its whole amount, and not only the change since before the plan.
  public let isWhole: Bool
  /// One for each plan year; nil where it is not stated.
  public let statuses: [FundingStatus?]
  public let end: FundingEnd?
  /// Whether it has ended before each plan year.
  public let hasEnded: [Bool]

  /// What counts of it in a year: its level without its sign, and nothing once it has ended.
  ///
  /// What a plan still counts after the end is a finding, and counts.
  public func size(_ year: Int) -> Money {
    hasEnded[year] && !countsAfterEnd(year) ? .zero : levels[year].magnitude
  }

  /// Whether the plan has money of it in a year after its end.
  ///
  /// Of a line without a base-year figure a fall is what is taken out.
  func countsAfterEnd(_ year: Int) -> Bool {
    hasEnded[year] && (isWhole ? levels[year] != .zero : levels[year] > .zero)
  }
}

/// The last year of a line's money.
public struct FundingEnd: Hashable, Sendable {
  public let year: FinancialYear
  /// Its level in that year.
  public let amount: Money
  /// What the plan takes out in the years after it; nil where the plan has none.
  public let takenOut: Money?
  /// The first later year in which the plan still counts it, and how much.
  public let counted: Counted?

  /// Money that the plan still counts after its end.
  public struct Counted: Hashable, Sendable {
    public let year: FinancialYear
    public let amount: Money
  }
}

/// Money that is paid within a line from some year on, and the lines that it was paid in before.
public struct RolledMoney: Hashable, Sendable {
  public let into: Part
  public let lines: [Part]

  /// A line with what each plan year adds to the money that comes in.
  public struct Part: Hashable, Sendable {
    public let id: Identifier
    public let title: String
    public let annual: YearSeries<Money>
  }

  /// What comes in less what stops: nil in every year where they match.
  public var difference: YearSeries<Money> { lines.map(\.annual).reduce(into.annual, +) }
  /// Whether what stops and what comes in its place add to nil in every year.
  public var matches: Bool { difference.values.allSatisfy { $0 == .zero } }
}
