extension Unit {
  /// A figure in this unit as prose has it, the unit inside its brackets or after its sign: `(£4.496m)`.
  func phrase(_ figure: String) -> String {
    let (before, after) =
      switch self {
      case .pounds: ("£", "")
      case .thousands: ("£", "k")
      case .millions: ("£", "m")
      case .percent: ("", "%")
      case .number: ("", "")
      }
    if figure.hasPrefix("(") {
      return "(" + before + figure.dropFirst().dropLast() + after + ")"
    }
    if figure.hasPrefix("-") {
      return "-" + before + figure.dropFirst() + after
    }
    return before + figure + after
  }
}
