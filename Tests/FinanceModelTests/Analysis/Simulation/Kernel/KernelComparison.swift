@testable import FinanceModel

/// A plan run draw for draw through the kernel and the evaluator, and every difference in words.
struct KernelComparison {
  private(set) var differences: [String] = []
  /// Why the plan cannot be held; nil where it is.
  private(set) var unheld: String?
  private(set) var figureCount = 0
  private(set) var faultCount = 0
  /// How many draws the evaluator computed; the others had been drawn before.
  private(set) var distinct = 0

  init(_ plan: Plan, _ inputs: [SampledInput], draws: UInt64, seed: UInt64) {
    let compiler = PlanCompiler(plan, inputs)
    let every: (labels: [EveryFigure.Label], sums: [NodeSum], fault: NodeSum?)
    do throws(KernelStop) {
      every = try EveryFigure.compiled(compiler)
    } catch {
      unheld = error.reason
      return
    }
    figureCount = every.sums.count
    let folded = FoldedFigures(
      compiler.graph, every.sums + [every.fault ?? NodeSum(0)],
      points: compiler.points)
    let machine = FoldedMachine(folded)
    let sampler = DrawSampler(
      inputs.map { GuidedInput($0, seed: seed) }, selectors: folded.selectors)
    let reference = EvaluatorDraws(plan: plan, inputs: inputs, seed: seed)
    var known: [[Int]: [Int128?]?] = [:]
    for first in stride(from: UInt64(0), to: draws, by: BlockProgram.blockSize) {
      let count = min(BlockProgram.blockSize, Int(draws - first))
      sampler.draw(first, count)
      machine.run(count, sampler.selectors) { place, figures in
        let draw = first + UInt64(place)
        let positions = reference.positions(draw)
        let expected: [Int128?]?
        if let found = known[positions] {
          expected = found
        } else {
          expected = try? EveryFigure.computed(reference.plan(draw))
          known[positions] = expected
          distinct += 1
        }
        if differences.count < 5 {
          differences += difference(draw, figures, expected, every.labels)
        }
      }
    }
  }

  private mutating func difference(
    _ draw: UInt64, _ figures: [Int128], _ expected: [Int128?]?, _ labels: [EveryFigure.Label]
  ) -> [String] {
    let isFault = figures[figures.count - 1] != 0
    guard let expected else {
      faultCount += 1
      return isFault ? [] : ["draw \(draw): the evaluator reports an error, the kernel none"]
    }
    if isFault { return ["draw \(draw): the kernel has a fault, the evaluator none"] }
    guard expected.count == labels.count else { return ["\(expected.count) for \(labels.count)"] }
    var found: [String] = []
    for (place, label) in labels.enumerated() {
      let isAlike =
        expected[place] == nil
        ? figures[place] == 0 && (label.isNothing || label.mayBeNothing)
        : expected[place] == figures[place]
          && (!label.isNothing || label.name.contains("gap") || figures[place] == 0)
      if !isAlike {
        found.append(
          "draw \(draw), \(label.name): \(expected[place].map(String.init) ?? "none") by the"
            + " evaluator, \(figures[place]) by the kernel")
      }
    }
    return found
  }
}
