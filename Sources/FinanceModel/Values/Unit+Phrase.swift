extension Unit {
  /// A figure in this unit as prose has it: `£7.521m`.
  func phrase(_ figure: String) -> String {
    let isNegative = figure.hasPrefix("(")
    let digits = isNegative ? String(figure.dropFirst().dropLast()) : figure
    let phrase =
      switch self {
      case .pounds: "£\(digits)"
      case .thousands: "£\(digits)k"
      case .millions: "£\(digits)m"
      case .percent: "\(digits)%"
      case .number: digits
      }
    return isNegative ? "(\(phrase))" : phrase
  }
}
