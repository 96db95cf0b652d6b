import FinanceModel
import Testing

@testable import mtfs

@Suite struct DispatcherTests {
  /// A command that prints its operands, and one that finds fault with a file.
  private static let commands = [
    Command(
      name: "run", summary: "How big is the gap?",
      operands: [
        Command.Operand(name: "FILE", summary: "a plan or a scenario", repeats: true)
      ],
      options: [.format, .color, .help],
      details: ["A scenario names its plan, so that one file is a whole question."],
      example: Command.Example(line: "mtfs run plan.yaml", prints: "£m  2017-18\n\nGap  7.521\n"),
      run: { invocation in
        try invocation.emit(invocation.operands.joined(separator: " ") + "\n")
        return .finding
      }),
    Command(
      name: "check", summary: "Is the file sound?",
      operands: [Command.Operand(name: "FILE", summary: "a plan")], options: [.color, .help],
      example: Command.Example(line: "mtfs check plan.yaml", prints: ""),
      run: { invocation in
        invocation.console.print("half a result")
        let file = SourceFile(path: "plan.yaml", text: "plans: x\n")
        throw Diagnostics(
          Diagnostic(.missingColon, "bad key", at: SourceRange(file: file, bytes: 0..<5)))
      }),
  ]

  private func run(_ words: String...) -> (
    status: mtfs.ExitStatus, result: String, messages: String
  ) {
    let nowhere = Terminal(isTerminal: false, width: nil)
    let console = Console(output: nowhere, errors: nowhere)
    let dispatcher = Dispatcher(commands: DispatcherTests.commands, console: console)
    return (dispatcher.run(words), console.result, console.messages)
  }

  @Test func `a command gets its operands and its status is the status`() {
    let (status, result, messages) = run("run", "a.yaml", "b.yaml", "--format", "text")
    #expect(status == .finding)
    #expect(result == "a.yaml b.yaml\n")
    #expect(messages.isEmpty)
  }

  @Test func `a first word that is a file means run`() {
    #expect(run(#filePath).result == "\(#filePath)\n")
    #expect(run("-").result == "-\n")
  }

  @Test(arguments: [
    ("rnu", "the nearest command is 'run'"), ("helpp", "the nearest command is 'help'"),
    ("zzzzzz", "'mtfs help' lists the commands"), ("/tmp", "'mtfs help' lists the commands"),
  ])
  func `a first word that is neither gets the nearest command`(word: String, help: String) {
    let (status, result, messages) = run(word)
    #expect(status == .wrongUsage)
    #expect(result.isEmpty)
    #expect(
      messages == "mtfs: error: '\(word)' is neither a command nor a file\nhelp: \(help)\n")
  }

  @Test func `an option before the command is told where it belongs`() {
    #expect(
      run("--format", "csv", "a").messages == """
        mtfs: error: unknown option '--format'
        help: a command comes first: mtfs run FILE

        """)
  }

  @Test func `a slip in a command's words points to its help`() {
    let (status, _, messages) = run("run")
    #expect(status == .wrongUsage)
    #expect(
      messages == """
        mtfs: error: run needs FILE, a plan or a scenario
        help: type mtfs run FILE...; 'mtfs help run' shows an example

        """)
    #expect(run("check", "a", "b").messages.hasPrefix("mtfs: error: check has no use for 'b'\n"))
  }

  @Test func `what is wrong with a file is shown with its place and the status is two`() {
    let (status, _, messages) = run("check", "plan.yaml", "--color", "always")
    #expect(status == .badInput)
    #expect(messages.contains("plan.yaml:1:1: "))
    #expect(messages.contains("\u{1B}["))
    #expect(!run("check", "plan.yaml").messages.contains("\u{1B}["))
  }

  @Test func `a word with an escape in it cannot steer the terminal`() {
    #expect(!run("\u{1B}[31mred").messages.contains("\u{1B}"))
  }

  @Test func `the name alone says what to type first`() {
    let (status, result, _) = run()
    #expect(status == .done)
    #expect(
      result == """
        mtfs answers questions about a council's medium-term financial plan.

        To see one at work, in the project's folder:

          mtfs run plan.yaml

        'mtfs help' lists the commands.

        """)
  }

  @Test func `a newcomer is shown the way to a plan of their own first`() throws {
    let outcome = try BuiltCommand.run([])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        mtfs answers questions about a council's medium-term financial plan.

        To start a plan of your own, with two questions asked of it:

          mtfs init my-plan

        """))
    #expect(outcome.output.contains("\n  mtfs run Scenarios/"))
  }

  @Test(arguments: [["help"], ["--help"], ["-h"]])
  func `help lists every command with the question that it answers`(words: [String]) {
    let nowhere = Terminal(isTerminal: false, width: nil)
    let console = Console(output: nowhere, errors: nowhere)
    #expect(Dispatcher(commands: DispatcherTests.commands, console: console).run(words) == .done)
    #expect(
      console.result == """
        mtfs answers questions about a council's medium-term financial plan.

        usage: mtfs COMMAND FILE... [options]

          run FILE...     How big is the gap?
          check FILE      Is the file sound?
          help [COMMAND]  How is a command used?
          --version       Which version is this?

        'mtfs run FILE' may be typed 'mtfs FILE'. 'mtfs help COMMAND' shows an example.

        """)
  }

  @Test func `a command's help is the same whichever way it is asked for`() {
    let page = """
      How big is the gap?

      usage: mtfs run FILE... [options]

        FILE  a plan or a scenario

      A scenario names its plan, so that one file is a whole question.

      options:
        --format text|markdown|html|csv|json|svg|docx|xlsx  how the result is laid out; text
                                                            unless said otherwise
        --color auto|always|never                           bold headings; auto, which is only
                                                            on a terminal, unless said otherwise
        --help                                              show this help

      example:
        $ mtfs run plan.yaml
        £m  2017-18

        Gap  7.521

      """
    #expect(run("help", "run").result == page)
    #expect(run("run", "--help").result == page)
    #expect(run("run", "-h", "a", "b").result == page)
    #expect(run("help", "rum").messages.hasSuffix("the nearest command is 'run'\n"))
    #expect(run("help", "run", "check").status == .wrongUsage)
  }

  @Test func `the version is printed`() {
    #expect(run("--version").result == "mtfs 0.1.0\n")
  }
}
