/// The marks of a picture, one line of SVG each. Places are hundredths of a pixel.
struct SVGDrawing {
  /// What comes before the names of patterns, so that two pictures may share a page.
  let id: String
  private(set) var lines: [String] = []
  private var patterns: Set<Int> = []

  init(id: String) {
    self.id = id
  }

  /// How a text lies to its place.
  enum Anchor: String {
    case start = ""
    case middle = " ch-middle"
    case end = " ch-end"
  }

  /// A text on one line, with its foot at `y`; turned, it reads upwards from its place.
  mutating func text(
    _ text: String, _ x: Int, _ y: Int, size: Int, _ style: String = "ch-ink",
    anchor: Anchor = .start, isTurned: Bool = false
  ) {
    let (left, foot) = (SVGDrawing.length(x), SVGDrawing.length(y))
    let turn = isTurned ? " transform=\"rotate(-90 \(left) \(foot))\"" : ""
    lines.append(
      "<text class=\"ch-text \(style)\(anchor.rawValue)\" x=\"\(left)\" y=\"\(foot)\" "
        + "font-size=\"\(size)\"\(turn)>\(MarkupText.inline(text))</text>")
  }

  /// A bar between two corners, in the shade and the pattern of its series.
  mutating func bar(_ x: Int, _ y: Int, _ otherX: Int, _ otherY: Int, series: Int) {
    let number = min(series, ChartStyle.most - 1)
    let place =
      "x=\"\(SVGDrawing.length(min(x, otherX)))\" y=\"\(SVGDrawing.length(min(y, otherY)))\" "
      + "width=\"\(SVGDrawing.length(abs(otherX - x)))\" "
      + "height=\"\(SVGDrawing.length(abs(otherY - y)))\""
    lines.append("<rect class=\"ch-s\(number)\" \(place)/>")
    guard number > 0 else { return }
    patterns.insert(number)
    lines.append("<rect fill=\"url(#\(id)-pattern-\(number))\" \(place)/>")
  }

  mutating func line(_ x: Int, _ y: Int, _ otherX: Int, _ otherY: Int, _ style: String) {
    lines.append(
      "<line class=\"\(style)\" x1=\"\(SVGDrawing.length(x))\" y1=\"\(SVGDrawing.length(y))\" "
        + "x2=\"\(SVGDrawing.length(otherX))\" y2=\"\(SVGDrawing.length(otherY))\"/>")
  }

  /// A line through several places, in the shade and the dashes of its series.
  mutating func path(_ places: [(x: Int, y: Int)], series: Int) {
    let number = min(series, ChartStyle.most - 1)
    let dashes = [0: "", 1: " stroke-dasharray=\"9 4\"", 2: " stroke-dasharray=\"3 4\""]
    // A lining sets it off from the bars that it crosses.
    lines.append("<polyline class=\"ch-lining\" points=\"\(points(places))\"/>")
    lines.append(
      "<polyline class=\"ch-l\(number)\" points=\"\(points(places))\""
        + "\(dashes[number] ?? " stroke-dasharray=\"12 4 3 4\"")/>")
  }

  /// What lies within several places, in a light shade of its series.
  mutating func area(_ places: [(x: Int, y: Int)], series: Int) {
    let number = min(series, ChartStyle.most - 1)
    lines.append("<polygon class=\"ch-b\(number)\" points=\"\(points(places))\"/>")
  }

  private func points(_ places: [(x: Int, y: Int)]) -> String {
    places.map { "\(SVGDrawing.length($0.x)),\(SVGDrawing.length($0.y))" }.joined(separator: " ")
  }

  /// The patterns that its bars use.
  var definitions: [String] {
    patterns.sorted().map { number in
      let marks = [
        1: "<path class=\"ch-hatch\" d=\"M-2 2l4 -4M0 8l8 -8M6 10l4 -4\"/>",
        2: "<circle class=\"ch-dot\" cx=\"3\" cy=\"3\" r=\"1.3\"/>",
        3: "<path class=\"ch-hatch\" d=\"M0 3h6\"/>",
      ]
      let size = number == 1 ? 8 : 6
      return "<pattern id=\"\(id)-pattern-\(number)\" width=\"\(size)\" height=\"\(size)\" "
        + "patternUnits=\"userSpaceOnUse\">\(marks[number] ?? "")</pattern>"
    }
  }

  /// Hundredths of a pixel as SVG has them: 1250 is `12.5`.
  static func length(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      text += rest < 10 ? ".0\(rest)" : rest.isMultiple(of: 10) ? ".\(rest / 10)" : ".\(rest)"
    }
    return text
  }
}
