/// The keys of a layout file.
extension KeySet {
  static let layout = KeySet(
    "a layout",
    [
      .required("layout", .identifier), .optional("title", .text),
      .optional("status", .choice(ReportLayout.Status.self)),
      .optional("negatives", .choice(ReportLayout.Negatives.self)),
    ] + look + [
      .optional(
        "contents", .list(.oneOf([.choice(ReportLayout.Part.self), .keys(.layoutPart)]))),
      .optional("notes", .list(.text)),
    ])
  static let layoutPart = KeySet(
    "a part of a layout",
    [.required("part", .choice(ReportLayout.Part.self)), .optional("title", .text)] + look
      + [.optional("notes", .list(.text))])

  /// How figures are shown, in the whole pack or in one part.
  private static let look: [Key] = [
    .optional("unit", .unit), .optional("decimals", .decimals),
    .optional("kind", .choice(["annual", "cumulative"])), .optional("prior-year", .flag),
    .optional("years", .list(.year)), .optional("total", .flag),
  ]
}
