/// Lines that stand together and of which titles say the same, and what each group adds up to.
///
/// Each row is looked at once, however long a group is.
struct LineGroups {
  /// The role that a line's title, or the heading above it, names.
  let roles: [Role?]
  /// What the lines of a line's group add up to; nil of money for any other row.
  let sums: [Int128]

  init(rows: [ImportedRow], sum: (Int) -> Int128) {
    var roles: [Role?] = []
    var heading: Role?
    for row in rows {
      let section = row.section.flatMap(RoleFinder.role(of:)) ?? heading
      roles.append(row.kind == .line ? RoleFinder.role(of: row.title, in: section) : nil)
      switch row.kind {
      case .heading: heading = RoleFinder.role(of: row.title)
      case .total: heading = nil
      case .line, .leftOut: break
      }
    }
    var sums = Array(repeating: Int128(0), count: rows.count)
    var first = 0
    while first < rows.count {
      var next = first + 1
      while next < rows.count, rows[first].kind == .line, rows[next].kind == .line,
        rows[next].section == rows[first].section, roles[next] == roles[first]
      {
        next += 1
      }
      let together = (first..<next).reduce(Int128(0)) { $0 + sum($1) }
      for row in first..<next { sums[row] = together }
      first = next
    }
    self.roles = roles
    self.sums = sums
  }
}
