/// What a command tells the shell when it ends.
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Something to look at, with the result printed all the same.
  case finding = 1
  /// An input that cannot be used or an output that cannot be written. Nothing is written.
  case badInput = 2
  case wrongUsage = 64
}
