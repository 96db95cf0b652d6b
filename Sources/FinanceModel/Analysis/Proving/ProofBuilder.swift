/// Finds the claims of a plan in a report and decides each of them.
struct ProofBuilder {
  private let plan: Plan
  private let prose: Prose
  private let sentences: [ClaimSentence]
  private let text: ProseTokens
  private let finder: SentenceFinder
  private let judge: FigureJudge
  private let computed: [Identifier: Quantity]
  /// Which tokens a sentence of a claim has taken.
  private var isTaken: [Bool]
  /// Sentences of a year that no claim has, and that several claims fit.
  private var contested: Set<Fit> = []

  /// The most claims for which the nearest sentence is looked up.
  private static let mostHelped = 50

  init(_ plan: Plan, _ prose: Prose) throws(Diagnostics) {
    self.plan = plan
    self.prose = prose
    let engine = Evaluator(PlanIndex(plan))
    _ = try engine.forecast()
    var computed: [Identifier: Quantity] = [:]
    for claim in plan.claims { computed[claim.id] = try engine.reconcile(claim).computed }
    self.computed = computed
    judge = FigureJudge(plan: plan, explanations: FigureExplanations(engine: engine))
    var vocabulary = Vocabulary()
    sentences = plan.claimedSentences.map { ClaimSentence($0, &vocabulary) }
    vocabulary.learns = false
    text = ProseTokens(prose, &vocabulary)
    finder = SentenceFinder(text.tokens)
    isTaken = Array(repeating: false, count: text.tokens.count)
  }

  /// The tokens of a sentence that fits.
  private typealias Fit = Range<Int>

  mutating func proof() -> Proof {
    let fits = fits()
    for fit in fits.joined() { for place in fit { isTaken[place] = true } }
    let decided = zip(sentences, fits).map(decide)
    let uncovered = text.tokens.indices.filter { place in
      text.tokens[place].id == ProseTokens.Mark.figure && !isTaken[place] && isCounted(place)
    }
    var helped = 0
    let nearest = zip(sentences, fits).map { sentence, fits -> Int? in
      guard fits.isEmpty, sentence.fault == nil, helped < ProofBuilder.mostHelped else {
        return nil
      }
      helped += 1
      return finder.nearest(to: sentence.pattern, isTaken: isTaken)
    }
    let listed = uncovered.prefix(Proof.mostListed).map { $0..<$0 + 1 }
    let places = places(
      decided.flatMap { $0.shown.flatMap { [$0.fit] + figures(in: $0.fit).map { $0..<$0 + 1 } } }
        + listed + nearest.compactMap { $0.map { $0..<$0 + 1 } })
    return Proof(
      plan: plan, report: prose.file.path, format: prose.format.rawValue,
      claims: zip(zip(sentences, decided), nearest).map { claim, near in
        proved(claim.0, claim.1, near: near.flatMap { places[$0..<$0 + 1] }, places)
      },
      figureCount: text.tokens.indices.count { place in
        text.tokens[place].id == ProseTokens.Mark.figure && isCounted(place)
      },
      uncoveredCount: uncovered.count, uncovered: listed.compactMap { places[$0] })
  }

  /// Money and percentages are figures; digits alone may be anything.
  private func isCounted(_ place: Int) -> Bool {
    text.figures[Int(text.tokens[place].index)].kind != .number
  }

  // MARK: Finding

  /// The sentences that fit each claim; with its own years, or else with others that fit no claim.
  private mutating func fits() -> [[Fit]] {
    let all = sentences.map { sentence -> [Fit] in
      guard sentence.fault == nil else { return [] }
      return finder.places(of: sentence.pattern).map { $0..<$0 + sentence.pattern.count }
    }
    var own = zip(sentences, all).map { sentence, fits in
      fits.filter { years(in: $0) == sentence.years }
    }
    var isOwn = isTaken
    for fit in own.joined() { for place in fit { isOwn[place] = true } }
    var others: [Fit: [Int]] = [:]
    for (index, fits) in all.enumerated() where own[index].isEmpty {
      own[index] = fits.filter { fit in !fit.contains { isOwn[$0] } }
      for fit in own[index] { others[fit, default: []].append(index) }
    }
    for (fit, indices) in others where indices.count > 1 {
      // The one whose figures hold is meant; otherwise nobody can say which.
      let meant = indices.filter { index in
        judge(sentences[index], fit).allSatisfy { $0.verdict != .failed || $0.isYear }
      }
      if meant.count == 1 {
        for index in indices where index != meant[0] { own[index].removeAll { $0 == fit } }
      } else {
        contested.insert(fit)
      }
    }
    return own
  }

  private func years(in fit: Fit) -> [ProseYear] {
    text.tokens[fit].filter { $0.id == ProseTokens.Mark.year }.map { text.years[Int($0.index)] }
  }

  /// The positions of the figures and years of a sentence.
  private func figures(in fit: Fit) -> [Int] {
    fit.filter { [ProseTokens.Mark.figure, ProseTokens.Mark.year].contains(text.tokens[$0].id) }
  }

