@testable import FinanceModel

/// The movement between two small plans in £m, given as the text of their sections, as text.
struct Moved {
  let movement: Movement

  init(_ old: String, _ new: String) throws {
    self.init(try Moved.question(old).movement(to: Moved.question(new, "new.yaml")))
  }

  init(_ movement: Movement) { self.movement = movement }

  /// A plan over three years from `first`; `head` holds further keys.
  static func plan(
    _ sections: String, title: String = "Sample", first: Int = 2017, years: Int = 3,
    unit: String = "£m", head: String = ""
  ) -> String {
    let names = (first..<(first + years)).compactMap { FinancialYear(start: $0)?.description }
    let rows = sections.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    return """
      plan: sample
      title: \(title)
      unit: \(unit)
      years: [\(names.joined(separator: ", "))]
      \(head)
      sections:
      \(rows)

      """
  }

  static func question(_ text: String, _ path: String = "old.yaml") throws -> Question {
    Question(base: try Plan(SourceFile(path: path, text: text)))
  }

  /// What is wrong with the two: code, file and line of each fault.
  static func faults(_ old: String, _ new: String) -> [String] {
    do {
      _ = try Moved(old, new)
      return []
    } catch let found as Diagnostics {
      return found.all.map { "\($0.code.rawValue) \($0.range?.place ?? "")" }
    } catch {
      return ["\(error)"]
    }
  }

  /// Headings and rows: `A Pay, added: 1.000 ~ 2.000`; a letter only where it is first printed.
  var rows: [String] {
    movement.carried.map(text)
      + movement.groups.flatMap { group in
        (group.title.map { ["# \($0)"] } ?? []) + group.rows.map(text)
      }
  }

  private func text(_ row: Movement.Row) -> String {
    let letter = row.letter.map { $0.isFirst ? "\($0.text) " : "  " } ?? ""
    return "\(letter)\(row.title), \(row.kind.rawValue): "
      + row.annual.map(Moved.text).joined(separator: " ")
  }

  func cumulative(_ id: String) -> String {
    let row = (movement.carried + movement.rows).first { $0.id.name == id }
    return row?.cumulative.map(Moved.text).joined(separator: " ") ?? "no \(id)"
  }

  func opening(_ effect: Series = .annual) -> String { Moved.text(movement.opening(effect)) }
  func closing(_ effect: Series = .annual) -> String { Moved.text(movement.closing(effect)) }
  var start: String { Moved.text(.money(movement.start)) }

  /// The annual table as it is printed.
  var table: ReportTable {
    let report = Report.movement(movement, style: ReportStyle(effect: .annual))
    return report.blocks.lazy.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }.first ?? ReportTable(caption: "", columns: [])
  }

  var words: MovementWords { MovementWords(movement: movement, style: ReportStyle()) }
  var notes: [String] { words.lettered }

  private static func text(_ series: YearSeries<Money>) -> String {
    series.values.map { text(.money($0)) }.joined(separator: " ")
  }

  private static func text(_ cell: Cell) -> String {
    let format = AmountFormat(decimals: 3, negatives: .minus, groupsThousands: false)
    return cell == .blank ? "~" : format.text(cell, in: .millions)
  }
}
