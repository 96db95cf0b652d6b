/// What the charts of a gap show, and the same in words.
struct GapCharts {
  let plan: Plan
  let style: ReportStyle

  var years: [String] { plan.years.years.map(\.description) }
  private var last: String { years.last ?? "" }

  func text(_ money: Money) -> String { style.text(money, plan) }

  func chart(
    _ title: String, words: String, series: [String], _ form: Chart.Form
  ) -> Chart {
    Chart(
      title: title, words: words, unit: style.unit(plan), decimals: style.decimals(plan),
      series: series, form: form)
  }

  func meaning(_ effect: Series) -> String {
    effect == .annual ? "annual: what each year adds" : "cumulative: the level in each year"
  }

  // MARK: Required and planned

  /// The cost reduction that each year needs beside the one that is planned; nil without savings.
  ///
  /// Planned savings are turned, so that the two bars of a balanced year are as long as each other.
  func reductions(_ gap: GapStatement, _ effect: Series) -> Chart? {
    guard let required = gap.series(.required, effect)?.values,
      let plan = gap.series(.plan, effect)?.values.map({ -$0 })
    else { return nil }
    return chart(
      "Required and planned cost reduction, \(meaning(effect))",
      words: course("The required cost reduction", required) + " "
        + course("The planned one", plan) + " " + outcome(required, plan, effect, from: gap.base),
      series: ["Required", "Planned"], .years(years, [.bars(required), .bars(plan)]))
  }

  /// `The gap peaks at £19.200m in 2018-19 and is least in 2017-18, £8.254m.`
  func course(_ subject: String, _ values: [Money]) -> String {
    guard let most = values.max(), let least = values.min(),
      let peak = values.firstIndex(of: most), let trough = values.firstIndex(of: least)
    else { return "" }
    if values.count == 1 { return "\(subject) is \(text(most)) in \(years[0])." }
    if most == least { return "\(subject) is \(text(most)) in every year." }
    return "\(subject) peaks at \(text(most)) in \(years[peak]) and is least in \(years[trough]), "
      + "\(text(least))."
  }

  /// What is left of the required; where the plan starts from a gap, its years only add to that.
  private func outcome(
    _ required: [Money], _ planned: [Money], _ effect: Series, from base: Money
  ) -> String {
    func total(_ values: [Money]) -> Money {
      effect == .annual ? values.reduce(.zero, +) : values.last ?? .zero
    }
    let (needed, found) = (total(required), total(planned))
    let open = needed - found
    let start =
      (effect == .annual ? "Over the plan " : "By \(last) ")
      + "\(text(needed)) is required and \(text(found)) planned"
    if effect == .annual, base != .zero, let year = plan.years.base {
      let verb =
        open == .zero
        ? "add nothing to"
        : open > .zero ? "add \(text(open)) to" : "take \(text(open.magnitude)) off"
      return start
        + "; the years of the plan \(verb) the remaining gap of \(year), \(text(base))."
    }
    return open == .zero
      ? start + ", so that nothing is still to be found."
      : start + ", with \(text(open.magnitude)) \(open > .zero ? "still to be found" : "to spare")."
  }

  // MARK: From one gap to another

  /// What takes the gap of the last year from one level to another, step by step.
  func steps(
    _ title: String, from start: (label: String, level: Money),
    _ steps: [(label: String, amount: Money)], to end: String
  ) -> Chart {
    let level = steps.reduce(start.level) { $0 + $1.amount }
    var words = [
      "The remaining gap of \(last) goes from \(text(start.level)) ('\(start.label)') to "
        + "\(text(level)) ('\(end)')."
    ]
    if let most = steps.max(by: { $0.amount < $1.amount }), most.amount > .zero {
      words.append("Most is added by '\(most.label)', \(text(most.amount)).")
    }
    if let least = steps.min(by: { $0.amount < $1.amount }), least.amount < .zero {
      words.append("Most is taken off by '\(least.label)', \(text(least.amount.magnitude)).")
    }
    return chart(
      "\(title): the level of the remaining gap in \(last)", words: words.joined(separator: " "),
      series: ["The gap", "Adds to it", "Takes off it"],
      Chart.steps(from: start, steps, to: end))
  }

  // MARK: Side by side

  /// The gap of the last year in each of several scenarios.
  func levels(_ scenarios: [(title: String, level: Money)], words: String) -> Chart {
    chart(
      "Remaining gap by scenario: the level in \(last)", words: words, series: ["Remaining gap"],
      .rows(scenarios.map { Chart.Row($0.title, [Chart.Bar(to: $0.level)]) }))
  }

  /// How far each of several assumptions moves the gap of the last year, to either side.
  func swings(_ swings: [Swing]) -> Chart? {
    guard let first = swings.first else { return nil }
    let most =
      "'\(first.title)', from \(text(first.least)) (\(first.leastNote)) to "
      + "\(text(first.most)) (\(first.mostNote))"
    let rest = swings.dropFirst().prefix(1).map {
      " Next is '\($0.title)', from \(text($0.least)) to \(text($0.most))."
    }
    return chart(
      "What moves the remaining gap: difference in the level of \(last)",
      words: "The gap of \(last) is moved farthest by \(most)." + rest.joined(),
      series: ["Smaller gap", "Larger gap"],
      .rows(
        swings.prefix(GapCharts.mostSwings).map { swing in
          Chart.Row(
            swing.title,
            [
              Chart.Bar(to: swing.least, series: 0, note: swing.leastNote),
              Chart.Bar(to: swing.most, series: 1, note: swing.mostNote),
            ])
        }))
  }

  /// The most assumptions in a picture; the table beside it has them all.
  private static let mostSwings = 15

  /// The two ends to which an assumption moves a gap.
  struct Swing {
    let title: String
    let least: Money
    let leastNote: String
    let most: Money
    let mostNote: String
  }
}
