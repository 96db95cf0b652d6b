/// A command line that says nothing we can do.
struct UsageError: Error, Hashable, Sendable {
  /// What is wrong, in one clause without a full stop, the user's words in single quotes.
  let message: String
  /// What to type instead.
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
