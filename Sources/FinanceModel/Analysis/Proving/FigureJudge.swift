/// Holds a figure of a sentence against what the plan has.
struct FigureJudge {
  let plan: Plan
  let explanations: FigureExplanations

  /// The verdict, and what is wrong where it is not held.
  func judged(
    _ found: ProseFigure, text: String, slot: ClaimSentence.Slot, computed: Quantity?
  ) -> (verdict: ProofVerdict, fault: FigureFault?) {
    guard let claim = slot.claim else { return carried(found, text: text, slot) }
    guard let computed else {
      return failed(.value, "the plan has no figure for it")
    }
    let has = "the plan has \(plan.text(computed, of: claim))"
    guard isOfKind(found, claim, slot) else {
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
    let size = plan.text(difference.magnitude, of: claim)
    return failed(.value, "\(has), \(size) \(difference.isNegative ? "more" : "less")")
  }

  private func failed(
    _ kind: FigureFault.Kind, _ words: String
  ) -> (verdict: ProofVerdict, fault: FigureFault?) {
    (.failed, FigureFault(kind: kind, words: words))
  }

  /// A figure that the claim's sentence only carries has to be the same one.
  private func carried(
    _ found: ProseFigure, text: String, _ slot: ClaimSentence.Slot
  ) -> (verdict: ProofVerdict, fault: FigureFault?) {
    let (own, other) = (slot.figure.reading(in: .number), found.reading(in: .number))
    let isAlike =
      slot.figure.kind == found.kind && own?.size == other?.size
      && slot.figure.isNegative == found.isNegative
    return isAlike ? (.held, nil) : failed(.value, "the claim has \(slot.text) here")
  }

  /// Whether it counts what the claim's figure does.
  private func isOfKind(_ found: ProseFigure, _ claim: Claim, _ slot: ClaimSentence.Slot) -> Bool {
    if found.kind == slot.figure.kind { return true }
    // A sentence without a unit, as under a heading of £m, may as well say it.
    return slot.figure.kind == .number
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