  private func places(_ ranges: [Range<Int>]) -> [Range<Int>: ProofPlace] {
    var finder = PlaceFinder(prose, text.tokens)
    var found: [Range<Int>: ProofPlace] = [:]
    for range in Set(ranges).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      found[range] = finder.place(range)
    }
    return found
  }

  // MARK: Deciding

  private struct Decided {
    var verdict: ProofVerdict
    var reason: String?
    var count = 0
    var shown: [(fit: Fit, verdict: ProofVerdict, figures: [Judged])] = []
  }

  private struct Judged {
    /// Which token it is, counted from the first of the sentence.
    let offset: Int
    let claim: Claim?
    let verdict: ProofVerdict
    let fault: FigureFault?
    var isYear = false
  }

  /// What a sentence states: two that state the same are one.
  private struct Statement: Hashable {
    let figures: [String]
    let years: [ProseYear]
  }

  private func decide(_ sentence: ClaimSentence, _ fits: [Fit]) -> Decided {
    guard !fits.isEmpty else {
      return Decided(
        verdict: .notFound, reason: sentence.fault ?? "no sentence of the report has its words")
    }
    var known: [Statement: [Judged]] = [:]
    var decided = Decided(verdict: .held, count: fits.count)
    for fit in fits {
      let statement = statement(fit)
      let judged = known[statement] ?? judge(sentence, fit)
      known[statement] = judged
      if decided.shown.count < Proof.mostPlaces {
        decided.shown.append((fit, ProofBuilder.worst(judged), judged))
      }
    }
    let verdicts = Set(known.values.map(ProofBuilder.worst))
    decided.verdict = known.count == 1 || verdicts == [.held] ? verdicts.first ?? .held : .ambiguous
    if !contested.isDisjoint(with: fits) {
      decided.verdict = .ambiguous
      decided.reason = "its words stand with another year, and so do those of another claim"
    } else if decided.verdict == .ambiguous {
      decided.reason = "\(fits.count) sentences fit alike and state different figures"
    }
    return decided
  }

  private static func worst(_ judged: [Judged]) -> ProofVerdict {
    let verdicts = judged.map(\.verdict)
    return verdicts.contains(.failed) ? .failed : verdicts.contains(.noted) ? .noted : .held
  }

  private func statement(_ fit: Fit) -> Statement {
    let figures = text.tokens[fit].filter { $0.id == ProseTokens.Mark.figure }.flatMap { token in
      let place = Int(token.index)
      return [text.figures[place], text.uppers[place]].map { figure -> String in
        guard let figure else { return "" }
        guard let reading = figure.reading(in: .number) else { return prose.text(token.range) }
        return "\(figure.kind) \(figure.isNegative) \(figure.isBracketed) \(reading)"
      }
    }
    return Statement(figures: figures, years: years(in: fit))
  }

  /// Each figure and year of a sentence, in order.
  private func judge(_ sentence: ClaimSentence, _ fit: Fit) -> [Judged] {
    var slots = sentence.slots[...]
    var years = sentence.years[...]
    return figures(in: fit).flatMap { place -> [Judged] in
      let (token, offset) = (text.tokens[place], place - fit.lowerBound)
      if token.id == ProseTokens.Mark.year {
        let (own, found) = (years.popFirst(), text.years[Int(token.index)])
        let isHeld = own == found
        let words = "the claim is of \(own?.description ?? "another year")"
        return [
          Judged(
            offset: offset, claim: nil, verdict: isHeld ? .held : .failed,
            fault: isHeld ? nil : FigureFault(kind: .year, words: words), isYear: true)
        ]
      }
      guard let slot = slots.popFirst() else { return [] }
      let figure = Int(token.index)
      let ends = judge.judged(
        (text.figures[figure], text.uppers[figure]), text: prose.text(token.range), slot: slot
      ) { computed[$0.id] }
      return ends.map { claim, judgement in
        Judged(
          offset: offset, claim: claim, verdict: judgement.verdict, fault: judgement.fault)
      }
    }
  }

  private func proved(
    _ sentence: ClaimSentence, _ decided: Decided, near: ProofPlace?,
    _ places: [Range<Int>: ProofPlace]
  ) -> ProvedClaim {
    let shown = decided.shown.compactMap { fit, verdict, judged -> ClaimPlace? in
      guard let place = places[fit] else { return nil }
      let figures = judged.compactMap { judged in
        let place = fit.lowerBound + judged.offset
        return places[place..<place + 1].map {
          ProvedFigure(
            place: $0, claim: judged.claim, computed: judged.claim.flatMap { computed[$0.id] },
            verdict: judged.verdict, fault: judged.fault)
        }
      }
      return ClaimPlace(place: place, verdict: verdict, figures: figures)
    }
    return ProvedClaim(
      figures: sentence.claims, verdict: decided.verdict, places: shown, placeCount: decided.count,
      reason: decided.reason, nearest: near)
  }
}

extension Plan {
  /// Finds the claims in a report and decides each; `-` is standard input. Throws `Diagnostics`.
  ///
  /// The report is `text`, `markdown`, `html` or `word`; nil is what its name and first bytes tell.
  public func proof(of report: String, format: String? = nil) throws(Diagnostics) -> Proof {
    let prose = try ProseReader.prose(
      path: report, format: format.flatMap(Prose.Format.init(rawValue:)))
    return try proof(of: prose)
  }

  func proof(of prose: Prose) throws(Diagnostics) -> Proof {
    var builder = try ProofBuilder(self, prose)
    return builder.proof()
  }

  /// The claims of each sentence, in order.
  fileprivate var claimedSentences: [[Claim]] {
    claims.reduce(into: []) { sentences, claim in
      if let first = claim.sentenceOf, sentences.last?.first?.id == first {
        sentences[sentences.count - 1].append(claim)
      } else {
        sentences.append([claim])
      }
    }
  }
}
