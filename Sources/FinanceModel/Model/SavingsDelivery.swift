/// How the savings of one year are being delivered, as the council monitors them.
///
/// Amounts are as they are saved: positive, whatever the signs of the plan's table.
public struct SavingsDelivery: Hashable, Sendable {
  public let year: FinancialYear
  /// In the order of the file, each saving once.
  public let savings: [Monitored]
  /// What the owners of savings have to spend in the year.
  public let budgets: [Budget]
  public let source: String?
  /// Where its key stands.
  public let range: SourceRange

  /// What is known of one saving.
  public struct Monitored: Hashable, Sendable {
    public let line: Identifier
    /// What has been achieved so far.
    public let achieved: Money
    /// What is lost and already reported as a pressure, so that it is no longer at risk.
    public let pressures: Money
    public let range: SourceRange
  }

  /// The budget of an owner.
  public struct Budget: Hashable, Sendable {
    public let owner: String
    public let amount: Money
  }
}
