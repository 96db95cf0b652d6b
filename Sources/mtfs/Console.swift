#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a command says, kept until it ends: a command that fails then prints nothing but its errors.
final class Console {
  /// What standard output is connected to.
  let output: Terminal
  /// What standard error is connected to.
  let errors: Terminal
  /// The result, for standard output.
  private(set) var result = ""
  /// A result that is no text, for standard output after it.
  private(set) var file: [UInt8] = []
  /// Diagnostics, for standard error.
  private(set) var messages = ""

  /// Whether it is that of this process, which prints; any other only keeps what is said.
  private let prints: Bool

  init(output: Terminal, errors: Terminal, prints: Bool = false) {
    self.output = output
    self.errors = errors
    self.prints = prints
  }

  /// The console of this process.
  static func standard() -> Console {
    // Without a reader, or with a file as large as is allowed, a write then fails and is an error.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    return Console(output: Terminal(descriptor: 1), errors: Terminal(descriptor: 2), prints: true)
  }

  func print(_ text: String) {
    result += text
  }

  func print(_ file: [UInt8]) {
    self.file += file
  }

  func report(_ text: String) {
    messages += text
  }

  /// Prints the result before the end, as a command does whose files are finished and have no names
  /// yet: what cannot be printed leaves them away.
  ///
  /// A reader that went away, as `head` does, is no fault. A full disk is. Throws `OutputFault`.
  func printNow() throws(OutputFault) {
    guard prints else { return }
    do throws(SystemFault) {
      try printResult()
    } catch {
      throw OutputFault(message: "cannot write the result: \(error.reason)", help: nil)
    }
  }

  private func printResult() throws(SystemFault) {
    let bytes = Array(result.utf8) + file
    (result, file) = ("", [])
    do throws(SystemFault) {
      try System.write(bytes, to: 1)
    } catch {
      if error.number != EPIPE { throw error }
    }
  }

  /// Writes everything out at the end, and returns the status of the whole process.
  func flush(_ status: ExitStatus) -> ExitStatus {
    var status = status
    do throws(SystemFault) {
      if status == .done || status == .finding { try printResult() }
    } catch {
      report("mtfs: error: cannot write the result: \(error.reason)\n")
      status = .badInput
    }
    try? System.write(Array(messages.utf8), to: 2)
    return status
  }
}
