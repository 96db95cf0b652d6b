import Foundation

/// The plans and scenarios of the project, as paths from its folder.
enum ScenarioFiles {
  static let all: [String] = {
    let folder = BuiltCommand.project + "/Scenarios"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { "Scenarios/\($0)" }.sorted()
  }()

  static let plans = all.filter { file in
    let text = try? String(contentsOfFile: "\(BuiltCommand.project)/\(file)", encoding: .utf8)
    return text?.contains(/(^|\n)plan:/) ?? false
  }

  static let wiltshire = "Scenarios/wiltshire-2017"

  /// The questions asked of Wiltshire's plan, without their folder and ending.
  static let questions = Set(all).subtracting(plans).sorted()
    .filter { $0.hasPrefix("\(wiltshire)/") }
    .map { String($0.dropFirst(wiltshire.count + 1).dropLast(5)) }

  /// The id of a row that has one, to explain.
  static func row(of file: String) throws -> String {
    let json = try BuiltCommand.run(["table", file, "--format", "json"]).output
    return try json.firstMatch(of: /"id": "([^"]+)",\s*"title": "[^"]*",\s*"unit"/).map {
      String($0.1)
    } ?? { throw CocoaError(.keyValueValidation) }()
  }

  /// Whether the plan of a file has a gap, and does not only list.
  static func hasGap(_ file: String) throws -> Bool {
    try !BuiltCommand.run(["run", file, "--format", "json"]).output.contains("\"gap\": null")
  }

  /// Every command on a file, without a format.
  static func commands(on file: String) throws -> [[String]] {
    let row = try row(of: file)
    return [
      ["run", file], ["table", file], ["reconcile", file], ["explain", file, row],
      ["explain", file, row, "--uses"], ["funding", file],
    ] + (try hasGap(file) ? [["table", file, "--by", "priority"]] : [])
  }
}
