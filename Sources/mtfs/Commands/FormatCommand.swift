import FinanceModel

extension Command {
  static let format = Command(
    name: "format", summary: "Is the file laid out as plans are?",
    operands: [.question],
    options: [.write, .checkOnly, .output, .force, .help],
    details: [
      "Lays a plan or scenario out anew: keys in the order of the reference, two spaces a level, one "
        + "row on one line. No figure, text or comment changes, and a file with an error is refused.",
      "Prints the new text of one FILE, which stays as it is. --write puts it into the file itself, "
        + "into all of several or none, and names each file that changed; when one has an error, "
        + "none is written. --check only names the files that would change, and the status is then 1.",
    ],
    example: Example(
      line: "mtfs format Scenarios/wiltshire-2017/efficiency-80.yaml",
      prints: """
        scenario: efficiency-80
        title: General efficiency target 80% delivered
        based-on: plan.yaml
        why: More than half of the plan is one target without a named scheme behind it.
        changes:
          - { name: General efficiency target 80% delivered, line: general-efficiency, scale: 80% }
        """)
  ) { invocation in
    let arguments = invocation.arguments
    try arguments.checkFormatting()
    let files = try FormattedFile.all(arguments.operands)
    let changing = files.filter { !$0.isFormatted }
    let names = changing.map { Printable.text($0.path) + "\n" }.joined()
    if arguments.has(.checkOnly) {
      try invocation.emit(names)
      return changing.isEmpty ? .done : .finding
    }
    guard arguments.has(.write) else {
      try invocation.emit(files.map(\.text).joined())
      return .done
    }
    try invocation.emit(names)
    try FormattedFile.replace(changing, printing: invocation.console)
    return .done
  }
}

extension Option {
  fileprivate static let write = Option(
    name: "write", value: .nothing, summary: "put the new text into the file itself")
  fileprivate static let checkOnly = Option(
    name: "check", value: .nothing,
    summary: "name the files that are laid out otherwise, and write none")
}

extension Arguments {
  /// Throws `UsageError` where the options and files do not go together.
  fileprivate func checkFormatting() throws(UsageError) {
    if has(.write), has(.checkOnly) {
      throw UsageError("--write and --check exclude each other", help: "keep one of them")
    }
    if has(.write), output != nil {
      throw UsageError(
        "--write and --output exclude each other", help: "--write replaces the files themselves")
    }
    if has(.write), operands.contains("-") {
      throw UsageError(
        "--write has no file to write for standard input", help: "leave it out to print the text")
    }
    if !has(.write), !has(.checkOnly), operands.count > 1 {
      throw UsageError(
        "the texts of \(operands.count) files cannot be printed as one",
        help: "add --write to change the files, or --check to see which would change")
    }
  }
}

extension FormattedFile {
  /// Puts the new texts into the files, into all or none.
  ///
  /// A file that somebody has changed since it was read is not written over.
  fileprivate static func replace(_ files: [FormattedFile], printing console: Console) throws {
    let items = files.map {
      (
        file: OutputFile(path: $0.path, replaces: true, replacesInput: true),
        bytes: Array($0.text.utf8)
      )
    }
    try OutputSet(items).write { () throws(OutputFault) in
      for (file, item) in zip(files, items)
      where (try? SourceFile.reading(path: file.path))?.bytes != file.file.bytes {
        throw item.file.fault(
          "has changed since it was read", help: "save it, and run the command again")
      }
      try console.printNow()
    }
  }

  /// The files laid out anew, or everything that is wrong with any of them.
  fileprivate static func all(_ paths: [String]) throws(Diagnostics) -> [FormattedFile] {
    var files: [FormattedFile] = []
    var faults: [Diagnostic] = []
    for path in paths {
      do throws(Diagnostics) {
        files.append(try FormattedFile(contentsOf: path))
      } catch {
        faults += error.all
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    return files
  }
}
