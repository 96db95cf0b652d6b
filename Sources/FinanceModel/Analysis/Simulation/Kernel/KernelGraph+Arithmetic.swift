/// Figures from figures: every rule of `FixedPoint`, on sums of nodes.
///
/// Where a result is a constant, or exact without rounding, no node is made. Each operation proves by
/// the ranges of what it reads that its result is a figure, and throws where it cannot.
extension KernelGraph {
  /// The value of an input, by its position.
  mutating func input(_ position: Int, _ points: InputPoints) -> NodeSum {
    guard let low = points.values.first, let high = points.values.last, low != high else {
      return NodeSum((points.values.first ?? 0) * points.unit)
    }
    let node = node(.input(position), in: low...high, inputs: [position])
    return NodeSum(node: node, unit: points.unit)
  }

  // MARK: Ranges

  /// The bounds of a figure, in trillionths.
  func range(of sum: NodeSum) -> ClosedRange<Int128> {
    var (low, high) = (sum.constant, sum.constant)
    for term in sum.terms {
      let range = self[term.node].range
      let one = KernelGraph.clamped(range.lowerBound, term.factor)
      let other = KernelGraph.clamped(range.upperBound, term.factor)
      low = FixedPoint.clampedSum(low, min(one, other))
      high = FixedPoint.clampedSum(high, max(one, other))
    }
    return low...high
  }

