extension Misfit {
  /// The slips in the cell itself: its sign, its digits, its point; a figure for a blank.
  var slipsInCell: [Misprint] {
    guard published.figure != nil else {
      return [Misprint(rank: .strong, before: "the figure is missing")]
    }
    guard computed.figure != nil else {
      return [Misprint(rank: .last, before: "there is a figure where none belongs")]
    }
    if let slip = slip(from: meant) { return [slip] }
    return slipsWithinRounding
  }

  /// A formula on rounded figures may be out itself: each figure within its bound is tried.
  private var slipsWithinRounding: [Misprint] {
    let step = style.lastPlace.step
    let places = min((bound - 1) / step, 25)
    guard formula != nil, places > 0 else { return [] }
    return (-places...places).compactMap { offset in
      guard offset != 0, let slip = slip(from: meant + offset * step), slip.rank == .strong else {
        return nil
      }
      return Misprint(rank: .last, before: slip.before)
    }
  }

  private func slip(from meant: Int128) -> Misprint? {
    let slip = Slip(
      from: meant, to: printed, step: style.lastPlace.step, decimals: style.decimals)
    return slip.map { slip in
      let shows = slip == .sign ? "the figure has the other sign" : "\(text) for \(text(meant))"
      return Misprint(rank: slip.rank, before: "\(slip.words): \(shows)")
    }
  }
}

extension Slip {
  var rank: Misprint.Rank {
    switch self {
    case .sign, .exchanged, .point: .strong
    case .dropped, .doubled: .weak
    case .mistyped: .last
    }
  }

  var words: String {
    switch self {
    case .sign: "a bracket or sign is lost"
    case .exchanged: "two digits are exchanged"
    case .point: "the decimal point has slipped"
    case .dropped: "a digit is dropped"
    case .doubled: "a digit is doubled"
    case .mistyped: "one digit is mistyped"
    }
  }
}
