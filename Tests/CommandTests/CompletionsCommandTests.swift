import Foundation
import Testing

@testable import mtfs

/// The scripts for shells; `Scripts/check-completions` runs them in real ones.
@Suite struct CompletionsCommandTests {
  @Test(arguments: Completions.Shell.allCases)
  func `a script names every command and every option`(shell: Completions.Shell) throws {
    let script = try BuiltCommand.run(["completions", shell.rawValue]).output
    for command in mtfs.Command.all {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == .fish ? "-l \(option.name)" : "--\(option.name)"))
        if case .choice(let words) = option.value {
          #expect(script.contains(words.joined(separator: " ")))
        }
      }
    }
  }

  @Test func `bash offers what may stand in a place`() throws {
    try withFolder { folder in
      for name in ["plan.yaml", "notes.txt"] {
        try "".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
      func offered(_ words: String...) throws -> [String] {
        let typed = words.map { Completions.quoted($0) }.joined(separator: " ")
        let line = """
          bash -c 'source <(mtfs completions bash)
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mtfs; printf "%s\\n" "${COMPREPLY[@]}"' \
          bash \(typed)
          """
        let outcome = try BuiltCommand.shell(line, in: folder)
        #expect(outcome.errors.isEmpty)
        return outcome.output.split(separator: "\n").map(String.init)
      }
      #expect(try offered("mtfs", "sens") == ["sensitivity"])
      #expect(try offered("mtfs", "run", "") == ["plan.yaml"])
      #expect(try offered("mtfs", "plan.yaml", "--ki") == ["--kind"])
      #expect(try offered("mtfs", "run", "--format", "=", "m") == ["markdown"])
      #expect(try offered("mtfs", "run", "--kind", "annual", "p") == ["plan.yaml"])
      #expect(try offered("mtfs", "explain", "plan.yaml", "") == [])
      #expect(try offered("mtfs", "completions", "") == ["bash", "zsh", "fish"])
    }
  }

  @Test func `a shell that has no script is told which have one`() throws {
    let outcome = try BuiltCommand.run(["completions", "powershell"])
    #expect(outcome.status == 64)
    #expect(
      outcome.errors == """
        mtfs: error: completions does not know 'powershell'
        help: SHELL is 'bash', 'zsh' or 'fish'; 'mtfs help completions' shows an example

        """)
  }
}
