extension Report {
  /// The whole pack on one page: a heading for each part, with its tables and notes.
  public static func pack(_ pack: ReportPack) -> Report { PackReport(pack: pack).report }
}

/// Lays out a pack: the reports on its plan and scenarios, one after another under headings.
struct PackReport {
  let pack: ReportPack
  /// The parts under their headings, in the order of the layout.
  private(set) var sections: [Section] = []

  init(pack: ReportPack) {
    self.pack = pack
    sections = laidOut
  }

  /// A part with its heading, and what stands under it.
  struct Section {
    let part: ReportLayout.Part
    let title: String
    var blocks: [Report.Block]
  }

  var plan: Plan { pack.plan }
  private var layout: ReportLayout { pack.layout }

  var report: Report {
    Report(
      title: title, subtitles: subtitles,
      blocks: sections.flatMap { [.heading($0.title)] + $0.blocks })
  }

  var title: String { layout.title ?? plan.heading }

  /// What a reader has to know before the first figure.
  var subtitles: [String] {
    let provisional = pack.provisional
    let more = provisional.count > 6 ? "; and \(provisional.count - 6) more" : ""
    let sources = plan.source.map { ["Source: \($0)"] } ?? []
    return [
      "Status: \(layout.status.rawValue)",
      provisional.isEmpty
        ? "No figure is provisional."
        : "Provisional, still to be confirmed: "
          + provisional.prefix(6).joined(separator: "; ") + more + ".",
    ] + sources + [
      "Made by \(pack.program) from \(pack.inputs.map(\.name).listed(most: 12)). Fingerprint of the inputs: "
        + "\(pack.fingerprint.prefix(16))…, in full at the end of this report."
    ]
  }

  // MARK: Parts

  /// What the layout asks for, or else all that there is; provenance stands in every pack.
  private var entries: [ReportLayout.Entry] {
    func entry(_ part: ReportLayout.Part) -> ReportLayout.Entry {
      ReportLayout.Entry(
        part: part, title: nil, look: ReportLayout.Look(), notes: [], range: plan.range)
    }
    let chosen = layout.contents ?? pack.available.map(entry)
    return chosen
      + (chosen.contains { $0.part == .provenance } ? [] : [entry(.provenance)])
  }

  private var laidOut: [Section] {
    var sections = entries.filter { $0.part != .provenance }.flatMap(sections)
    guard let provenance = entries.first(where: { $0.part == .provenance }) else { return sections }
    let place = entries.prefix { $0.part != .provenance }.map(\.part)
    let files = PackFile.names(of: sections)
    let section = Section(
      part: .provenance, title: provenance.title ?? provenance.part.title,
      blocks: ProvenanceReport(pack: pack, files: files).blocks(notes: provenance.notes))
    let index = sections.lastIndex { place.contains($0.part) }.map { $0 + 1 } ?? 0
    sections.insert(section, at: index)
    return sections
  }

  private func sections(_ entry: ReportLayout.Entry) -> [Section] {
    let style = layout.style(of: entry.part)
    var sections = contents(entry.part, style).map { title, blocks in
      Section(part: entry.part, title: title ?? entry.title ?? entry.part.title, blocks: blocks)
    }
    let look = layout.look(of: entry.part)
    for index in sections.indices {
      sections[index].blocks = sections[index].blocks.map { $0.shown(look, style, plan) }
    }
    let notes =
      sections.flatMap(\.blocks).contains { look.addsUpHiddenYears($0, plan) }
      ? entry.notes + [
        "Totals are of all years of the plan, also of those that are not shown here."
      ]
      : entry.notes
    if !notes.isEmpty, let last = sections.indices.last {
      sections[last].blocks.append(.notes(notes))
    }
    return sections
  }

  /// The blocks of a part; scenarios have a heading of their own for each.
  private func contents(
    _ part: ReportLayout.Part, _ style: ReportStyle
  ) -> [(title: String?, blocks: [Report.Block])] {
    switch part {
    case .gap: [(nil, Report.gap(pack.answer, style: style).blocks)]
    case .table: [(nil, Report.table(pack.answer.result, style: style).blocks)]
    case .comparison: report(pack.comparison.map { Report.gaps(of: $0, style: style) })
    case .scenarios: pack.scenarios.mappedConcurrently { scenario($0, style) }
    case .savings:
      report(pack.savings.flatMap { try? Report.savings($0, style: style) })
    case .reserves: report(pack.reserves.map { Report.reserves($0, style: style) })
    case .risks: report(pack.risks.map { Report.risks($0, style: style) })
    case .funding: report(pack.funding.map { Report.funding($0, style: style) })
    case .assumptions: [(nil, AssumptionReport(plan: plan).blocks)]
    case .reconciliation: report(pack.reconciliation.map(Report.reconciliation))
    case .provenance: []
    }
  }

  private func report(_ report: Report?) -> [(title: String?, blocks: [Report.Block])] {
    report.map { [(nil, $0.blocks)] } ?? []
  }

  private func scenario(
    _ answer: Answer, _ style: ReportStyle
  ) -> (title: String?, blocks: [Report.Block]) {
    let question = answer.question
    let titles = question.scenarios.map(\.title).joined(separator: ", then ")
    let reasons = question.scenarios.compactMap(\.why).map { Report.Block.paragraph("Why: \($0)") }
    let blocks = GapReport(answer: answer, attribution: nil, style: style).contributions
    return ("Scenario: \(titles)", reasons + blocks)
  }
}

extension ReportLayout {
  /// The style of a part: its own look over that of the whole pack.
  func style(of part: Part) -> ReportStyle {
    look(of: part).style(negatives)
  }

  fileprivate func look(of part: Part) -> Look {
    (contents?.first { $0.part == part }?.look ?? Look()).over(look)
  }
}

extension ReportLayout.Part {
  /// Its usual heading.
  var title: String {
    switch self {
    case .gap: "The budget gap"
    case .table: "The plan"
    case .comparison: "Scenarios side by side"
    case .scenarios: "Scenarios"
    case .savings: "Savings"
    case .reserves: "Reserves"
    case .risks: "Risks"
    case .funding: "Funding and income"
    case .assumptions: "Assumptions"
    case .reconciliation: "Agreement with what was published"
    case .provenance: "Where this report comes from"
    }
  }
}
