import Testing

@testable import mtfs

@Suite struct ArgumentsTests {
  private static let options: [Option] = [.format, .output, .force, .decimals, .help]

  private func read(_ words: String...) throws -> Arguments {
    try Arguments(words, options: ArgumentsTests.options)
  }

  @Test(arguments: [["--format", "csv", "plan.yaml"], ["plan.yaml", "--format=csv"]])
  func `an option's value follows it or an equals sign, before or after the operands`(
    words: [String]
  ) throws {
    let arguments = try Arguments(words, options: ArgumentsTests.options)
    #expect(arguments.operands == ["plan.yaml"])
    #expect(arguments.format == .csv)
    #expect(!arguments.has(.force))
  }

  @Test func `a flag takes no value and leaves the next word alone`() throws {
    let arguments = try read("--force", "plan.yaml", "--output=a=b")
    #expect(arguments.has(.force))
    #expect(arguments.operands == ["plan.yaml"])
    #expect(arguments.output == "a=b")
  }

  @Test func `two hyphens end the options and one hyphen is an operand`() throws {
    let arguments = try read("-", "--", "--format", "-x", "--")
    #expect(arguments.operands == ["-", "--format", "-x", "--"])
    #expect(arguments.format == .text)
  }

  @Test func `output to a hyphen is standard output`() throws {
    #expect(try read("--output", "-").output == nil)
  }

  @Test func `a number is read within its bounds`() throws {
    #expect(try read("--decimals", "0").decimals == 0)
    #expect(try read().decimals == nil)
  }

  @Test(
    arguments: [
      (["--fromat", "csv"], "unknown option '--fromat'", "the nearest is '--format'"),
      (
        ["--zzzzzzzz"], "unknown option '--zzzzzzzz'",
        "the options are '--decimals', '--force', '--format', '--help' or '--output'"
      ),
      (["-f"], "unknown option '-f'", nil),
      (
        ["--format"], "--format needs a value",
        "type --format text|markdown|html|csv|json|svg|docx|xlsx"
      ),
      (["--output="], "--output needs a value", "type --output FILE"),
      (["--force=yes"], "--force takes no value", "type --force alone"),
      (["--force", "--force"], "--force is given twice", "keep one of them"),
      (["--format=csv", "--format", "csv"], "--format is given twice", "keep one of them"),
      (
        ["--format", "cvs"], "unknown value 'cvs' for --format",
        "it takes 'text', 'markdown', 'html', 'csv', 'json', 'svg', 'docx' or 'xlsx'"
      ),
      (
        ["--decimals", "7"], "'7' is no value for --decimals", "it takes a whole number from 0 to 6"
      ),
      (["--decimals", "1.5"], "'1.5' is no value for --decimals", nil),
      (
        ["--decimals=99999999999999999999"], "'99999999999999999999' is no value for --decimals",
        nil
      ),
      (["--"] + ["x"] + ["--force"], nil, nil),
    ] as [([String], String?, String?)])
  func `a slip in the options is named with what to type instead`(
    words: [String], message: String?, help: String?
  ) {
    do {
      _ = try Arguments(words, options: ArgumentsTests.options)
      #expect(message == nil)
    } catch {
      #expect(error.message == message)
      if let help { #expect(error.help == help) }
    }
  }
}
