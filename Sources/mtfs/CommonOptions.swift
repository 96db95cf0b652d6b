import FinanceModel

/// How a result is printed. JSON is made by the command itself, the others by its report.
enum OutputFormat: String, CaseIterable, Sendable {
  case text
  case markdown
  case html
  case csv
  case json
  case svg
  /// A Word document.
  case docx
  /// A workbook.
  case xlsx
}

/// Which series of a gap is shown.
enum SeriesKind: String, CaseIterable, Sendable {
  /// What each year adds to the year before.
  case annual
  /// The level in each year.
  case cumulative
}

/// Whether a text has its charts as bars.
enum BarMode: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  func isShown(onTerminal isTerminal: Bool) -> Bool {
    self == .always || (self == .auto && isTerminal)
  }
}

/// The options that mean the same in every command.
extension Option {
  static let format = Option(
    name: "format", value: .choice(OutputFormat.allCases.map(\.rawValue)),
    summary: "how the result is laid out; text unless said otherwise")
  /// That of a command whose result has no chart.
  static let formatWithoutChart = Option(
    name: "format",
    value: .choice(OutputFormat.allCases.filter { $0 != .svg }.map(\.rawValue)),
    summary: "how the result is laid out; text unless said otherwise")
  static let output = Option(
    name: "output", value: .text(name: "FILE"),
    summary: "write the result to FILE, whole or not at all; '-' is standard output")
  static let force = Option(
    name: "force", value: .nothing, summary: "replace the FILE of --output if it is there")
  static let kind = Option(
    name: "kind", value: .choice(SeriesKind.allCases.map(\.rawValue)),
    summary: "show only what each year adds, or only the level in each year")
  static let unit = Option(
    name: "unit", value: .choice(["£", "£000", "£k", "£m"]),
    summary: "the unit of the figures; the plan's unless said otherwise")
  static let decimals = Option(
    name: "decimals", value: .number(0...6, name: "N"),
    summary: "the decimals of the figures; the plan's unless said otherwise")
  static let color = Option(
    name: "color", value: .choice(ColorMode.allCases.map(\.rawValue)),
    summary: "bold headings; auto, which is only on a terminal, unless said otherwise")
  static let width = Option(
    name: "width", value: .number(20...1000, name: "N"),
    summary: "the widest line of a text; the terminal's unless said otherwise")
  static let bars = Option(
    name: "bars", value: .choice(BarMode.allCases.map(\.rawValue)),
    summary: "charts as bars in a text; auto, which is only on a terminal, unless said otherwise")
  static let help = Option(name: "help", value: .nothing, summary: "show this help")

  /// The options of a command that prints a result.
  static let printing: [Option] = [
    .format, .output, .force, .unit, .decimals, .width, .bars, .color, .help,
  ]
  /// Those of one whose result has no chart.
  static let printingTables: [Option] = printing.map {
    $0.name == "format" ? .formatWithoutChart : $0
  }
}

extension Arguments {
  var format: OutputFormat { value(.format).flatMap(OutputFormat.init) ?? .text }
  /// The file to write, or nil for standard output.
  var output: String? { value(.output).flatMap { $0 == "-" ? nil : $0 } }
  var replacesOutput: Bool { has(.force) }
  /// The one kind to show, or nil for both.
  var kind: SeriesKind? { value(.kind).flatMap(SeriesKind.init) }
  /// The unit to print in, or nil for the plan's.
  var unit: Unit? { value(.unit).flatMap(Unit.init(text:)) }
  var decimals: Int? { number(.decimals) }
  var width: Int? { number(.width) }
  var bars: BarMode { value(.bars).flatMap(BarMode.init) ?? .auto }
  var color: ColorMode { value(.color).flatMap(ColorMode.init) ?? .auto }
}
