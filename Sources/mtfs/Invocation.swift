import FinanceModel

/// One call of a command: what was typed, and where its result goes.
struct Invocation {
  let arguments: Arguments
  let console: Console

  var operands: [String] { arguments.operands }

  /// Prints a report in the format asked for, or writes it to the file asked for.
  ///
  /// JSON, and a workbook with live formulas, are made by the command, and only where they are asked
  /// for; a workbook of any other command has the report's tables. Throws `OutputFault`.
  func emit(
    _ report: Report, workbook: (() throws -> Spreadsheet)? = nil,
    json: @autoclosure () throws -> JSONValue
  ) throws {
    switch arguments.format {
    case .text: try emit(report.rendered(as: .text, options: renderingOptions))
    case .markdown: try emit(report.rendered(as: .markdown))
    case .html: try emit(report.rendered(as: .html))
    case .csv: try emit(report.rendered(as: .csv))
    case .json: try emit(json().rendered())
    case .svg: try emit(chart(of: report).rendered())
    case .docx: try emit(report.wordDocument())
    case .xlsx:
      let spreadsheet = try workbook?() ?? report.spreadsheet(program: Invocation.program)
      try emit(spreadsheet.rendered())
    }
  }

  /// The first chart of a report, which is its main one. Throws `UsageError` where it has none.
  private func chart(of report: Report) throws(UsageError) -> Chart {
    if let chart = report.charts.first { return chart }
    throw UsageError(
      "there is no chart of this result",
      help:
        "'mtfs run', 'compare', 'movement', 'roll', 'sensitivity', 'simulate' and 'reserves' draw one"
    )
  }

  /// Prints a text as it is, or writes it to the file asked for.
  func emit(_ text: String) throws {
    if try !write(Array(text.utf8)) { console.print(text) }
  }

  /// What a workbook says that it was made by.
  static let program = "mtfs \(Dispatcher.version)"

  /// Writes a file that is no text. Throws `UsageError` rather than write it to a terminal.
  func emit(_ bytes: [UInt8]) throws {
    if try write(bytes) { return }
    if console.output.isTerminal {
      throw UsageError(
        "--format \(arguments.format.rawValue) is no text for a terminal",
        help: "name a file for it: --output plan.\(arguments.format.rawValue)")
    }
    console.print(bytes)
  }

  /// Writes to the file asked for; false where none was.
  private func write(_ bytes: [UInt8]) throws(OutputFault) -> Bool {
    guard let path = arguments.output else { return false }
    try OutputFile(path: path, replaces: arguments.replacesOutput).write(bytes)
    return true
  }

  /// A file has no width and no colour unless they are asked for.
  private var renderingOptions: RenderingOptions {
    let toFile = arguments.output != nil
    return RenderingOptions(
      width: arguments.width ?? (toFile ? nil : console.output.width),
      usesColor: arguments.color.usesColor(onTerminal: !toFile && console.output.isTerminal),
      showsBars: arguments.bars.isShown(onTerminal: !toFile && console.output.isTerminal))
  }
}
