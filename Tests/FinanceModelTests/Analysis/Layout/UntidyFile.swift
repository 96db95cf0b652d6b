@testable import FinanceModel

/// A file that says what another says, laid out at random, with a comment at many of its places.
///
/// Keys are shuffled where their order says nothing, rows are spread over lines or pressed into one,
/// and the comments are numbered, so that each can be looked for where it belongs.
struct UntidyFile {
  private(set) var text = ""
  /// For each comment on lines of its own, how the line below it must begin once it is tidy.
  private(set) var above: [String: String] = [:]
  /// For each comment behind something, how its line must begin.
  private(set) var behind: [String: String] = [:]

  private var random: SplitMix64
  private var lines: [String] = []
  private var count = 0

  init(_ node: Node, as keySet: KeySet, seed: UInt64) {
    random = SplitMix64(seed: seed)
    let step = Int.random(in: 1...5, using: &random)
    block(node, form: .keys(keySet), indent: 0, step: step, start: nil)
    let end = chance(3) ? "\r\n" : "\n"
    text = (chance(4) ? "\u{FEFF}" : "") + lines.map { $0 + end }.joined()
  }

  private mutating func chance(_ outOf: Int) -> Bool {
    Int.random(in: 0..<outOf, using: &random) == 0
  }

  private mutating func block(
    _ node: Node, form: KeyForm?, indent: Int, step: Int, start: String?
  ) {
    var start = start
    let spaces = String(repeating: " ", count: indent)
    switch node {
    case .scalar(let scalar): lines.append((start ?? spaces) + scalar.text(inFlow: false))
    case .sequence(let items, _):
      for item in items {
        let first = item["id"]?.text ?? item["heading"]?.text
        if let first, start == nil { comment("- ", first, spaces) }
        entry(
          item, form: form?.inner.item, after: (start ?? spaces) + "-", indent: indent, step: step,
          begins: "- ")
        start = nil
      }
    case .mapping(var entries, _):
      let keySet = form?.keySet(of: entries)
      if keySet != nil { entries.shuffle(using: &random) }
      for (index, each) in entries.enumerated() {
        let key = each.key.text(inFlow: false) + ":"
        // What stands at the start of the file belongs to the file, above a dash to the whole row.
        if index > 0 { comment(key, nil, spaces) }
        entry(
          each.value, form: keySet.map { $0[each.key.text]?.form } ?? form?.inner.entry,
          after: (start ?? spaces) + key, indent: indent, step: step, begins: key)
        start = nil
      }
    }
  }

  /// What stands after a key or a dash: on its line, or deeper below.
  private mutating func entry(
    _ node: Node, form: KeyForm?, after start: String, indent: Int, step: Int, begins: String
  ) {
    let isList = if case .sequence = node { true } else { false }
    if case .scalar(let scalar) = node, let block = scalar.blockLines {
      lines.append("\(start) \(block.header)")
      let spaces = String(repeating: " ", count: indent + 2)
      lines += block.text.map { $0.isEmpty ? "" : spaces + $0 }
      return
    }
    guard node.canBeBlock, chance(2) else {
      return lines.append("\(start) \(node.flow)" + trailing(begins))
    }
    if begins == "- " {
      return block(node, form: form, indent: indent + 2, step: step, start: start + " ")
    }
    lines.append(start + trailing(begins))
    // A list need not be deeper than its key.
    let deeper = isList && chance(3) ? indent : indent + step
    block(node, form: form, indent: deeper, step: step, start: nil)
  }

  /// A comment on a line of its own, above a line that begins with a key, or above a row.
  private mutating func comment(_ begins: String, _ row: String?, _ spaces: String) {
    if chance(4) { lines.append("") }
    guard chance(3) else { return }
    count += 1
    lines.append("\(spaces)# above \(count) '")
    above["# above \(count) '"] = row.map { begins + "|" + $0 } ?? begins
  }

  private mutating func trailing(_ begins: String) -> String {
    guard chance(5) else { return "" }
    count += 1
    behind["# behind \(count) #"] = begins
    return " # behind \(count) #"
  }
}

extension Node {
  /// Whether it holds anything, so that it can be spread over lines.
  fileprivate var canBeBlock: Bool {
    switch self {
    case .scalar: false
    case .sequence(let items, _): !items.isEmpty
    case .mapping(let entries, _): !entries.isEmpty
    }
  }

  fileprivate var flow: String {
    switch self {
    case .scalar(let scalar): scalar.text(inFlow: true)
    case .sequence(let items, _): "[" + items.map(\.flow).joined(separator: ",  ") + "]"
    case .mapping(let entries, _):
      "{"
        + entries.map { "\($0.key.text(inFlow: true)):   \($0.value.flow)" }
        .joined(separator: ", ") + "}"
    }
  }
}
