extension Report {
  /// Whether the figures of a report still hold, and which of them nobody claims.
  public static func proof(_ proof: Proof) -> Report {
    ProofReport(proof: proof).report
  }
}

/// Lays out the verdicts: the counts, every claim, what is wrong where, and what no claim covers.
private struct ProofReport {
  let proof: Proof

  private var words: ProofWords { ProofWords(proof: proof) }

  var report: Report {
    var blocks: [Report.Block] = [.paragraph(words.summary)]
    if !proof.claims.isEmpty { blocks.append(.table(claims)) }
    let reasons = words.reasons
    if !reasons.isEmpty { blocks.append(.notes(reasons)) }
    let faults = words.faults
    if !faults.isEmpty {
      blocks += [.heading("What the report says there"), .file(faults.joined(separator: "\n"))]
    }
    if !proof.uncovered.isEmpty {
      blocks.append(.table(uncovered))
      if proof.uncoveredCount > proof.uncovered.count {
        blocks.append(
          .paragraph("\(proof.uncoveredCount - proof.uncovered.count) more are not listed."))
      }
    }
    return Report(
      title: proof.plan.heading, subtitles: ["Proof of \(proof.report)"], blocks: blocks)
  }

  /// A row for each claim at each of its places; below one of several figures, a row for each.
  private var claims: ReportTable {
    ReportTable(
      caption: "Claims", stub: "Claim",
      columns: ["Verdict", "Wrong", "The report says", "The plan has", words.placeHeading],
      rows: proof.claims.flatMap { claim in
        claim.places.isEmpty
          ? [row(claim.says, claim.verdict)] : claim.places.flatMap { rows(claim, $0) }
      })
  }

  private func rows(_ claim: ProvedClaim, _ place: ClaimPlace) -> [ReportTable.Row] {
    let verdict = claim.verdict == .ambiguous ? .ambiguous : place.verdict
    let shown = place.figures.filter { $0.claim != nil || $0.fault != nil }
    if shown.count == 1 { return [row(claim.says, verdict, shown[0])] }
    return [row(claim.says, verdict, at: place.place)]
      + shown.map { row(label($0), $0.verdict, $0, indent: 1) }
  }

  private func label(_ figure: ProvedFigure) -> String {
    figure.claim?.text ?? (figure.fault?.kind == .year ? "its year" : "a figure in it")
  }

  private func row(
    _ label: String, _ verdict: ProofVerdict, _ figure: ProvedFigure? = nil,
    at place: ProofPlace? = nil, indent: Int = 0
  ) -> ReportTable.Row {
    let cells = [
      verdict.words, figure?.fault?.kind.words ?? "", figure?.place.text ?? "",
      figure.flatMap(words.computed) ?? "",
      (place ?? figure?.place).map(words.position) ?? "",
    ]
    return ReportTable.Row(.line, label, cells.map(ReportCell.text), indent: indent)
  }

  private var uncovered: ReportTable {
    ReportTable(
      caption: "Figures that no claim covers", stub: "Figure",
      columns: [words.placeHeading, "Sentence"],
      rows: proof.uncovered.map { figure in
        ReportTable.Row(
          .line, figure.text, [.text(words.position(figure)), .text(figure.sentence)])
      })
  }
}

extension ProofVerdict {
  /// As reports print it.
  var words: String { self == .notFound ? "not found" : rawValue }
}

extension FigureFault.Kind {
  /// As reports print it.
  var words: String { self == .percentageOfWhat ? "percentage of what" : rawValue }
}
