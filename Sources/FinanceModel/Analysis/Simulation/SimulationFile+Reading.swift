extension SimulationFile {
  /// Reads counts of a plan with these years. Throws `Diagnostics` for a file that holds none.
  public init(contentsOf path: String, years: [FinancialYear]) throws(Diagnostics) {
    try self.init(try SourceFile.reading(path: path), years: years)
  }

  init(_ file: SourceFile, years: [FinancialYear]) throws(Diagnostics) {
    var reader = CountsReader(file: file)
    try reader.expect([Self.heading])
    let plan = try reader.words("plan", 1)[0]
    let fingerprint = try reader.words("fingerprint", 1)[0]
    let seed = try reader.numbers("seed", 1)[0]
    let draws = try reader.numbers("draws", 2)
    guard draws[0] < draws[1], draws[1] <= Moments.mostDraws else {
      throw reader.fault("the first draw and the one after the last")
    }
    let count = draws[1] - draws[0]
    let everyYear = try reader.numbers("every-year", 1)[0]
    let lasting = try reader.lasting(years: years.count)
    guard everyYear <= count, lasting?.allSatisfy({ $0 <= count }) ?? true else {
      throw reader.fault("no more than the \(count) draws")
    }
    var series: [[Histogram]] = []
    for kind in ["annual", "cumulative"] {
      var histograms: [Histogram] = []
      for year in years {
        try reader.expect([kind, year.description])
        let histogram = Histogram(try reader.values())
        guard histogram.draws == count else { throw reader.fault("\(count) draws of \(year)") }
        histograms.append(histogram)
      }
      series.append(histograms)
    }
    guard reader.isAtEnd else { throw reader.fault("the end of the file") }
    self.init(
      plan: plan, fingerprint: fingerprint, seed: seed,
      counts: SimulationCounts(
        draws: draws[0]..<draws[1], annual: series[0], cumulative: series[1],
        everyYear: everyYear, reservesLast: lasting),
      source: file)
  }
}

/// Takes the lines of a file of counts one after the other.
private struct CountsReader {
  let file: SourceFile
  private var start = 0
  private var last = 0..<0

  init(file: SourceFile) {
    self.file = file
  }

  var isAtEnd: Bool { start == file.bytes.count }

  /// The words of the next line; nil at the end.
  private mutating func line() -> [String]? {
    guard start < file.bytes.count else {
      last = max(0, file.bytes.count - 1)..<file.bytes.count
      return nil
    }
    let end = file.bytes[start...].firstIndex(of: 10) ?? file.bytes.count
    last = start..<end
    start = min(end + 1, file.bytes.count)
    return file.text(last).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func expect(_ words: [String]) throws(Diagnostics) {
    guard line() == words else { throw fault("'\(words.joined(separator: " "))'") }
  }

  mutating func words(_ key: String, _ count: Int) throws(Diagnostics) -> [String] {
    guard let words = line(), words.count == count + 1, words[0] == key else {
      throw fault("'\(key)' and \(count == 1 ? "its value" : "\(count) values")")
    }
    return Array(words.dropFirst())
  }

  mutating func numbers(_ key: String, _ count: Int) throws(Diagnostics) -> [UInt64] {
    let numbers = try words(key, count).compactMap { UInt64($0) }
    guard numbers.count == count else { throw fault("whole numbers") }
    return numbers
  }

  /// One count for each year, or a dash for a plan without reserves.
  mutating func lasting(years: Int) throws(Diagnostics) -> [UInt64]? {
    guard let words = line(), words.first == "reserves-last" else { throw fault("'reserves-last'") }
    if words.dropFirst() == ["-"] { return nil }
    let counts = words.dropFirst().compactMap { UInt64($0) }
    guard counts.count == years, words.count == years + 1 else {
      throw fault("one count for each year")
    }
    return counts
  }

  /// The values of one series up to the next line that starts with a letter, ascending.
  mutating func values() throws(Diagnostics) -> [Trillionths: UInt64] {
    var found: [Trillionths: UInt64] = [:]
    var before: Int128?
    var total: UInt64 = 0
    while start < file.bytes.count, file.bytes[start] < 0x61 {
      let words = line() ?? []
      guard words.count == 2, let count = UInt64(words[1]), 0 < count,
        count <= Moments.mostDraws - total,
        let value = (try? AmountText(words[0], unit: .pounds))?.cell.figure?.trillionths,
        before.map({ $0 < value }) ?? true
      else { throw fault("a value in pounds above the one before, and how many draws gave it") }
      found[Trillionths(value)] = count
      before = value
      total += count
    }
    return found
  }

  func fault(_ expected: String) -> Diagnostics {
    let range = SourceRange(file: file, bytes: last)
    return Diagnostics(
      Diagnostic(
        .wrongValue, "the file holds no counts of this plan", at: range,
        label: "expected \(expected)",
        help: "counts are written by 'mtfs simulate FILE --draws N --seed S --counts FILE'"))
  }
}
