/// A reserve that meets every gap, in the units of packed figures.
///
/// It lasts while what the gaps have taken, surpluses left out, is not more than what is planned of it.
struct PackedReserve: Sendable {
  /// For each year: the cumulative gap of the first bin, and the balance that is planned.
  let years: [(first: Int64, planned: Int64)]

  /// Empty for a plan without reserves; nil where gaps do not lie on the units, or are too large.
  init?(_ kernel: SimulationKernel, _ layout: CountingLayout) {
    guard case .one(let planned) = kernel.reserves else {
      years = []
      return
    }
    let unit = layout.unit.value
    var years: [(first: Int64, planned: Int64)] = []
    for (series, planned) in zip(layout.cumulative, planned) {
      let first = series.first.value / unit
      // So that sums over the years stay within 64 bits.
      guard first * unit == series.first.value, abs(first) < 1 << 52,
        abs(planned.value / unit) < 1 << 62
      else { return nil }
      // Rounded down, also below nil: what the gaps take is a whole number of units.
      let floor = planned.value >= 0 ? planned.value / unit : -1
      years.append((Int64(first), Int64(floor)))
    }
    self.years = years
  }
}
