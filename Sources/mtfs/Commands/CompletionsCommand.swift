import FinanceModel

extension Command {
  static let completions = Command(
    name: "completions", summary: "How does my shell complete the words of mtfs?",
    operands: [
      Operand(
        name: "SHELL", summary: "bash, zsh or fish",
        takes: .choice(Completions.Shell.allCases.map(\.rawValue)))
    ],
    options: [.output, .force, .help],
    details: [
      "Prints a script that offers commands, options, their values and the plans at hand when you "
        + "press the tab key. Written to a file that the shell reads by itself, it holds from the "
        + "next shell on: ~/.local/share/bash-completion/completions/mtfs for bash, _mtfs in a "
        + "folder of $fpath for zsh, ~/.config/fish/completions/mtfs.fish for fish."
    ],
    example: Example(
      line: "mtfs completions fish",
      prints: """
        # Completion of mtfs for fish, written by 'mtfs completions fish'.
        ...
        complete -c mtfs -n __fish_use_subcommand -a run -d 'How big is the gap?'
        ...
        """)
  ) { invocation in
    guard let shell = invocation.operands.first.flatMap(Completions.Shell.init) else {
      throw UsageError("completions needs a shell", help: "type mtfs completions bash")
    }
    try invocation.emit(Completions(Command.all).script(for: shell))
    return .done
  }
}
