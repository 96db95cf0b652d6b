extension [Movement.Group] {
  /// The groups with a letter on each row: one for each note.
  ///
  /// Rows of a group that follow each other and whose lines carry the same note share a letter.
  var lettered: [Movement.Group] {
    var count = 0
    return map { group in
      var group = group
      for index in group.rows.indices {
        let note = group.rows[index].note
        let shares = index > 0 && note != nil && note == group.rows[index - 1].note
        if !shares { count += 1 }
        group.rows[index].letter = Movement.Letter(
          text: Movement.Letter.text(count), isFirst: !shares)
      }
      return group
    }
  }
}

extension Movement.Letter {
  /// 1 is A, 26 is Z, 27 is AA.
  static func text(_ number: Int) -> String {
    var rest = number
    var letters: [UInt8] = []
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
