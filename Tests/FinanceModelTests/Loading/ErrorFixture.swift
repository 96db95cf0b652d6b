import Foundation
import Testing

@testable import FinanceModel

/// A faulty input that is named after its fault, and what is said about it.
///
/// Most are files in `Tests/Fixtures/errors`: `CODE.yaml` or `CODE.VARIANT.yaml`. What cannot live in
/// a small text file is made by a recipe. What is said stands in `NAME.expected`, pinned.
struct ErrorFixture: Sendable, CustomTestStringConvertible {
  /// The file without its ending.
  let name: String
  /// How the input is made, for an input that is no file of the folder.
  var recipe: Recipe?

  static let folder = Pinned.root + "/Tests/Fixtures/errors"

  /// Every fixture, in the order of the codes and then of the names.
  static let all: [ErrorFixture] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let written = files.filter { $0.hasSuffix(".yaml") }
      .map { ErrorFixture(name: String($0.dropLast(".yaml".count))) }
    let made = Recipe.all.map { ErrorFixture(name: $0.name, recipe: $0) }
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    func order(_ fixture: ErrorFixture) -> Int { codes.firstIndex(of: fixture.code) ?? codes.count }
    return (written + made).sorted { (order($0), $0.name) < (order($1), $1.name) }
  }()

  /// The code that it is an example of.
  var code: String { String(name.prefix { $0 != "." }) }
  var testDescription: String { name }
  /// Where its rendering is pinned, from the root of the project.
  var expected: String { "Tests/Fixtures/errors/\(name).expected" }

  /// The text of a file of the folder; nil for a made one.
  var text: String? {
    recipe == nil
      ? try? String(contentsOfFile: "\(ErrorFixture.folder)/\(name).yaml", encoding: .utf8) : nil
  }

  /// What is wrong with it, and what is said about that to a user in its folder; nil for nothing.
  func report() throws -> (found: Diagnostics, rendering: String)? {
    guard let recipe else {
      return report(of: ["\(ErrorFixture.folder)/\(name).yaml"], in: ErrorFixture.folder)
    }
    return try recipe.making { report(of: $0, in: $1) }
  }

  private func report(of paths: [String], in folder: String) -> (Diagnostics, String)? {
    guard let found = (recipe?.find ?? Pipeline.diagnostics(of:))(paths) else { return nil }
    let isCut = recipe?.showsLastOnly ?? false
    let shown = isCut ? found.all.last.map(Diagnostics.init) ?? found : found
    let rendering = DiagnosticRenderer().text(shown)
      .replacingOccurrences(of: folder + "/", with: "")
    return (found, rendering)
  }
}

/// All that is done with an input before a result is printed.
enum Pipeline {
  /// What is wrong with the files, found by reading, applying, computing and reconciling them.
  static func diagnostics(of paths: [String]) -> Diagnostics? {
    do throws(Diagnostics) {
      if let layout = paths.first, try isLayout(layout) {
        // A layout is about the plan beside it.
        let plan = SourceFile(path: layout, text: "").sibling("plan.yaml")
        _ = try ReportPack(contentsOf: [plan], layout: layout, program: "mtfs")
        return nil
      }
      let plan = try Question(contentsOf: paths).plan()
      _ = try plan.forecast()
      _ = try plan.reconciled()
      return nil
    } catch {
      return error
    }
  }

  private static func isLayout(_ path: String) throws(Diagnostics) -> Bool {
    guard let node = try? NodeParser.parse(try SourceFile.reading(path: path)) else { return false }
    return node["layout"] != nil
  }

  /// What is wrong with a text that stands in a file by itself.
  static func diagnostics(ofText text: String, path: String = "plan.yaml") -> Diagnostics? {
    do throws(Diagnostics) {
      let plan = try Plan(SourceFile(path: path, text: text))
      _ = try plan.forecast()
      _ = try plan.reconciled()
      return nil
    } catch {
      return error
    }
  }
}
