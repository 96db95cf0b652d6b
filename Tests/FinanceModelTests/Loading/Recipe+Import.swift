import Foundation

@testable import FinanceModel

extension Recipe {
  static let noTable = importing(
    "no-table", "A table whose columns are headed by no years, imported.", file: "table.csv",
    "£m,Year 1,Year 2\nPay,1.2,1.3\n")
  static let noTableHeadings = importing(
    "no-table.headings", "A table with headings and no row below them, imported.",
    file: "table.csv",
    "£m,2026/27,2027/28\n")
  static let noTableYearsDown = importing(
    "no-table.years-down", "A table with a row for each year, imported.", file: "table.csv",
    "£m,Pay,Savings\n2026/27,1.2,-0.3\n2027/28,1.3,-0.4\n")
  static let noTablePlan = importing(
    "no-table.plan", "A plan, imported.", file: "plan.yaml",
    "# Figures, by year\n" + head
      + "  - { id: pay, title: Pay, role: pressure, recurring: [1.2, 1.3] }\n")
  static let workbook = importing(
    "workbook", "A workbook of which only the beginning is there, imported.", file: "table.xlsx",
    "PK\u{3}\u{4} and no more")
  static let workbookAsPlan = Recipe(
    name: "workbook.plan", words: "A workbook in the place of a plan."
  ) { folder in
    var zip = ZipWriter()
    zip.add("xl/workbook.xml", Array("<workbook/>".utf8))
    try Data(zip.archive()).write(to: URL(fileURLWithPath: "\(folder)/budget.xlsx"))
    return ["\(folder)/budget.xlsx"]
  }
  static let workbookAsTable = Recipe(
    name: "workbook.published", words: "A plan whose published table is a workbook."
  ) { folder in
    let plan = head + "  - { heading: Savings }\npublished:\n  - { table: budget.xlsx }\n"
    try Data(plan.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
    try Data("PK\u{3}\u{4} and no more".utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/budget.xlsx"))
    return ["\(folder)/plan.yaml"]
  }
  static let noReport: Recipe = {
    var recipe = Recipe(name: "no-report", words: "A PDF, given as a report to be proved.") {
      folder in
      try Data("%PDF-1.7".utf8).write(to: URL(fileURLWithPath: "\(folder)/report.pdf"))
      return ["\(folder)/report.pdf"]
    }
    recipe.find = { paths in
      do throws(Diagnostics) {
        _ = try ProseReader.prose(path: paths[0])
        return nil
      } catch {
        return error
      }
    }
    return recipe
  }()

  /// A table that is imported, of these letters.
  private static func importing(
    _ name: String, _ words: String, file: String, _ text: String
  ) -> Recipe {
    var recipe = Recipe(name: name, words: words) { folder in
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
      return ["\(folder)/\(file)"]
    }
    recipe.find = { paths in
      do throws(Diagnostics) {
        _ = try TableImport(contentsOf: paths[0])
        return nil
      } catch {
        return error
      }
    }
    return recipe
  }
}
