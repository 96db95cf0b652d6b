extension Money {
  /// Reads an amount as councils print it; a unit in the text overrides `unit`.
  ///
  /// Throws `AmountFault`, also for the cells that are not a figure.
  public init(_ text: String, in unit: Unit = .pounds) throws(AmountFault) {
    guard case .figure(.money(let money)) = try AmountText(text, unit: unit).cell else {
      throw AmountFault.notAFigure(text)
    }
    self = money
  }
}

extension Rate {
  /// Reads `3%`, `0.03` or `187,123.45`. Throws `AmountFault`.
  public init(_ text: String) throws(AmountFault) {
    guard case .figure(.number(let number)) = try AmountText(text, unit: .number).cell else {
      throw AmountFault.notAFigure(text)
    }
    self = number
  }
}
