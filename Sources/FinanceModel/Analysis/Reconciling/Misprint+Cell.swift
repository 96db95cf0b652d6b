extension Misfit {
  /// The slips in the cell itself: its sign, its digits, its point; a figure for a blank.
  var slipsInCell: [Misprint] {
    guard published.figure != nil else {
      return [Misprint(rank: .strong, before: "the figure is missing")]
    }
    guard computed.figure != nil else {
      return [Misprint(rank: .strong, before: "there is a figure where none belongs")]
    }
    let slips = slips(from: meant)
    return slips.isEmpty ? slipsWithinRounding : slips
  }

  /// A formula on rounded figures may be out itself: each figure within its bound is tried.
  private var slipsWithinRounding: [Misprint] {
    let step = style.lastPlace.step
    let places = min((bound - 1) / step, 25)
    guard formula != nil, places > 0 else { return [] }
    return (-places...places).flatMap { offset in
      slips(from: meant + offset * step).filter { $0.rank == .strong }
        .map { Misprint(rank: .last, before: $0.before) }
    }
  }

  private func slips(from meant: Int128) -> [Misprint] {
    Slip.all(from: meant, to: printed, step: style.lastPlace.step, decimals: style.decimals)
      .map { slip in
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
