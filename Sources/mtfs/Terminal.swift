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

  /// `environment` has the values of `NO_COLOR` and `TERM`.
  func usesColor(
    onTerminal isTerminal: Bool, environment: [String: String] = ColorMode.environment
  ) -> Bool {
    switch self {
    case .auto:
      isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    case .always: true
    case .never: false
    }
  }

  static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in ["NO_COLOR", "TERM"] {
      found[name] = getenv(name).map { String(cString: $0) }
    }
    return found
  }
}