  /// The product, or where it is far beyond a figure a number that is beyond it as well.
  private static func clamped(_ left: Int128, _ right: Int128) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    let bound = FixedPoint.limit * 1_000_000
    if overflow { return (left < 0) == (right < 0) ? bound : -bound }
    return min(max(product, -bound), bound)
  }

  /// The figure, once it is sure that it is below 10^15 in every draw.
  func bounded(_ sum: NodeSum) throws(KernelStop) -> NodeSum {
    let range = range(of: sum)
    // Each term as well, so that no sum of them can leave the range of the type.
    let terms = sum.terms.map { self.range(of: NodeSum(node: $0.node, unit: $0.factor)) }
    guard
      ([range] + terms).allSatisfy({
        FixedPoint.isWithinLimit($0.lowerBound) && FixedPoint.isWithinLimit($0.upperBound)
      })
    else { throw .tooLarge }
    return sum
  }

  /// A node that holds a figure in the largest power of ten that it is a multiple of, or in `unit`.
  private mutating func node(of sum: NodeSum, unit: Int128? = nil) -> (node: Int, unit: Int128) {
    let unit = unit ?? sum.unit
    if sum.constant == 0, sum.terms.count == 1, sum.terms[0].factor == unit {
      return (sum.terms[0].node, unit)
    }
    let range = range(of: sum)
    let scaled = sum.map { $0 / unit }
    let node = node(
      .sum(constant: Trillionths(scaled.constant), terms: scaled.terms),
      in: range.lowerBound / unit...range.upperBound / unit)
    return (node, unit)
  }

  // MARK: Products and quotients

  mutating func product(_ left: NodeSum, _ right: NodeSum) throws(KernelStop) -> NodeSum {
    if right.isConstant {
      return try share(of: left, factor: right.constant, divisor: FixedPoint.one)
    }
    if left.isConstant {
      return try share(of: right, factor: left.constant, divisor: FixedPoint.one)
    }
    let (one, oneUnit) = node(of: left)
    let (other, otherUnit) = node(of: right)
    // Both are powers of ten, and below 10^27: their product may be too large, their exponents not.
    let exponent =
      KernelGraph.exponent(oneUnit) + KernelGraph.exponent(otherUnit) - FixedPoint.places
    let divisor = exponent < 0 ? FixedPoint.powerOfTen(-exponent) : 1
    let unit = exponent < 0 ? 1 : FixedPoint.powerOfTen(exponent)
    let (a, b) = (self[one].range, self[other].range)
    let corners = try corners(a, b) { FixedPoint.multiply($0, $1, dividingBy: divisor) }
    let result = node(.product(one, other, divisor: Trillionths(divisor)), in: corners)
    return try bounded(NodeSum(node: result, unit: unit))
  }

  /// figure × factor ÷ divisor, rounded once, both above or below nil by what is known here.
  mutating func share(
    of sum: NodeSum, factor: Int128, divisor: Int128
  ) throws(KernelStop) -> NodeSum {
    if sum.isConstant {
      guard let value = FixedPoint.multiply(sum.constant, factor, dividingBy: divisor) else {
        throw .tooLarge
      }
      return NodeSum(value)
    }
    if factor == 0 { return NodeSum(0) }
    let isExact = sum.allNumbers { number in
      let product = number.multipliedFullWidth(by: factor)
      return product.high == (Int128(truncatingIfNeeded: product.low) < 0 ? -1 : 0)
        && Int128(truncatingIfNeeded: product.low) % divisor == 0
    }
    if isExact { return try bounded(sum.map { $0 * factor / divisor }) }
    let (one, unit) = node(of: sum)
    // The unit belongs to the factor; what both have in common with the divisor is taken out.
    let common = KernelGraph.commonDivisor(unit, divisor)
    let (scale, rest) = (unit / common, divisor / common)
    let shared = KernelGraph.commonDivisor(factor, rest)
    let (product, overflow) = (factor / shared).multipliedReportingOverflow(by: scale)
    guard !overflow else { throw .tooLarge }
    return try share(ofNode: one, factor: product, divisor: rest / shared, unit: 1)
  }

  private mutating func share(
    ofNode one: Int, factor: Int128, divisor: Int128, unit: Int128
  ) throws(KernelStop) -> NodeSum {
    let range = self[one].range
    let corners = try corners(range, range) { value, _ in
      FixedPoint.multiply(value, factor, dividingBy: divisor)
    }
    let result = node(
      .share(one, factor: Trillionths(factor), divisor: Trillionths(divisor)), in: corners)
    return try bounded(NodeSum(node: result, unit: unit))
  }

  /// left ÷ right, which is never nil or, where it may be, only in draws that a fault tells.
  mutating func quotient(_ left: NodeSum, _ right: NodeSum) throws(KernelStop) -> NodeSum {
    if right.isConstant {
      return try share(of: left, factor: FixedPoint.one, divisor: right.constant)
    }
    let (divisor, divisorUnit) = node(of: right)
    let (dividend, dividendUnit) = node(of: left)
    let exponent =
      KernelGraph.exponent(dividendUnit) + FixedPoint.places - KernelGraph.exponent(divisorUnit)
    guard exponent <= FixedPoint.largestExponent - 1 else { throw .tooLarge }
    if exponent < 0 {
      // So small a quotient of so coarse a divisor that the divisor has to be counted finer.
      let (finer, _) = node(of: right, unit: divisorUnit / FixedPoint.powerOfTen(-exponent))
      return try quotient(dividend, factor: 1, finer)
    }
    return try quotient(dividend, factor: FixedPoint.powerOfTen(exponent), divisor)
  }

  private mutating func quotient(
    _ dividend: Int, factor: Int128, _ divisor: Int
  ) throws(KernelStop) -> NodeSum {
    let (a, b) = (self[dividend].range, self[divisor].range)
    // The divisor's ends, and where its range holds nil the smallest numbers on either side of it.
    var ends: [Int128] = [b.lowerBound, b.upperBound].filter { $0 != 0 }
    if b.contains(0) { ends += [-1, 1].filter(b.contains) }
    var found: [Int128] = b.contains(0) ? [0] : []
    for end in ends {
      for value in [a.lowerBound, a.upperBound] {
        guard let quotient = FixedPoint.multiply(value, factor, dividingBy: end) else {
          throw .tooLarge
        }
        found.append(quotient)
      }
    }
    let range = (found.min() ?? 0)...(found.max() ?? 0)
    let result = node(
      .quotient(dividend, factor: Trillionths(factor), divisor: divisor), in: range)
    return try bounded(NodeSum(node: result, unit: 1))
  }

  /// The range of a function of two numbers that has its extremes where both have theirs.
  private func corners(
    _ a: ClosedRange<Int128>, _ b: ClosedRange<Int128>, _ value: (Int128, Int128) -> Int128?
  ) throws(KernelStop) -> ClosedRange<Int128> {
    var found: [Int128] = []
    for one in [a.lowerBound, a.upperBound] {
      for other in [b.lowerBound, b.upperBound] {
        guard let value = value(one, other) else { throw .tooLarge }
        found.append(value)
      }
    }
    return (found.min() ?? 0)...(found.max() ?? 0)
  }

  // MARK: Rounding and choosing

  mutating func rounded(_ sum: NodeSum, toMultipleOf step: Int128) throws(KernelStop) -> NodeSum {
    if sum.allNumbers({ $0 % step == 0 }) { return sum }
    if sum.isConstant { return NodeSum(FixedPoint.round(sum.constant, toMultipleOf: step)) }
    let (one, unit) = node(of: sum)
    return try share(ofNode: one, factor: 1, divisor: step / unit, unit: step)
  }

  mutating func magnitude(_ sum: NodeSum) -> NodeSum {
    let range = range(of: sum)
    if range.lowerBound >= 0 { return sum }
    if range.upperBound <= 0 { return -sum }
    let (one, unit) = node(of: sum)
    let most = max(-self[one].range.lowerBound, self[one].range.upperBound)
    return NodeSum(node: node(.magnitude(one), in: 0...most), unit: unit)
  }

  mutating func smaller(_ left: NodeSum, _ right: NodeSum) -> NodeSum {
    -larger(-left, -right)
  }

  mutating func larger(_ left: NodeSum, _ right: NodeSum) -> NodeSum {
    let (a, b) = (range(of: left), range(of: right))
    if a.lowerBound >= b.upperBound { return left }
    if b.lowerBound >= a.upperBound { return right }
    let unit = NodeSum.unit(of: [left, right])
    let (one, other) = (node(of: left, unit: unit).node, node(of: right, unit: unit).node)
    let (c, d) = (self[one].range, self[other].range)
    let range = max(c.lowerBound, d.lowerBound)...max(c.upperBound, d.upperBound)
    return NodeSum(node: node(.larger(one, other), in: range), unit: unit)
  }

  /// 1 where the figure compares so with nil, else 0.
  mutating func test(_ sum: NodeSum, _ comparison: Condition.Comparison) -> NodeSum {
    let range = range(of: sum)
    let ends = [range.lowerBound, range.upperBound].map { comparison.holds($0) }
    if ends[0] == ends[1], !range.contains(0) || comparison.holds(0) == ends[0] {
      return NodeSum(ends[0] ? 1 : 0)
    }
    return NodeSum(node: node(.test(node(of: sum).node, comparison), in: 0...1), unit: 1)
  }

  /// `then` where a test holds, else `otherwise`.
  mutating func choice(_ test: NodeSum, then: NodeSum, otherwise: NodeSum) -> NodeSum {
    if test.isConstant { return test.constant != 0 ? then : otherwise }
    if then == otherwise { return then }
    let unit = NodeSum.unit(of: [then, otherwise])
    let (one, other) = (node(of: then, unit: unit).node, node(of: otherwise, unit: unit).node)
    let (a, b) = (self[one].range, self[other].range)
    let range = min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    let decides = node(of: test, unit: 1).node
    return NodeSum(node: node(.choice(decides, then: one, otherwise: other), in: range), unit: unit)
  }

  // MARK: Powers of ten

  private static func exponent(_ unit: Int128) -> Int {
    var exponent = 0
    var rest = unit
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    return exponent
  }

  private static func commonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (a, b) = (left.magnitude, right.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }
}
