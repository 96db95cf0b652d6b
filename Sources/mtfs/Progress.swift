#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a long computation is, as a percentage on a terminal, and whether it was told to stop.
///
/// The line is written over itself and taken away at the end. Where standard error is no terminal
/// nothing is written.
final class Progress {
  private let all: UInt64
  private let terminal: Terminal
  private var shown: UInt64?

  init(of all: UInt64, on terminal: Terminal) {
    self.all = max(all, 1)
    self.terminal = terminal
  }

  /// Runs `body`, heeds Ctrl-C meanwhile, and leaves the terminal as it was.
  func watching<Result>(_ body: () throws -> Result) rethrows -> Result {
    Interruption.heed()
    defer { write("\r\u{1B}[K") }
    return try body()
  }

  /// Shows how much is done; false where somebody pressed Ctrl-C.
  func show(_ done: UInt64) -> Bool {
    let percent = done * 100 / all
    if shown != percent {
      shown = percent
      write("\r\(percent)%")
    }
    return !Interruption.isAsked
  }

  private func write(_ text: String) {
    if terminal.isTerminal { try? System.write(Array(text.utf8), to: 2) }
  }
}

/// Ctrl-C during a computation: heeded between two draws, and never while a file is written.
enum Interruption {
  /// Set by the handler alone.
  nonisolated(unsafe) private static var flag: sig_atomic_t = 0

  static var isAsked: Bool { flag != 0 }

  /// From now on Ctrl-C is taken down and not obeyed at once.
  static func heed() {
    signal(SIGINT) { _ in Interruption.flag = 1 }
    // A process that is started from a worker thread inherits a mask that keeps signals out.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Ends the process as the signal would have, so that the shell sees it: status 130.
  static func end() -> Never {
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    exit(130)
  }
}
