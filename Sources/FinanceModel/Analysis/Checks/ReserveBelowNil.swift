extension CheckRule {
  static let reserveBelowNil = CheckRule(
    "reserve-below-nil",
    finds:
      "a reserve that the plan itself draws below nil, before any remaining gap is met from it",
    why: "money that is not there pays for nothing, and the plan counts on it",
    mending: "draw no more than the reserve holds, or contribute what is missing",
    faulty: "- { id: flood-reserve, title: Floods, kind: earmarked, opening: 2.000, "
      + "use: [1.500, 1.000, ~] }",
    mended: "- { id: flood-reserve, title: Floods, kind: earmarked, opening: 2.000, "
      + "use: [1.500, 0.500, ~] }"
  ) { subject in
    let terms = ReservesForecast.Terms(leavesOutGap: true)
    guard let reserves = try? subject.forecast.reserves(terms) else { return [] }
    return reserves.balances.compactMap { balance in
      guard let (year, short) = balance.firstBelow(balance.closing.map { _ in .zero }) else {
        return nil
      }
      return Finding.Place(
        "'\(balance.reserve.title)' is \(subject.text(short)) below nil at the end of "
          + "\(subject.year(year)), as planned", at: balance.reserve.range)
    }
  }

  static let gapMetFromReserves = CheckRule(
    "gap-met-from-reserves",
    finds: "a remaining gap that comes again each year and that the plan meets from its reserves",
    why: "the cost is there again next year and the money is not, so the same gap is met again and "
      + "again until the reserves are empty",
    mending: "find recurring savings or income for it, or say in the report that the year leans on "
      + "reserves",
    faulty: "- { id: general-fund, title: General fund, kind: general, opening: 9.000, "
      + "meets-gap: yes }",
    mended: "- { id: general-fund, title: General fund, kind: general, opening: 9.000 }"
  ) { subject in
    guard let reserves = try? subject.forecast.reserves(), let structural = reserves.structural,
      let first = reserves.order.first,
      let range = subject.plan.reserves.first(where: { $0.id == first })?.range
    else { return [] }
    let met = zip(reserves.met, structural).map { min($0, $1) }
    let years = met.indices.filter { met[$0] > .zero }
    if years.isEmpty { return [] }
    let amounts = years.map { "\(subject.text(met[$0])) in \(subject.year($0))" }
    return [
      Finding.Place("reserves meet a recurring gap: \(amounts.listed())", at: range)
    ]
  }
}
