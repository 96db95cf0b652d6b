import Foundation
import Testing

@testable import FinanceModel

/// The YAML documents of `Tests/Fixtures/yaml`: those the reader takes and those it refuses.
enum Corpus {
  struct Document: CustomTestStringConvertible, Sendable {
    let name: String
    let file: SourceFile

    var testDescription: String { name }

    /// The code in the name of a refused document: `anchor.unsupported-anchor.yaml`.
    var expectedCode: String? {
      name.split(separator: ".").dropFirst().first.map(String.init)
    }
  }

  static let accepted = documents(in: fixtures.appending(path: "yaml/accepted"))
  static let refused = documents(in: fixtures.appending(path: "yaml/refused"))

  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func documents(in folder: URL) -> [Document] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      let file = SourceFile(path: name, bytes: Array(data))
      return Document(name: String(name.dropLast(5)), file: file)
    }
  }
}

/// The codes of what is wrong with a document, in the order of their places; empty where it reads.
func codes(of file: SourceFile) -> [String] {
  do throws(Diagnostics) {
    _ = try NodeParser.parse(file)
    return []
  } catch {
    return error.all.map(\.code.rawValue)
  }
}

func codes(of text: String) -> [String] {
  codes(of: SourceFile(path: "test.yaml", text: text))
}
