/// A plan compiled for many draws: the same figures as the evaluator, to the penny, in whole numbers.
struct SimulationKernel: Sendable {
  /// What becomes of a plan.
  enum Compilation {
    case kernel(SimulationKernel)
    /// It has to run on the evaluator; the reason is the end of a sentence.
    case unheld(reason: String)
  }

  /// What becomes of some draws.
  enum Run {
    case counts(SimulationCounts)
    /// `progress` said to stop.
    case stopped
    /// The first draw in which a figure has no value; the evaluator says which.
    case fault(draw: UInt64)
  }

  let inputs: [SampledInput]
  /// The annual remaining gaps, one for each plan year, and what else is asked of a draw.
  ///
  /// That is the balances planned of reserves, where they are needed, and what is not nil in the
  /// draws that have no value, where there are such.
  let figures: FoldedFigures
  let yearCount: Int
  /// The position of the figure that tells a draw without a value; nil where every draw has one.
  let faultPlace: Int?
  let reserves: KernelReserves
  /// The base year's own gap, in trillionths.
  let base: Trillionths

  static func compiled(_ plan: Plan, _ inputs: [SampledInput]) -> Compilation {
    if plan.gap == .none { return .unheld(reason: "it has no gap") }
    let compiler = PlanCompiler(plan, inputs)
    do throws(KernelStop) {
      return .kernel(try SimulationKernel(compiler))
    } catch {
      return .unheld(reason: error.reason)
    }
  }

  private init(_ compiler: PlanCompiler) throws(KernelStop) {
    let (base, annual) = try compiler.remainingGap()
    guard base.sum.isConstant, base.fault == nil else {
      throw .unheld("the base year's own gap differs between draws")
    }
    yearCount = annual.count
    let planned = try compiler.plannedReserves()
    reserves = planned.reserves
    var sums = annual.map(\.sum) + planned.balances
    if let fault = annual.reduce(planned.fault, { compiler.either($0, $1.fault) }) {
      // In the unit of the others, so that they stay small numbers.
      let unit = NodeSum.unit(of: sums.map { $0 + NodeSum(-$0.constant) })
      faultPlace = sums.count
      sums.append(fault.map { $0 * unit })
    } else {
      faultPlace = nil
    }
    self.base = Trillionths(base.sum.constant)
    inputs = compiler.inputs
    figures = FoldedFigures(compiler.graph, sums, points: compiler.points)
  }
}
