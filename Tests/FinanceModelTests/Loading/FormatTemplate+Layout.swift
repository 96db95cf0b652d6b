extension FormatTemplate {
  /// The kinds of mapping of a layout file, which is tried on the plan beside it.
  static let layouts = [
    "a layout": FormatTemplate(entries: [("layout", "cabinet")]) { $0 + "\n" },
    "a part of a layout": FormatTemplate(entries: [("part", "gap")]) {
      "{ layout: cabinet, contents: [\($0)] }\n"
    },
  ]
}
