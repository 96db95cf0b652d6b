/// A file from which a report pack is made, and what tells it from any other.
public struct PackInput: Hashable, Sendable {
  /// What the file was read as.
  public enum Kind: String, Hashable, Sendable {
    case plan
    case scenario
    /// A table that a plan names: lines, risks, principles or what was published.
    case table
    case layout
  }

  /// The end of its path, as much of it as no other input has.
  public let name: String
  public let kind: Kind
  /// How many bytes the file has.
  public let size: Int
  /// The SHA-256 digest of its bytes: 64 hexadecimal digits.
  public let digest: String

  /// Every file behind some questions and a layout, each once.
  ///
  /// A table of which no row was taken is left out: nothing in a pack comes from it.
  static func all(of questions: [Question], layout: ReportLayout) -> [PackInput] {
    var files: [(file: SourceFile, kind: Kind)] = []
    var seen: Set<String> = []
    func add(_ file: SourceFile, _ kind: Kind) {
      if seen.insert(SourceFile.identity(of: file.path)).inserted { files.append((file, kind)) }
    }
    for question in questions {
      add(question.base.range.file, .plan)
      for file in question.base.tableFiles { add(file, .table) }
      for scenario in question.scenarios { add(scenario.range.file, .scenario) }
    }
    if let file = layout.file { add(file, .layout) }
    let paths = files.map(\.file.path)
    return files.map { file, kind in
      let bytes = file.wholeBytes
      return PackInput(
        name: file.path.ending(unlike: paths), kind: kind, size: bytes.count,
        digest: SHA256.digest(of: bytes))
    }
  }
}

extension ReportPack {
  /// One fingerprint of all inputs together: the digest of their digests, one on each line.
  public var fingerprint: String {
    SHA256.digest(of: Array(inputs.map { $0.digest + "\n" }.joined().utf8))
  }
}

extension Plan {
  /// The tables beside the plan's own file that its content comes from.
  fileprivate var tableFiles: [SourceFile] {
    var ranges = rows.map(\.range) + (risks?.risks.map(\.range) ?? [])
    ranges += councilTax?.principles.map(\.range) ?? []
    ranges += published.flatMap(\.rows).compactMap { $0.cells.first?.range }
    var seen: Set<SourceFile> = [range.file]
    return ranges.map(\.file).filter { seen.insert($0).inserted }
  }
}

extension SourceFile {
  /// The bytes as they stand in the file, with a byte order mark where there is one.
  fileprivate var wholeBytes: [UInt8] {
    hasByteOrderMark ? [0xEF, 0xBB, 0xBF] + bytes : bytes
  }
}
