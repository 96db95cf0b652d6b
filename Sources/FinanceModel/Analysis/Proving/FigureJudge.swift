/// Holds a figure of a sentence against what the plan has.
struct FigureJudge {
  let plan: Plan
  let explanations: FigureExplanations

  typealias Judgement = (verdict: ProofVerdict, fault: FigureFault?)

  /// Both ends of a range, or the one figure that stands where the claim has one.
  ///
  /// A range is no figure of a claim, whatever its ends are: that £45m to £50m are saved does not say
  /// that £45m are.
  func judged(
    _ found: (lower: ProseFigure, upper: ProseFigure?), text: String, slot: ClaimSentence.Slot,
    computed: (Claim) -> Quantity?
  ) -> [(claim: Claim?, judgement: Judgement)] {
    let claims = [slot.claim, slot.upper?.claim].compactMap(\.self)
    guard (found.upper == nil) == (slot.upper == nil) else {
      let what =
        found.upper == nil ? "one figure stands where the claim has a range" : "it is a range"
      guard !claims.isEmpty else {
        return [(nil, failed(.range, "\(what); the claim has \(slot.text) here"))]
      }
      return claims.map { claim in
        let has = computed(claim).map { "; the plan has \(plan.text($0, of: claim))" } ?? ""
        return (claim, failed(.range, what + has))
      }
    }
    guard let (upperClaim, upper) = slot.upper, let foundUpper = found.upper, !claims.isEmpty else {
      if let claim = slot.claim {
        return [(claim, judged(found.lower, text, claim, slot.figure, computed(claim)))]
      }
      let ends = [(found.lower, slot.figure)] + pair(found.upper, slot.upper?.figure)
      return [(nil, ends.allSatisfy(isAlike) ? (.held, nil) : carries(slot))]
    }
    return [(slot.claim, found.lower, slot.figure), (upperClaim, foundUpper, upper)]
      .compactMap { claim, found, own in
        if let claim { return (claim, judged(found, text, claim, own, computed(claim))) }
        // An end that no claim states is only carried.
        return isAlike(found, own) ? nil : (nil, carries(slot))
      }
  }

  private func pair(
    _ found: ProseFigure?, _ own: ProseFigure?
  ) -> [(ProseFigure, ProseFigure)] {
    guard let found, let own else { return [] }
    return [(found, own)]
  }

  private func carries(_ slot: ClaimSentence.Slot) -> Judgement {
    failed(.value, "the claim has \(slot.text) here")
  }

  /// The verdict, and what is wrong where it is not held.
  private func judged(
    _ found: ProseFigure, _ text: String, _ claim: Claim, _ own: ProseFigure, _ computed: Quantity?
  ) -> Judgement {
    guard let computed else {
      return failed(.value, "the plan has no figure for it")
    }
    let has = "the plan has \(plan.text(computed, of: claim))"
    guard isOfKind(found, claim, own) else {
      return failed(.unit, "\(found.kindWords) where \(has)")
    }
    func holds(_ value: Int128, _ size: Int128, _ step: Int128) -> Bool {
      FixedPoint.round(value, toMultipleOf: step) == size
    }
    let isNegative = found.isNegative(as: claim)
    func otherUnit() -> String? {
      unit(found) { other in
        holds(computed.trillionths, isNegative ? -other.size : other.size, other.step)
      }
    }
    guard let reading = found.reading(in: claim.unit) else {
      // Too large to be held, it may still be a slip of the unit.
      if let unit = otherUnit() { return failed(.unit, "\(unit); \(has)") }
      return failed(.value, "'\(text)' cannot be read as a figure; \(has)")
    }
    let stated = isNegative ? -reading.size : reading.size
    if holds(computed.trillionths, stated, reading.step) { return (.held, nil) }
    let difference = computed.with(trillionths: stated - computed.trillionths)
    if let noted = claim.noted, noted.difference == difference {
      return (.noted, FigureFault(kind: .value, words: "\(has); noted: \(noted.reason.trimmed)"))
    }
    if holds(-computed.trillionths, stated, reading.step) {
      return failed(.value, "the sign is the other way round: \(has)")
    }
    if let unit = otherUnit() { return failed(.unit, "\(unit); \(has)") }
    let explained = explanations.explained(claim, computed) { value in
      holds(value.trillionths, stated, reading.step)
    }
    if let explained { return failed(explained.kind, explained.words + has) }
    let size =
      claim.unit == .percent
      ? plan.text(difference.magnitude, of: claim).replacing("%", with: " percentage points")
      : plan.text(difference.magnitude, of: claim)
    return failed(.value, "\(has), \(size) \(difference.isNegative ? "more" : "less")")
  }

  private func failed(_ kind: FigureFault.Kind, _ words: String) -> Judgement {
    (.failed, FigureFault(kind: kind, words: words))
  }

  /// A figure that the claim's sentence only carries has to be the same one.
  private func isAlike(_ found: ProseFigure, _ own: ProseFigure) -> Bool {
    own.kind == found.kind && own.isNegative == found.isNegative
      && own.reading(in: .number)?.size == found.reading(in: .number)?.size
  }

  /// Whether it counts what the claim's figure does.
  private func isOfKind(_ found: ProseFigure, _ claim: Claim, _ own: ProseFigure) -> Bool {
    if found.kind == own.kind { return true }
    // A sentence without a unit, as under a heading of £m, may as well say it.
    return own.kind == .number
      && (claim.stated.isMoney ? found.kind == .money : found.kind == .percent)
  }

  /// The unit in which the figure would hold.
  private func unit(
    _ found: ProseFigure, _ holds: ((size: Int128, step: Int128)) -> Bool
  ) -> String? {
    guard found.kind == .money else { return nil }
    let own = FigureJudge.scales.first { $0.suffix == found.amount.suffix }?.name ?? "£"
    for scale in FigureJudge.scales where scale.name != own {
      var other = found
      other.amount.suffix = scale.suffix
      if let reading = other.reading(in: .pounds), reading.size != 0, holds(reading) {
        return "the figure holds in \(scale.name), not in \(own)"
      }
    }
    return nil
  }

  /// What a figure of money may be counted in.
  private static let scales: [(suffix: TypedAmount.Suffix?, name: String)] = [
    (nil, "£"), (.thousands, "£000"), (.millions, "£m"), (.billions, "£bn"),
  ]
}

extension ProseFigure {
  /// Brackets are a minus where the claim has one, and else only brackets.
  func isNegative(as claim: Claim) -> Bool {
    isNegative || (isBracketed && claim.stated.isNegative)
  }

  fileprivate var kindWords: String {
    switch kind {
    case .money: "pounds stand"
    case .percent: "a percentage stands"
    case .points: "percentage points stand"
    case .number: "a figure without a unit stands"
    }
  }
}

extension Plan {
  /// A figure as the plan would state it where the claim does: `£45.448m`.
  func text(_ quantity: Quantity, of claim: Claim) -> String {
    let places = claim.unit == unit ? decimals : claim.unit.defaultDecimals
    let format = AmountFormat(decimals: places, negatives: .brackets, groupsThousands: true)
    return claim.unit.phrase(format.text(quantity, in: claim.unit))
  }
}
