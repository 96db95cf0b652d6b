/// The claims of a plan, held against the sentences of a report that state them.
///
/// ```swift
/// let proof = try Plan(contentsOf: "plan.yaml").proof(of: "report.md")
/// proof.claims.map(\.verdict)  // [.held, .failed, .notFound]
/// ```
public struct Proof: Sendable {
  public let plan: Plan
  /// The path of the report.
  public let report: String
  /// What the report was written in: `text`, `markdown`, `html` or `word`.
  public let format: String
  /// One for each sentence that the plan claims, in its order.
  public let claims: [ProvedClaim]
  /// How many figures the report states: money and percentages.
  public let figureCount: Int
  /// How many of them no claim covers.
  public let uncoveredCount: Int
  /// Those, in their order; of a great many, only the first.
  public let uncovered: [ProofPlace]

  /// The most figures without a claim that are listed; the rest are counted.
  static let mostListed = 1000
  /// The most places at which a claim is shown.
  static let mostPlaces = 50

  /// How many claims have a verdict.
  public func count(_ verdict: ProofVerdict) -> Int { claims.count { $0.verdict == verdict } }

  /// Whether a claim fails or cannot be decided, nothing could be proved, or a claim is not found.
  ///
  /// With `inPart`, the report holds some of the plan's claims only, and one not found is no finding.
  public func hasFindings(inPart: Bool = false) -> Bool {
    let proved = count(.held) + count(.noted)
    return count(.failed) + count(.ambiguous) > 0 || proved == 0
      || (!inPart && count(.notFound) > 0)
  }
}

/// What became of a claim in a report.
public enum ProofVerdict: String, CaseIterable, Sendable {
  /// Each figure of its sentence is what the plan has, to the last place as stated.
  case held
  /// A figure is not, by a difference that the plan records with its reason.
  case noted
  case failed
  /// Several sentences fit alike and state different figures, so that none can be taken.
  case ambiguous
  case notFound = "not-found"
}

/// Where something stands in a report.
public struct ProofPlace: Sendable {
  /// What of a Word document it stands in, `footnote 2` or `header`; nil for the text itself.
  public let part: String?
  /// Counted from 1; in a Word document, the number of the paragraph in its part.
  public let line: Int
  /// Counted from 1, in characters.
  public let column: Int
  /// What stands there.
  public let text: String
  /// The sentence around it; a long one is cut.
  public let sentence: String
  /// How many characters of the sentence stand before it.
  public let indent: Int
  public let range: SourceRange
}

/// A claim, and every place of the report that states it.
public struct ProvedClaim: Sendable {
  /// The figures of its sentence, the claim's own one first.
  public let figures: [Claim]
  public let verdict: ProofVerdict
  public let places: [ClaimPlace]
  /// How many there are, shown or not.
  public let placeCount: Int
  /// Why nothing was found or taken; nil where a place says it.
  public let reason: String?
  /// A sentence that is nearly the claim's; nil where it was found, or nothing is near.
  public let nearest: ProofPlace?

  /// The sentence of the claim.
  public var says: String { figures[0].says }
}

/// A sentence of the report that states a claim.
public struct ClaimPlace: Sendable {
  /// From the first word of the claim to the last.
  public let place: ProofPlace
  public let verdict: ProofVerdict
  public let figures: [ProvedFigure]
}

/// A figure or a year of a sentence, held against the claim.
public struct ProvedFigure: Sendable {
  public let place: ProofPlace
  /// The claim's figure; nil for a year, and for a figure that the sentence only carries.
  public let claim: Claim?
  /// What the plan has.
  public let computed: Quantity?
  public let verdict: ProofVerdict
  /// What is wrong; nil where nothing is.
  public let fault: FigureFault?
}

/// What is wrong with a figure of a sentence.
public struct FigureFault: Hashable, Sendable {
  /// What of the figure is wrong.
  public enum Kind: String, CaseIterable, Sendable {
    case value
    /// A range where one figure is claimed, or one figure where a range is.
    case range
    /// £m against £000 or bn, or pounds against per cent.
    case unit
    case year
    /// A percentage of something else.
    case percentageOfWhat = "percentage-of-what"
  }

  public let kind: Kind
  /// What is wrong, and what would explain it, in one clause.
  public let words: String
}
