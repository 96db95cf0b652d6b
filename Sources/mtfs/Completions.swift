/// The script that lets a shell complete the words of `mtfs`, made from the commands' declarations.
///
/// It offers commands, options, the values of those that take one of a few words, and `*.yaml` files.
struct Completions {
  enum Shell: String, CaseIterable, Sendable {
    case bash
    case zsh
    case fish
  }

  /// What a shell offers in one place.
  enum Offer: Hashable {
    case words([String])
    /// Files that end in `.yaml`, and folders on the way to them.
    case plans
    case files
    case folders
    case nothing
  }

  /// One command, as a shell needs it.
  struct Entry {
    let name: String
    let summary: String
    let operands: [Command.Operand]
    let options: [Option]
  }

  /// Every command, and `help`.
  let entries: [Entry]

  init(_ commands: [Command]) {
    let help = Command.Operand(
      name: "COMMAND", summary: "a command", isOptional: true,
      takes: .choice(commands.map(\.name)))
    entries =
      commands.map {
        Entry(name: $0.name, summary: $0.summary, operands: $0.operands, options: $0.options)
      } + [Entry(name: "help", summary: "How is a command used?", operands: [help], options: [])]
  }

  func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  /// What a first word that is no command means: its file is run.
  var fallback: Entry? { entries.first { $0.name == "run" } }

  /// A text within single quotes of a shell.
  static func quoted(_ text: String, apostrophe: String = "'\\''") -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: apostrophe)
      + "'"
  }
}

extension Command.Operand {
  var offer: Completions.Offer {
    switch takes {
    case .plan: .plans
    case .file: .files
    case .folder: .folders
    case .name: .nothing
    case .choice(let words): .words(words)
    }
  }
}

extension Option {
  /// What may stand as its value; nil for a flag.
  var offer: Completions.Offer? {
    switch value {
    case .nothing: nil
    case .choice(let words): .words(words)
    case .text("FILE"): .files
    case .text("FOLDER"): .folders
    case .text, .number: .nothing
    }
  }
}
