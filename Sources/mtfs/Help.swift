import FinanceModel

/// The text of every help page, made from the commands' own declarations.
enum Help {
  private static let width = 90

  /// What to do first, for someone who typed the name alone.
  static func start(_ commands: [Command]) -> String {
    var lines = ["mtfs answers questions about a council's medium-term financial plan.", ""]
    func command(_ name: String) -> Command? { commands.first { $0.name == name } }
    if let start = command("init") {
      lines += ["To start a plan of your own, with two questions asked of it:", ""]
      lines += ["  \(start.example.line)", ""]
    }
    if let table = command("import") {
      lines += ["To make a plan of a table that you have:", "", "  \(table.usage)", ""]
    }
    if let first = commands.first {
      lines += ["To see one at work, in the project's folder:", "", "  \(first.example.line)", ""]
    }
    return (lines + ["'mtfs help' lists the commands."]).joined(separator: "\n") + "\n"
  }

  /// All commands with the question that each answers.
  static func overview(_ commands: [Command]) -> String {
    let lines = [
      "mtfs answers questions about a council's medium-term financial plan.", "",
      "usage: mtfs COMMAND FILE... [options]", "",
    ]
    let rows = commands.map { (String($0.usage.dropFirst("mtfs ".count)), $0.summary) }
    let others = [
      ("help [COMMAND]", "How is a command used?"), ("--version", "Which version is this?"),
    ]
    let end = [
      "", "'mtfs run FILE' may be typed 'mtfs FILE'. 'mtfs help COMMAND' shows an example.",
    ]
    return (lines + table(rows + others) + end).joined(separator: "\n") + "\n"
  }

  /// One command: what it takes, its options, and a worked example.
  static func page(_ command: Command) -> String {
    var lines = [command.summary, "", "usage: \(command.usage) [options]", ""]
    lines += table(command.operands.map { ($0.name, $0.summary) }) + [""]
    for paragraph in command.details {
      lines += TerminalWidth.wrapped(paragraph, to: width) + [""]
    }
    lines += ["options:"] + table(command.options.map { ($0.usage, $0.summary) })
    lines += ["", "example:", "  $ \(command.example.line)"]
    lines += command.example.prints.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  \($0)" }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `mtfs help` itself takes.
  static let ofHelp = """
    How is a command used?

    usage: mtfs help [COMMAND]

      COMMAND  a command, such as run; where it is left out, all of them are listed

    """

  /// Two columns, the second wrapped.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let left = rows.map { TerminalWidth.of($0.0) }.max() ?? 0
    return rows.flatMap { name, summary in
      TerminalWidth.wrapped(summary, to: width - left - 4).enumerated().map { index, line in
        let shown = index == 0 ? name : ""
        let space = String(repeating: " ", count: left - TerminalWidth.of(shown) + 2)
        return "  " + shown + space + line
      }
    }
  }
}
