import Foundation

@testable import FinanceModel

/// The plans of the project and the questions asked of them, by their paths in `Scenarios`.
enum ScenarioPlans {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../../../../Scenarios").standardized.path

  private static let all: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  static let plans = all.filter { file in
    let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    return text?.contains(/(^|\n)plan:/) ?? false
  }

  static let questions = Set(all).subtracting(plans).sorted()

  static func plan(_ file: String) throws -> Plan {
    try Question(contentsOf: "\(folder)/\(file)").plan()
  }
}
