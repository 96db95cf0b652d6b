/// The sentence of a claim as a pattern of words, with a slot for each figure and year.
struct ClaimSentence {
  /// A figure of the sentence.
  struct Slot {
    /// The claim that it states; nil for one that the sentence only carries.
    let claim: Claim?
    /// As the sentence has it.
    let figure: ProseFigure
    let text: String
    /// The other end, where the sentence has a range, and the claim of that end.
    var upper: (claim: Claim?, figure: ProseFigure)?
  }

  let claims: [Claim]
  /// Words by their numbers, and marks.
  let pattern: [Int32]
  let slots: [Slot]
  let years: [ProseYear]
  /// Why it cannot be looked for; nil where it can.
  let fault: String?

  /// A figure, or one end of a range.
  private struct End {
    let place: Int
    var isUpper = false
    let figure: ProseFigure
  }

  /// The longest sentence that is looked for.
  static let longest = 500

  init(_ claims: [Claim], _ vocabulary: inout Vocabulary) {
    self.claims = claims
    let prose = Prose(sentence: claims[0].says)
    let read = ProseTokens(prose, &vocabulary)
    // A full stop may be left out, and the sentence stand in another.
    var tokens = read.tokens
    while tokens.last?.id == ProseTokens.Mark.sentenceEnd { tokens.removeLast() }
    pattern = tokens.map(\.id)
    let texts = tokens.filter { $0.id == ProseTokens.Mark.figure }.map { prose.text($0.range) }
    let ends = read.figures.indices.flatMap { place in
      [End(place: place, figure: read.figures[place])]
        + (read.uppers[place].map { [End(place: place, isUpper: true, figure: $0)] } ?? [])
    }
    var claimed: [Int: Claim] = [:]
    var missing: Claim?
    for claim in claims {
      let fitting = ends.indices.filter { place in
        claimed[place] == nil && claim.isStated(by: ends[place].figure)
      }
      // Digits alone are the figure only where nothing else is.
      let slot = fitting.first { ends[$0].figure.kind != .number } ?? fitting.first
      if let slot { claimed[slot] = claim } else { missing = missing ?? claim }
    }
    var slots: [Slot] = []
    for (place, end) in ends.enumerated() {
      if end.isUpper {
        slots[slots.count - 1].upper = (claimed[place], end.figure)
      } else {
        slots.append(Slot(claim: claimed[place], figure: end.figure, text: texts[end.place]))
      }
    }
    self.slots = slots
    years = read.years
    let words = pattern.count { $0 > 0 || $0 == ProseTokens.Mark.year }
    fault =
      if let missing {
        "its sentence does not state \(missing.text), so that no figure can be held against it"
      } else if words < 2 {
        "its sentence has too few words to be found: it needs two beside its figures"
      } else if pattern.count > ClaimSentence.longest {
        "its sentence has more than \(ClaimSentence.longest) words"
      } else {
        nil
      }
  }

  /// The years of the sentence, to say which one fails.
  var yearsText: String { years.map(\.description).joined(separator: ", ") }
}

extension Claim {
  /// Whether a figure of the sentence is the one stated, to as many places as the sentence has.
  fileprivate func isStated(by figure: ProseFigure) -> Bool {
    let isOfKind =
      switch figure.kind {
      case .money: stated.isMoney
      case .percent, .points: !stated.isMoney
      case .number: true
      }
    guard isOfKind, let (size, step) = figure.reading(in: unit) else { return false }
    let own = stated.magnitude
    return size == own.trillionths || own.rounded(Rounding(step: step)).trillionths == size
  }
}
