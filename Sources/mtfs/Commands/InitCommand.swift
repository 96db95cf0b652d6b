import FinanceModel

extension Command {
  static let initialize = Command(
    name: "init", summary: "How do I start a plan of my own?",
    operands: [
      Operand(
        name: "FOLDER",
        summary: "where the files go; it is made if need be, and is this one where it is left out",
        isOptional: true, takes: .folder)
    ],
    options: [.replacing, .help],
    details: [
      "Writes a small plan of an invented council and two questions asked of it, all three files or "
        + "none. They run at once; their comments say what each part is and how to make it yours. A "
        + "file that is there is replaced only with --force."
    ],
    example: Example(
      line: "mtfs init my-plan",
      prints: """
        Written: my-plan/plan.yaml, my-plan/higher-pay.yaml, my-plan/late-savings.yaml

        Now try:

          mtfs run my-plan/plan.yaml        How big is the gap?
          mtfs run my-plan/higher-pay.yaml  What if pay rises one point faster?
          mtfs compare my-plan/plan.yaml my-plan/higher-pay.yaml my-plan/late-savings.yaml
        ...
        """)
  ) { invocation in
    let folder = invocation.operands.first ?? "."
    let output = OutputFolder(path: folder, replaces: invocation.arguments.has(.replacing))
    try invocation.emit(Starter.nextSteps(in: folder))
    try output.write(
      Starter.files.map { ($0.name, Array($0.text.utf8)) }, printing: invocation.console)
    return .done
  }
}

extension Option {
  fileprivate static let replacing = Option(
    name: "force", value: .nothing, summary: "replace files of these names that are there")
}

extension Starter {
  /// What to type next, with the paths as they may be typed.
  fileprivate static func nextSteps(in folder: String) -> String {
    let start = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let paths = files.map { Printable.text(shellWord(start + $0.name)) }
    let runs = [
      ("mtfs run \(paths[0])", "How big is the gap?"),
      ("mtfs run \(paths[1])", "What if pay rises one point faster?"),
    ]
    let width = runs.map { TerminalWidth.of($0.0) }.max() ?? 0
    let lines = runs.map { line, question in
      "  " + line + String(repeating: " ", count: width - TerminalWidth.of(line) + 2) + question
    }
    return """
      Written: \(paths.joined(separator: ", "))

      Now try:

      \(lines.joined(separator: "\n"))
        mtfs compare \(paths.joined(separator: " "))

      Then open \(paths[0]) in an editor, and change a figure: its comments say what each part is.

      """
  }

  /// A word that a shell reads as one.
  private static func shellWord(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./~+".unicodeScalars.contains($0)
    }
    return isPlain && !text.hasPrefix("-") && !text.hasPrefix("~")
      ? text : Completions.quoted(text)
  }
}
