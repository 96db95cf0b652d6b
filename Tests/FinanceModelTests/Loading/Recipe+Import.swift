import Foundation

@testable import FinanceModel

extension Recipe {
  static let noTable = importing(
    "no-table", "A table whose columns are headed by no years, imported.", file: "table.csv",
    "£m,Year 1,Year 2\nPay,1.2,1.3\n")
  static let workbook = importing(
    "workbook", "A workbook of which only the beginning is there, imported.", file: "table.xlsx",
    "PK\u{3}\u{4} and no more")
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
