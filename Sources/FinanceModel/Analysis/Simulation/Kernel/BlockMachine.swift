/// The registers of one thread, in which a program runs block after block.
final class BlockMachine {
  private let program: BlockProgram
  private let narrow: UnsafeMutablePointer<Int64>
  private let wide: UnsafeMutablePointer<Int128>
  private let narrowCount: Int
  private let wideCount: Int

  init(_ program: BlockProgram) {
    self.program = program
    narrowCount = program.narrowCount * BlockProgram.blockSize
    wideCount = program.wideCount * BlockProgram.blockSize
    narrow = .allocate(capacity: narrowCount)
    wide = .allocate(capacity: wideCount)
    narrow.initialize(repeating: 0, count: narrowCount)
    wide.initialize(repeating: 0, count: wideCount)
  }

  deinit {
    narrow.deallocate()
    wide.deallocate()
  }

  /// The number that a target has in a draw of the block that ran last.
  @inline(__always)
  func value(_ register: BlockProgram.Register, _ draw: Int) -> Int128 {
    register.isWide ? words(register)[draw] : Int128(numbers(register)[draw])
  }

  /// The numbers of a register of 64 bits.
  @inline(__always)
  func numbers(_ register: BlockProgram.Register) -> UnsafeMutablePointer<Int64> {
    narrow + register.place * BlockProgram.blockSize
  }

  private func words(_ register: BlockProgram.Register) -> UnsafeMutablePointer<Int128> {
    wide + register.place * BlockProgram.blockSize
  }

  private func set(_ register: BlockProgram.Register, _ draw: Int, _ value: Int128) {
    if register.isWide {
      words(register)[draw] = value
    } else {
      numbers(register)[draw] = Int64(truncatingIfNeeded: value)
    }
  }

  /// Runs the program for so many draws; a selector has one position for each of them.
  func run(_ count: Int, _ selectors: [UnsafeMutablePointer<Int32>]) {
    for (step, result) in program.steps {
      switch step {
      case .look(.narrow(let table), let selector):
        look(table, selectors[selector], numbers(result), count)
      case .look(.wide(let table), let selector):
        for draw in 0..<count { set(result, draw, table[Int(selectors[selector][draw])]) }
      case .divide(let one, let other, let factor, let division):
        divide(one, other, factor, division, numbers(result), count)
      case .calculate(let operation, let registers, isNarrow: true):
        calculate(operation, registers.map(numbers), numbers(result), count)
      case .calculate(let operation, let registers, isNarrow: false):
        var operands = registers.map { _ in Int128(0) }
        for draw in 0..<count {
          for (place, register) in registers.enumerated() {
            operands[place] = value(register, draw)
          }
          set(result, draw, operation.value(operands))
        }
      }
    }
  }

  // MARK: Narrow steps

  private func look(
    _ table: [Int64], _ selector: UnsafeMutablePointer<Int32>,
    _ result: UnsafeMutablePointer<Int64>, _ count: Int
  ) {
    table.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return }
      for draw in 0..<count { result[draw] = base[Int(selector[draw])] }
    }
  }

  private func divide(
    _ one: BlockProgram.Register, _ other: BlockProgram.Register?, _ factor: Int64,
    _ division: RoundedDivision, _ result: UnsafeMutablePointer<Int64>, _ count: Int
  ) {
    let left = numbers(one)
    switch (other.map(numbers), division.divisor) {
    case (let right?, 1): for draw in 0..<count { result[draw] = left[draw] &* right[draw] }
    case (let right?, _):
      for draw in 0..<count { result[draw] = division(left[draw] &* right[draw]) }
    case (nil, 1): for draw in 0..<count { result[draw] = left[draw] &* factor }
    case (nil, _): for draw in 0..<count { result[draw] = division(left[draw] &* factor) }
    }
  }

  private func calculate(
    _ operation: KernelGraph.Operation, _ registers: [UnsafeMutablePointer<Int64>],
    _ result: UnsafeMutablePointer<Int64>, _ count: Int
  ) {
    switch operation {
    case .sum(let constant, let terms):
      let start = Int64(constant.value)
      for draw in 0..<count { result[draw] = start }
      for (term, register) in zip(terms, registers) {
        switch term.factor {
        case 1: for draw in 0..<count { result[draw] &+= register[draw] }
        case -1: for draw in 0..<count { result[draw] &-= register[draw] }
        case let factor:
          let factor = Int64(factor)
          for draw in 0..<count { result[draw] &+= register[draw] &* factor }
        }
      }
    case .quotient(_, let factor, _):
      let factor = Int64(factor.value)
      for draw in 0..<count {
        result[draw] = BlockMachine.quotient(
          registers[0][draw] &* factor, by: registers[1][draw])
      }
    case .smaller:
      for draw in 0..<count { result[draw] = min(registers[0][draw], registers[1][draw]) }
    case .larger:
      for draw in 0..<count { result[draw] = max(registers[0][draw], registers[1][draw]) }
    case .magnitude: for draw in 0..<count { result[draw] = abs(registers[0][draw]) }
    case .test(_, let comparison):
      for draw in 0..<count {
        result[draw] = comparison.holds(Int128(registers[0][draw].signum())) ? 1 : 0
      }
    case .choice:
      for draw in 0..<count {
        result[draw] = registers[0][draw] != 0 ? registers[1][draw] : registers[2][draw]
      }
    case .input, .product, .share: break
    }
  }

  private static func quotient(_ number: Int64, by divisor: Int64) -> Int64 {
    if divisor == 0 { return 0 }
    let (quotient, remainder) = number.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let isHalfOrMore = remainder >= divisor.magnitude - remainder
    let size = Int64(quotient) + (isHalfOrMore ? 1 : 0)
    return (number < 0) == (divisor < 0) ? size : -size
  }
}

extension KernelGraph.Operation {
  /// What it gives for the numbers of its operands, in 128 bits.
  func value(_ operands: [Int128]) -> Int128 {
    switch self {
    case .input: 0
    case .sum(let constant, let terms):
      zip(terms, operands).reduce(constant.value) { $0 + $1.0.factor * $1.1 }
    case .product(_, _, let divisor):
      FixedPoint.multiply(operands[0], operands[1], dividingBy: divisor.value) ?? 0
    case .share(_, let factor, let divisor):
      FixedPoint.multiply(operands[0], factor.value, dividingBy: divisor.value) ?? 0
    case .quotient(_, let factor, _):
      FixedPoint.multiply(operands[0], factor.value, dividingBy: operands[1]) ?? 0
    case .smaller: min(operands[0], operands[1])
    case .larger: max(operands[0], operands[1])
    case .magnitude: abs(operands[0])
    case .test(_, let comparison): comparison.holds(operands[0]) ? 1 : 0
    case .choice: operands[0] != 0 ? operands[1] : operands[2]
    }
  }
}
