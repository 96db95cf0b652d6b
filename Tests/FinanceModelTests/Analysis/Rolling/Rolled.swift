import Foundation

@testable import FinanceModel

/// A plan rolled forward, from the text of its sections or from a file of the project.
struct Rolled {
  let roll: RollForward

  init(
    _ sections: String, head: String = "", base: String? = "2016-17", years: Int = 3
  ) throws {
    roll = try RollForward(
      SourceFile(
        path: "plan.yaml", text: Sheet.text(sections, head: head, base: base, years: years)))
  }

  init(text: String) throws {
    roll = try RollForward(SourceFile(path: "plan.yaml", text: text))
  }

  init(project path: String) throws {
    let folder = "\(#filePath)".components(separatedBy: "/Tests/")[0]
    roll = try RollForward(contentsOf: "\(folder)/\(path)")
  }

  private init(_ roll: RollForward) {
    self.roll = roll
  }

  /// What was rolled, rolled again.
  func again() throws -> Rolled {
    Rolled(try RollForward(SourceFile(path: "plan.yaml", text: roll.text)))
  }

  /// The line of the new file that has an id, without its indentation.
  subscript(_ id: String) -> String {
    let line = roll.text.split(separator: "\n").first {
      $0.contains("id: \(id),") || $0.contains("id: \(id) }") || $0.contains(" \(id): {")
    }
    return line.map { String($0.drop { " -".contains($0) }) } ?? "no \(id)"
  }

  /// The keys at the top of the new file, comments left out.
  var head: [String] {
    roll.text.split(separator: "\n").prefix { $0 != "sections:" }.filter { !$0.hasPrefix("#") }
      .map(String.init)
  }

  var new: Sheet { get throws { try Sheet(roll.new.plan) } }

  /// By which rule the added year of a row or assumption was found.
  func rule(_ id: String) -> RollForward.Rule? {
    roll.assumed.first { $0.id == id }?.rule
  }

  /// What is wrong with rolling a plan: code and message.
  static func fault(_ text: String) -> String {
    do {
      _ = try Rolled(text: text)
      return "none"
    } catch let found as Diagnostics {
      return found.all.map { "\($0.code.rawValue): \($0.message)" }.joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }
}
