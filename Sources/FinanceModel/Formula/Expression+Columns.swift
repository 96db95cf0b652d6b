extension Expression {
  /// The expression of a table's column for one row: each name of a column is the row's cell in it.
  func inRow(_ row: Identifier, columns: Set<Identifier>) -> Expression {
    replacing { part in
      switch part.kind {
      case .name(let name) where columns.contains(name):
        .at(Expression(kind: .name(row), range: part.range), .named(name))
      // What is named with its column stands as it is.
      case .at: part.kind
      default: nil
      }
    }
  }
}
