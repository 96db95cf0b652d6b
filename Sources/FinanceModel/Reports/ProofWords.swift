/// What a proof says in words: its counts, its reasons, and each fault with its place.
struct ProofWords {
  let proof: Proof

  private var isWord: Bool { proof.format == "word" }

  /// `Line:column`; in a Word document the paragraph stands for the line.
  var placeHeading: String { isWord ? "Paragraph" : "Line" }

  func position(_ place: ProofPlace) -> String {
    (place.part.map { "\($0), " } ?? "") + "\(place.line):\(place.column)"
  }

  var summary: String {
    let total = proof.claims.count
    guard total > 0 else { return "Nothing to prove: the plan has no claim. " + coverage }
    let counts = ProofVerdict.allCases.compactMap { verdict -> String? in
      let count = proof.count(verdict)
      return count > 0 ? "\(count) \(verdict.words)" : nil
    }
    return "\(total) \(total == 1 ? "claim" : "claims"): \(counts.joined(separator: ", ")). "
      + coverage
  }

  private var coverage: String {
    let (count, rest) = (proof.figureCount, proof.uncoveredCount)
    if count == 0 { return "The report states no figure." }
    let figures = "The report states \(count) \(count == 1 ? "figure" : "figures")"
    if rest == 0 { return "\(figures); a claim covers \(count == 1 ? "it" : "each of them")." }
    return "\(figures), of which no claim covers \(rest)."
  }

  /// Why claims are noted, ambiguous or not found.
  var reasons: [String] {
    proof.claims.compactMap { claim in
      guard let reason = claim.reason ?? noted(claim) else { return nil }
      let near = claim.nearest.map { "; the nearest is at \(position($0)): \($0.sentence)" }
      return "\(claim.says): \(reason)\(near ?? "")"
    } + hidden
  }

  private func noted(_ claim: ProvedClaim) -> String? {
    claim.verdict == .noted
      ? claim.places.first?.figures.lazy.compactMap { $0.verdict == .noted ? $0.fault?.words : nil }
        .first : nil
  }

  private var hidden: [String] {
    proof.claims.filter { $0.placeCount > $0.places.count }.map { claim in
      "\(claim.says): it stands at \(claim.placeCount) places, of which the first "
        + "\(claim.places.count) are shown"
    }
  }

  func computed(_ figure: ProvedFigure) -> String? {
    guard let claim = figure.claim, let computed = figure.computed else { return nil }
    return proof.plan.text(computed, of: claim)
  }

  /// Every fault with the line it stands in and a caret below it, the first hundred.
  var faults: [String] {
    let all = proof.claims.flatMap { claim in
      claim.places.flatMap { place in place.figures.filter { $0.verdict == .failed } }
    }.sorted { $0.place.range.bytes.lowerBound < $1.place.range.bytes.lowerBound }
    let shown = all.prefix(ProofWords.mostFaults).map(text)
    let more = all.count - shown.count
    return shown + (more > 0 ? ["\(more) more are not shown.\n"] : [])
  }

  private static let mostFaults = 100

  private func text(_ figure: ProvedFigure) -> String {
    let fault = figure.fault.map { "\($0.kind.words): \($0.words)" } ?? figure.verdict.words
    let gap = figure.place.part == nil ? "" : " "
    return "\(proof.report):\(gap)\(position(figure.place)): \(fault)\n"
      + Excerpt.lines(figure.place).joined(separator: "\n")
      + "\n"
  }
}

/// The sentence of a place with a caret under each character of a figure.
private enum Excerpt {
  static func lines(_ place: ProofPlace) -> [String] {
    let gutter = String(repeating: " ", count: String(place.line).count)
    let shown = Printable.text(place.sentence)
    // What is far from the figure is left out.
    let start = max(0, place.indent - 60)
    let line = shown.dropFirst(start).prefix(100)
    let dots = start > 0 ? "…" : ""
    let end = start + line.count < shown.count ? "…" : ""
    let indent = place.indent - start + dots.count
    return [
      "\(gutter) |", "\(place.line) | \(dots)\(line)\(end)",
      "\(gutter) | " + String(repeating: " ", count: indent)
        + String(repeating: "^", count: max(1, place.text.count)),
    ]
  }
}
