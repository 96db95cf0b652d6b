extension Report {
  /// How likely each remaining gap is, what would cover it, and what was drawn.
  public static func simulation(
    _ simulation: Simulation, style: ReportStyle = ReportStyle()
  ) -> Report {
    SimulationReport(simulation: simulation, style: style).report
  }

  /// What one draw drew, and the gap of the plan with it, as `run` prints it.
  public static func explainedDraw(
    _ explained: ExplainedDraw, style: ReportStyle = ReportStyle()
  ) -> Report {
    let words = SimulationWords(question: explained.question, style: style)
    var report = Report.gap(explained.answer, style: style)
    report.title = explained.question.plan.heading
    report.subtitles = [
      "Draw \(SimulationWords.count(explained.draw)) of seed \(explained.question.terms.seed)"
    ]
    report.blocks.insert(.table(words.table(explained.values)), at: 0)
    let changed = words.changedRanges
    if !changed.isEmpty { report.blocks.append(.notes(changed)) }
    report.blocks += [.paragraph("As a scenario, to be saved and run:"), .file(explained.file)]
    return report
  }
}

extension Report {
  /// What one draw drew, for a draw that gives no gap.
  public static func drawnValues(
    of question: SimulationQuestion, _ draw: UInt64, style: ReportStyle = ReportStyle()
  ) -> Report {
    let words = SimulationWords(question: question, style: style)
    return Report(
      title: question.plan.heading,
      subtitles: ["Draw \(SimulationWords.count(draw)) of seed \(question.terms.seed)"],
      blocks: [.table(words.table(question.drawn(draw)))])
  }
}

extension SimulationWords {
  /// What one draw drew of each input.
  fileprivate func table(_ values: [(input: SampledInput, value: Quantity)]) -> ReportTable {
    ReportTable(
      caption: "What was drawn", columns: ["Drawn", "Low", "High", "Mean", "Distribution"],
      rows: values.map { input, value in
        ReportTable.Row(.line, input.title, [.text(text(value, input.unit))] + cells(input))
      })
  }
}

/// Lays out the answer to `simulate`.
private struct SimulationReport {
  let simulation: Simulation
  let style: ReportStyle

  private var plan: Plan { simulation.plan }
  private var years: [String] { plan.years.years.map(\.description) }
  private var words: SimulationWords {
    SimulationWords(question: simulation.question, style: style)
  }

  var report: Report {
    var blocks: [Report.Block] = [.paragraph(words.summary(simulation))]
    blocks += style.effects.map { .table(percentiles($0)) }
    blocks += [.table(chances), .table(contingency), .table(drawn)]
    blocks.append(.notes(words.notes(simulation)))
    return Report(title: plan.heading, subtitles: [words.subtitle], blocks: blocks)
  }

  private func percentiles(_ effect: Series) -> ReportTable {
    let meaning = effect == .annual ? "what each year adds" : "the level in each year"
    func row(_ label: String, _ series: YearSeries<Money>) -> ReportTable.Row {
      ReportTable.Row(.line, label, series.values.map { style.cell($0, plan) })
    }
    var rows = SimulationQuestion.percentiles.map { share in
      row("P\(SimulationWords.share(share).dropLast())", simulation.percentile(share, effect))
    }
    rows.append(row("Mean", simulation.mean(effect)))
    if let error = simulation.standardError(effect) {
      rows.append(row("Standard error of the mean", error))
    }
    if let planned = simulation.question.planned.series(.remaining, effect) {
      rows.append(
        ReportTable.Row(.figure, "As planned", planned.values.map { style.cell($0, plan) }))
    }
    return ReportTable(
      caption: "Remaining gap, \(effect.rawValue): \(meaning)", unit: style.unit(plan),
      columns: years, rows: rows, chart: chart(effect))
  }

  private func chart(_ effect: Series) -> Chart? {
    guard let planned = simulation.question.planned.series(.remaining, effect) else { return nil }
    func percentile(_ percent: Int) -> [Money] {
      simulation.percentile(.percent(percent), effect).values
    }
    return GapCharts(plan: plan, style: style).fan(
      GapCharts.Fan(
        wide: (percentile(5), percentile(95)), narrow: (percentile(10), percentile(90)),
        median: percentile(50), planned: planned.values),
      effect)
  }

  private var chances: ReportTable {
    func rows(_ label: String, _ series: YearSeries<Chance>) -> [ReportTable.Row] {
      [
        ReportTable.Row(.line, label, series.values.map { percent($0.rate) }),
        ReportTable.Row(
          .line, "standard error", series.values.map { error($0) }, indent: 1),
      ]
    }
    var all = style.effects.flatMap { effect in
      rows("\(effect.rawValue.capitalised) gap nil or below", simulation.balanceChance(effect))
    }
    if let lasting = simulation.reservesLast { all += rows("Reserves have lasted", lasting) }
    let whole = simulation.everyYear
    all.append(
      ReportTable.Row(
        .figure, "No year with a cumulative gap",
        years.dropLast().map { _ in .none } + [percent(whole.rate)]))
    all.append(
      ReportTable.Row(
        .line, "standard error",
        years.dropLast().map { _ in .none } + [error(whole)], indent: 1))
    return ReportTable(caption: "Chances", unit: .percent, columns: years, rows: all)
  }

  private func error(_ chance: Chance) -> ReportCell {
    chance.standardError.map(percent) ?? .none
  }

  private func percent(_ rate: Rate) -> ReportCell {
    .amount(.figure(.number(rate)), .percent, decimals: 2)
  }

  private var contingency: ReportTable {
    ReportTable(
      caption: "Contingency that covers the cumulative remaining gap with a stated chance",
      unit: style.unit(plan), columns: years,
      rows: simulation.question.terms.confidences.map { confidence in
        ReportTable.Row(
          .line, SimulationWords.share(confidence),
          words.contingency(simulation, confidence).values.map { style.cell($0, plan) })
      })
  }

  private var drawn: ReportTable {
    ReportTable(
      caption: "What was drawn", columns: ["Low", "High", "Mean", "Distribution"],
      rows: simulation.question.inputs.map { input in
        ReportTable.Row(.line, input.title, words.cells(input))
      })
  }
}

extension String {
  /// With a capital first letter.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
