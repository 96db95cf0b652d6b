extension Proof {
  /// What `proof --format json` holds; `docs/json.md` describes it.
  public var json: JSONValue {
    .object([
      ("schema", 1), ("plan", plan.json(ReportStyle())),
      (
        "report",
        .object([
          ("file", .string(report)), ("format", .string(format)),
          ("figures", .integer(figureCount)),
        ])
      ),
      ("claims", .array(claims.map(json))),
      (
        "uncovered",
        .object([
          ("count", .integer(uncoveredCount)), ("figures", .array(uncovered.map { json($0) })),
        ])
      ),
      ("summary", .object(ProofVerdict.allCases.map { ($0.rawValue, .integer(count($0))) })),
    ])
  }

  private func json(_ claim: ProvedClaim) -> JSONValue {
    .object([
      ("id", .string(claim.figures[0].id.name)), ("says", .string(claim.says)),
      ("verdict", .string(claim.verdict.rawValue)), ("reason", .optional(claim.reason)),
      ("nearest", claim.nearest.map { json($0) } ?? .null),
      ("count", .integer(claim.placeCount)), ("places", .array(claim.places.map(json))),
    ])
  }

  private func json(_ place: ClaimPlace) -> JSONValue {
    json(
      place.place,
      [
        ("verdict", .string(place.verdict.rawValue)),
        ("figures", .array(place.figures.map(json))),
      ])
  }

  private func json(_ figure: ProvedFigure) -> JSONValue {
    let computed = figure.claim.flatMap { claim in
      figure.computed.map { computed in
        JSONValue.figure(
          .figure(computed), in: claim.unit,
          decimals: claim.unit == plan.unit ? plan.decimals : claim.unit.defaultDecimals)
      }
    }
    return json(
      figure.place,
      [
        ("id", .optional(figure.claim?.id.name)), ("unit", .optional(figure.claim?.unit.rawValue)),
        ("computed", computed ?? .null), ("verdict", .string(figure.verdict.rawValue)),
        ("wrong", .optional(figure.fault?.kind.rawValue)), ("why", .optional(figure.fault?.words)),
      ])
  }

  /// Where something stands, and what is known of it.
  private func json(_ place: ProofPlace, _ more: [(String, JSONValue)] = []) -> JSONValue {
    .object(
      [
        ("part", .optional(place.part)), ("line", .integer(place.line)),
        ("column", .integer(place.column)),
        ("text", .string(place.text)), ("sentence", .string(place.sentence)),
      ] + more)
  }
}
