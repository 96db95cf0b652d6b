extension Question {
  /// What a scenario file that is made of the question is `based-on`: its own file, as YAML has it.
  ///
  /// Standard input has no name that a file could be based on; a comment asks for the right one.
  var basedOn: String {
    if file == SourceFile.standardInput {
      return "plan.yaml  # write the name of the file here: it was read from standard input"
    }
    return Node.Scalar.made(file, at: base.range).text(inFlow: false)
  }
}
