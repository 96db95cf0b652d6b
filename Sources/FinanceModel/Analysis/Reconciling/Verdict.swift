/// What became of one published cell or claim.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
  /// The same figure or text; a blank or dash where the engine has nil.
  case exact
  /// Different by less than the rounding of the cell and of its inputs can make.
  case rounding
  /// Different, as the plan records with its reason.
  case noted
  /// Different, and nothing accounts for it.
  case wrong
}
