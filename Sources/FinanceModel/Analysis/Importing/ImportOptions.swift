/// What a reader of a table says of it beforehand, so that it need not be asked.
public struct ImportOptions: Sendable {
  public var title: String?
  /// The id of the plan.
  public var id: String?
  public var authority: String?
  public var unit: Unit?
  /// The years of the columns with figures, in their order.
  public var years: [FinancialYear]?
  /// How many of the first years come before the plan; nil where the table is to say.
  public var baseYears: Int?
  /// The sheet of a workbook.
  public var sheet: String?

  public init(
    title: String? = nil, id: String? = nil, authority: String? = nil, unit: Unit? = nil,
    years: [FinancialYear]? = nil, baseYears: Int? = nil, sheet: String? = nil
  ) {
    self.title = title
    self.id = id
    self.authority = authority
    self.unit = unit
    self.years = years
    self.baseYears = baseYears
    self.sheet = sheet
  }
}

/// Something that the table does not say, how it was read, and where.
public struct ImportQuestion: Hashable, Sendable {
  /// The row of the table, counted from 1; nil where it is about the whole.
  public let row: Int?
  /// What is asked, as a sentence that ends in a question mark, and how it was read until answered.
  public let text: String
}

/// The questions that come up while a table is imported, in order.
final class ImportLog {
  private(set) var questions: [ImportQuestion] = []
  private(set) var notes: [String] = []

  func ask(_ text: String, row: Int? = nil) {
    let question = ImportQuestion(row: row, text: text)
    if !questions.contains(question) { questions.append(question) }
  }

  func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }
}
