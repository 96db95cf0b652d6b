extension SimulationQuestion {
  /// What tells this plan, its scenarios and what is drawn of it from any other: 16 hexadecimal digits.
  ///
  /// Made of the bytes of the files, so that even another comment is another plan; where they stand
  /// does not matter. No proof against somebody who wants two plans to look alike.
  public var fingerprint: String {
    var state = DrawGenerator.hash("simulation 1")
    func add(_ word: UInt64) {
      state = DrawGenerator.mixed((state ^ word) &+ DrawGenerator.step)
    }
    for file in files {
      add(UInt64(file.bytes.count))
      add(file.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
    }
    for input in inputs { add(DrawGenerator.hash(input.key)) }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The plan, the files of its lines, and the scenarios, in this order, each once.
  private var files: [SourceFile] {
    let rows = question.base.rows.map(\.range.file)
    let scenarios = question.scenarios.map(\.range.file)
    var seen: Set<SourceFile> = []
    return ([question.base.range.file] + rows + scenarios).filter { seen.insert($0).inserted }
  }
}
