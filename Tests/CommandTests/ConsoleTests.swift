import Foundation
import Testing

@testable import mtfs

@Suite struct ConsoleTests {
  @Test func `the result goes to standard output and errors to standard error`() throws {
    #expect(
      try BuiltCommand.shell("mtfs --version")
        == BuiltCommand.Outcome(status: 0, output: "mtfs 0.1.0\n", errors: ""))
    let wrong = try BuiltCommand.shell("mtfs nonsense")
    #expect(wrong.status == 64)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.hasPrefix("mtfs: error: 'nonsense' is neither a command nor a file\n"))
  }

  @Test func `a reader that goes away is no fault`() throws {
    let outcome = try BuiltCommand.shell("{ sleep 0.2; mtfs help; echo $? >&2; } | true")
    #expect(outcome == BuiltCommand.Outcome(status: 0, output: "", errors: "0\n"))
  }

  @Test(.enabled(if: System.status(of: "/dev/full") != nil))
  func `a full disk is a fault with a status`() throws {
    #expect(
      try BuiltCommand.shell("mtfs help >/dev/full")
        == BuiltCommand.Outcome(
          status: 2, output: "",
          errors: "mtfs: error: cannot write the result: No space left on device\n"))
  }

  @Test func `a closed standard output is a fault with a status`() throws {
    #expect(
      try BuiltCommand.shell("mtfs help >&-")
        == BuiltCommand.Outcome(
          status: 2, output: "",
          errors: "mtfs: error: cannot write the result: Bad file descriptor\n"))
    #expect(
      try BuiltCommand.shell("mtfs help >&- 2>&-").status == 2)
  }

  @Test(arguments: [
    (ColorMode.auto, true, "TERM=xterm", true), (.auto, false, "TERM=xterm", false),
    (.auto, true, "TERM=dumb", false), (.auto, true, "NO_COLOR=1", false),
    (.auto, true, "NO_COLOR=", true), (.always, false, "NO_COLOR=1", true),
    (.never, true, "TERM=xterm", false),
  ])
  func `colour is for a terminal unless it is forbidden or asked for`(
    mode: ColorMode, isTerminal: Bool, variable: String, usesColor: Bool
  ) {
    let parts = variable.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    let environment = [parts[0]: parts[1]]
    #expect(mode.usesColor(onTerminal: isTerminal, environment: environment) == usesColor)
  }

  #if os(Linux)
    @Test func `a terminal's width is known and a file has none`() throws {
      let near = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      try #require(near >= 0)
      defer { close(near) }
      // TIOCSPTLCK and TIOCGPTN, which Swift does not see: unlock the other end and number it.
      var (isLocked, number) = (Int32(0), Int32(0))
      try #require(ioctl(near, 0x4004_5431, &isLocked) == 0)
      try #require(ioctl(near, 0x8004_5430, &number) == 0)
      let far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      try #require(far >= 0)
      defer { close(far) }
      var size = winsize(ws_row: 24, ws_col: 61, ws_xpixel: 0, ws_ypixel: 0)
      try #require(ioctl(far, UInt(TIOCSWINSZ), &size) == 0)
      #expect(Terminal(descriptor: far) == Terminal(isTerminal: true, width: 61))
      let file = open("/dev/null", O_RDONLY)
      defer { close(file) }
      #expect(Terminal(descriptor: file) == Terminal(isTerminal: false, width: nil))
    }
  #endif
}
