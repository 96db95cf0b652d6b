/// Charts of what may become of a plan: a fan of gaps, and reserves against their minimum.
extension GapCharts {
  /// The gaps of many draws: what most of them lie within, their median, and the plan.
  struct Fan {
    /// What at least 90 of 100 draws lie within.
    let wide: (low: [Money], high: [Money])
    /// What at least 80 of 100 draws lie within.
    let narrow: (low: [Money], high: [Money])
    let median: [Money]
    let planned: [Money]
  }

  /// How far the remaining gap may lie from the one that is planned, year by year.
  func fan(_ fan: Fan, _ effect: Series) -> Chart {
    let last = years.count - 1
    func range(_ band: (low: [Money], high: [Money])) -> String {
      band.low[last] == band.high[last]
        ? "is \(text(band.low[last]))"
        : "lies between \(text(band.low[last])) and \(text(band.high[last]))"
    }
    return chart(
      "Remaining gap in many draws, \(meaning(effect))",
      words: "In \(years[last]) the remaining gap \(range(fan.wide)) in at least 90 of 100 draws "
        + "and \(range(fan.narrow)) in at least 80 of 100. Its median is \(text(fan.median[last])); planned is "
        + "\(text(fan.planned[last])).",
      series: ["90 of 100 draws", "80 of 100 draws", "Median", "As planned"],
      .years(
        years,
        [
          .band(low: fan.wide.low, high: fan.wide.high),
          .band(low: fan.narrow.low, high: fan.narrow.high),
          .line(fan.median), .line(fan.planned),
        ]))
  }

  /// What a reserve holds at the end of each year, beside what it should hold at least.
  func balance(_ title: String, _ closing: [Money], minimum: [Money]) -> Chart {
    let first = closing.indices.first { closing[$0] < minimum[$0] }
    let verdict =
      first.map { year in
        "It is first below its minimum in \(years[year]), by "
          + "\(text(minimum[year] - closing[year]))."
      } ?? "It is never below its minimum."
    return chart(
      "\(title): what is left at the end of each year",
      words: course("The closing balance", closing) + " " + verdict,
      series: ["Closing balance", "Minimum"], .years(years, [.bars(closing), .line(minimum)]))
  }
}
