import FinanceModel

/// Finds the command that was asked for, runs it, and words whatever goes wrong.
struct Dispatcher {
  static let version = "0.1.0"

  let commands: [Command]
  let console: Console

  /// Runs a command line without the name of the program.
  func run(_ words: [String]) -> ExitStatus {
    var color = ColorMode.auto
    do {
      return try run(words, color: &color)
    } catch let error as UsageError {
      report(error.message, help: error.help, color: color)
      return .wrongUsage
    } catch let fault as OutputFault {
      report(fault.message, help: fault.help, color: color)
    } catch let diagnostics as Diagnostics where diagnostics.all.isEmpty {
      report("the input cannot be used", help: nil, color: color)
    } catch let diagnostics as Diagnostics {
      let usesColor = color.usesColor(onTerminal: console.errors.isTerminal)
      console.report(DiagnosticRenderer(usesColor: usesColor).text(diagnostics))
    } catch {
      report("\(error)", help: nil, color: color)
    }
    return .badInput
  }

  private func run(_ words: [String], color: inout ColorMode) throws -> ExitStatus {
    guard let first = words.first else {
      console.print(Help.start(commands))
      return .done
    }
    let rest = Array(words.dropFirst())
    switch first {
    case "help": return try help(rest)
    case "--help", "-h": return try help([])
    case "--version":
      console.print("mtfs \(Dispatcher.version)\n")
      return .done
    default: break
    }
    if let command = commands.first(where: { $0.name == first }) {
      return try run(command, rest, color: &color)
    }
    if let run = commands.first(where: { $0.name == "run" }), isFile(first) {
      return try self.run(run, words, color: &color)
    }
    throw unknown(first)
  }

  private func run(
    _ command: Command, _ words: [String], color: inout ColorMode
  ) throws -> ExitStatus {
    do {
      let arguments = try Arguments(words, options: command.options)
      color = arguments.color
      if arguments.has(.help) {
        console.print(Help.page(command))
        return .done
      }
      try command.check(arguments.operands)
      return try command.run(Invocation(arguments: arguments, console: console))
    } catch let error as UsageError {
      throw UsageError(
        error.message,
        help: (error.help.map { $0 + "; " } ?? "") + "'mtfs help \(command.name)' shows an example")
    }
  }

  private func help(_ words: [String]) throws -> ExitStatus {
    guard let name = words.first else {
      console.print(Help.overview(commands))
      return .done
    }
    guard words.count == 1 else {
      throw UsageError("help takes one command", help: "type mtfs help \(name)")
    }
    if ["help", "--help", "-h"].contains(name) {
      console.print(Help.ofHelp)
      return .done
    }
    guard let command = commands.first(where: { $0.name == name }) else { throw unknown(name) }
    console.print(Help.page(command))
    return .done
  }

  private func isFile(_ word: String) -> Bool {
    word == "-" || System.status(of: word).map { !$0.isDirectory } == true
  }

  private func unknown(_ word: String) -> UsageError {
    if word.hasPrefix("-") {
      let nearest = NearestName.of(word, among: ["--version", "--help"])
      return UsageError(
        "unknown option '\(word)'",
        help: nearest.map { "the nearest is '\($0)'" } ?? "a command comes first: mtfs run FILE")
    }
    let nearest = NearestName.of(word, among: commands.map(\.name) + ["help"])
    // Only a file has a point in its name.
    let file = word.contains(".") ? SourceFile.nearest(to: word) : nil
    return UsageError(
      "'\(word)' is neither a command nor a file",
      help: nearest.map { "the nearest command is '\($0)'" }
        ?? file.map { "the nearest file is '\($0)'" } ?? "'mtfs help' lists the commands")
  }

  /// One fault that has no place in a file.
  private func report(_ message: String, help: String?, color: ColorMode) {
    let usesColor = color.usesColor(onTerminal: console.errors.isTerminal)
    let red = usesColor ? "\u{1B}[31merror: \u{1B}[0m" : "error: "
    let cyan = usesColor ? "\u{1B}[36mhelp: \u{1B}[0m" : "help: "
    console.report("mtfs: \(red)\(Printable.text(message))\n")
    if let help { console.report("\(cyan)\(Printable.text(help))\n") }
  }
}
