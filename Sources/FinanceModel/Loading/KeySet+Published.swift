/// The keys of what a plan is held against: published tables, identities and claims.
extension KeySet {
  static let published = KeySet(
    "a published table",
    [
      .required("table", .text), .optional("of", .identifier), .optional("unit", .unit),
      .optional("decimals", .decimals), .optional("heading", .whole(1...SourceFile.sizeLimit)),
      .optional("skip", .list(.whole(1...SourceFile.sizeLimit))),
      .optional("row", .entries(.identifier)), .optional("column", .entries(.text)),
      .optional("noted", .list(.keys(.noted))),
    ])
  static let noted = KeySet(
    "a noted difference",
    [
      .required("row", .identifier), .required("column", .text),
      .required("difference", .amount), .required("because", .text),
    ])
  static let identity = KeySet(
    "an identity",
    [
      .required("id", .identifier), .optional("says", .text), .required("holds", .text),
      .optional("in", .list(.year)),
    ])
  static let claim = KeySet(
    "a claim",
    [
      .required("id", .identifier), .required("says", .text), .required("value", .amount),
      .optional("unit", .unit), .required("equals", .formula), .optional("source", .text),
      .optional("noted", .keys(.claimNoted)), .optional("figures", .list(.keys(.claimFigure))),
    ])
  static let claimFigure = KeySet(
    "a further figure of a claim",
    [
      .required("id", .identifier), .required("value", .amount), .optional("unit", .unit),
      .optional("equals", .formula), .optional("of", .formula),
      .optional("noted", .keys(.claimNoted)),
    ])
  static let claimNoted = KeySet(
    "a noted difference of a claim",
    [.required("difference", .amount), .required("because", .text)])
}
