#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a stream is connected to.
struct Terminal: Hashable, Sendable {
  let isTerminal: Bool
  /// How many cells a line has, or nil where that is unknown.
  let width: Int?

  init(isTerminal: Bool, width: Int?) {
    self.isTerminal = isTerminal
    self.width = width
  }

  /// Asks the system about an open file.
  init(descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? max(20, Int(size.ws_col)) : nil
  }
}

/// When output has terminal escapes.
enum ColorMode: String, CaseIterable, Sendable {
  /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb.
  case auto
  case always
  case never

  func usesColor(onTerminal isTerminal: Bool) -> Bool {
    switch self {
    case .auto: isTerminal && !ColorMode.environmentForbids
    case .always: true
    case .never: false
    }
  }

  private static var environmentForbids: Bool {
    let noColor = getenv("NO_COLOR").map { String(cString: $0) } ?? ""
    let terminal = getenv("TERM").map { String(cString: $0) }
    return !noColor.isEmpty || terminal == "dumb"
  }
}
