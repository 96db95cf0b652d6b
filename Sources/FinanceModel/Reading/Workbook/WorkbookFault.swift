/// Why a workbook cannot be read, in words for its reader.
struct WorkbookFault: Error, Hashable {
  let message: String
  let expected: String
  let help: String

  init(
    _ message: String, expected: String = "expected a workbook as Excel saves it",
    help: String = "save the workbook anew as .xlsx, or the sheet as CSV"
  ) {
    self.message = message
    self.expected = expected
    self.help = help
  }

  func diagnostics(at path: String) -> Diagnostics {
    Diagnostics(
      Diagnostic(
        .workbook, message, at: SourceRange(file: SourceFile(path: path, bytes: []), bytes: 0..<0),
        label: expected, help: help))
  }
}
