/// The shades of a chart: the government Analysis Function's palette, and lighter ones for the night.
///
/// Each series is also told by its place and a pattern of its own, never by its shade alone.
enum ChartStyle {
  /// How many series have a shade and a pattern of their own.
  static let most = 4

  static let shades = ["#12436D", "#28A197", "#801650", "#F46A25"]
  private static let nightShades = ["#7FB4E0", "#3CC4B8", "#E08AB8", "#F7935E"]

  static let rules =
    """
    .ch-text { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
    .ch-bold { font-weight: bold; }
    .ch-end { text-anchor: end; }
    .ch-middle { text-anchor: middle; }

    """ + colors(ground: "#FFFFFF", ink: "#0B0C0C", soft: "#484F53", grid: "#D5D8DA", shades)

  /// What differs in the dark.
  static let night = colors(
    ground: "#14181B", ink: "#F1F3F4", soft: "#B8C0C6", grid: "#3A4247", nightShades)

  private static func colors(
    ground: String, ink: String, soft: String, grid: String, _ shades: [String]
  ) -> String {
    var rules = [
      ".ch-ground { fill: \(ground); }", ".ch-ink { fill: \(ink); }", ".ch-soft { fill: \(soft); }",
      ".ch-figure { fill: \(ink); stroke: \(ground); stroke-width: 3; paint-order: stroke; }",
      ".ch-grid { stroke: \(grid); stroke-width: 1; }",
      ".ch-nil { stroke: \(ink); stroke-width: 1.5; }",
      ".ch-lining { fill: none; stroke: \(ground); stroke-width: 7; }",
      ".ch-link { stroke: \(soft); stroke-width: 1; }",
      ".ch-hatch { stroke: \(ground); stroke-width: 1.6; }", ".ch-dot { fill: \(ground); }",
    ]
    for (number, shade) in shades.enumerated() {
      rules.append(
        ".ch-s\(number) { fill: \(shade); stroke: \(shade); stroke-width: 1; }")
      rules.append(".ch-l\(number) { fill: none; stroke: \(shade); stroke-width: 3; }")
      rules.append(".ch-b\(number) { fill: \(shade); fill-opacity: 0.25; stroke: \(shade); }")
    }
    return rules.joined(separator: "\n")
  }
}
