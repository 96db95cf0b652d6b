/// The file form of counts: what a part of a run hands on, so that the parts add up to the whole.
///
/// Lines of words with tabs between them: first what was asked, then each series with a line for
/// each value in pounds and how many draws gave it. The same counts make the same bytes.
public struct SimulationFile: Sendable {
  public let plan: String
  public let fingerprint: String
  public let seed: UInt64
  public let counts: SimulationCounts
  /// The file that it was read from; nil where it was not.
  let source: SourceFile?

  static let heading = "mtfs simulation counts 1"

  /// The counts of a simulation, to be written.
  public init(_ simulation: Simulation) {
    let question = simulation.question
    plan = question.plan.id.name
    fingerprint = question.fingerprint
    seed = question.terms.seed
    counts = simulation.counts
    source = nil
  }

  init(
    plan: String, fingerprint: String, seed: UInt64, counts: SimulationCounts, source: SourceFile
  ) {
    self.plan = plan
    self.fingerprint = fingerprint
    self.seed = seed
    self.counts = counts
    self.source = source
  }

  /// The text of the file. Throws `Diagnostics` where it would be too large to be read again.
  public func text(years: [FinancialYear]) throws(Diagnostics) -> String {
    var text = "\(Self.heading)\nplan\t\(plan)\nfingerprint\t\(fingerprint)\nseed\t\(seed)\n"
    text += "draws\t\(counts.draws.lowerBound)\t\(counts.draws.upperBound)\n"
    text += "every-year\t\(counts.everyYear)\n"
    let lasting = counts.reservesLast.map { $0.map(String.init) } ?? ["-"]
    text += "reserves-last\t" + lasting.joined(separator: "\t") + "\n"
    for (kind, all) in [("annual", counts.annual), ("cumulative", counts.cumulative)] {
      for (year, histogram) in zip(years, all) {
        text += "\(kind)\t\(year)\n"
        for window in histogram.windows {
          window.eachValue { value, count in
            text += "\(Quantity.money(Money(trillionths: value)).typed(in: .pounds))\t\(count)\n"
          }
        }
      }
    }
    if counts.isWhole, text.utf8.count <= SourceFile.sizeLimit { return text }
    throw Diagnostics(
      Diagnostic(
        .fileTooLarge, "the gaps of the plan have too many values to be counted in a file", at: nil,
        help: "count fewer draws in each part, or state the plan in £000 and not in £"))
  }
}

extension [SimulationFile] {
  /// The counts of parts of one run together, in the order of their draws.
  ///
  /// Throws `Diagnostics` where they are of another plan or another seed, or where draws are counted
  /// twice or left out between them; where the draws of the whole run are stated, also where they
  /// have more or fewer at either end.
  public func merged(
    for question: SimulationQuestion, draws: Range<UInt64>? = nil
  ) throws(Diagnostics) -> SimulationFile {
    var faults: [Diagnostic] = []
    func fault(_ file: SimulationFile, _ code: DiagnosticCode, _ message: String, _ help: String) {
      let range = file.source.map {
        SourceRange(file: $0, bytes: 0..<SimulationFile.heading.utf8.count)
      }
      faults.append(Diagnostic(code, message, at: range, help: help))
    }
    let sorted = sorted {
      ($0.counts.draws.lowerBound, $0.counts.draws.upperBound)
        < ($1.counts.draws.lowerBound, $1.counts.draws.upperBound)
    }
    guard let first = sorted.first else { throw Diagnostics([]) }
    let fingerprint = question.fingerprint
    for file in self where file.fingerprint != fingerprint {
      fault(
        file, .otherPlan,
        "the counts are of another plan, '\(file.plan)', or of another state of it",
        "count its draws again with this plan and the same --of")
    }
    for file in self where file.seed != self[0].seed {
      fault(
        file, .wrongValue, "the counts have the seed \(file.seed), and the first \(self[0].seed)",
        "parts of one run have one seed")
    }
    for (before, file) in zip(sorted, sorted.dropFirst()) {
      let (end, start) = (before.counts.draws.upperBound, file.counts.draws.lowerBound)
      if start < end {
        fault(
          file, .wrongValue, "the draws from \(start) are counted twice",
          "the file before it goes to draw \(end - 1): name each part once")
      } else if start > end {
        fault(
          file, .wrongValue, "the draws from \(end) to \(start - 1) are missing",
          "name the counts of every part, or make them with --from-draw \(end) "
            + "--draws \(start - end)")
      }
    }
    if let draws {
      let (start, end) = (
        first.counts.draws.lowerBound, sorted.map(\.counts.draws.upperBound).max()
      )
      func missing(_ part: Range<UInt64>, beside file: SimulationFile) {
        if part.isEmpty { return }
        fault(
          file, .wrongValue,
          "the draws from \(part.lowerBound) to \(part.upperBound - 1) are missing",
          "name the counts of every part, or make them with --from-draw \(part.lowerBound) "
            + "--draws \(part.count)")
      }
      missing(
        draws.lowerBound..<Swift.max(draws.lowerBound, Swift.min(start, draws.upperBound)),
        beside: first)
      let reached = Swift.min(Swift.max(end ?? start, draws.lowerBound), draws.upperBound)
      missing(reached..<draws.upperBound, beside: sorted[sorted.count - 1])
      for file in sorted where !draws.contains(file.counts.draws) {
        fault(
          file, .wrongValue,
          "the counts are of the draws \(file.counts.draws.lowerBound) to "
            + "\(file.counts.draws.upperBound - 1), and the run has those from "
            + "\(draws.lowerBound) to \(draws.upperBound - 1)",
          "--draws is the number of draws in all parts together")
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    let counts = sorted.dropFirst().reduce(first.counts) { $0.merged(with: $1.counts) }
    return SimulationFile(
      plan: first.plan, fingerprint: first.fingerprint, seed: first.seed, counts: counts,
      source: first.source ?? question.plan.range.file)
  }
}
