/// Lays a tree out with its branches drawn, its values in a column and its details after them.
struct TextTree {
  private struct Entry {
    /// The lines that lead to the node: `│  └─ `.
    let branch: String
    let label: String
    let value: String
    let detail: String

    /// What the entry needs for its label: all of it, or no more than `least` on a narrow terminal.
    func labelWidth(atMost most: Int) -> Int {
      TerminalWidth.of(branch) + min(TerminalWidth.of(label), most)
    }
  }

  private var entries: [Entry] = []
  private let width: Int?

  init(_ nodes: [TreeNode], width: Int?) {
    self.width = width
    for node in nodes { add(node, branch: "", below: "") }
  }

  /// Adds a node after `branch`, and its children after `below`.
  private mutating func add(_ node: TreeNode, branch: String, below: String) {
    entries.append(
      Entry(
        branch: branch, label: SingleLine.text(node.label), value: node.value.text(in: nil),
        detail: SingleLine.text(node.detail)))
    for (index, child) in node.children.enumerated() {
      let isLast = index == node.children.count - 1
      add(child, branch: below + (isLast ? "└─ " : "├─ "), below: below + (isLast ? "   " : "│  "))
    }
  }

  var lines: [String] {
    let hasBrackets = entries.contains { $0.value.hasSuffix(")") }
    let values = entries.map { entry in
      entry.value + (hasBrackets && !entry.value.hasSuffix(")") ? " " : "")
    }
    let valueWidth = values.map(TerminalWidth.of).max() ?? 0
    let labelWidth = self.labelWidth(besides: valueWidth)
    return zip(entries, values).map { entry, value in
      let label = TerminalWidth.shortened(entry.branch + entry.label, to: labelWidth)
      return [label.padded(to: labelWidth), value.leftPadded(to: valueWidth), entry.detail]
        .joined(separator: String(repeating: " ", count: TextColumns.gap)).trimmingSpaces
    }
  }

  private func labelWidth(besides valueWidth: Int) -> Int {
    let natural = entries.map { $0.labelWidth(atMost: TextColumns.most) }.max() ?? 0
    guard let width else { return natural }
    let detail = entries.map { TerminalWidth.of($0.detail) }.max() ?? 0
    let room = width - valueWidth - detail - 2 * TextColumns.gap
    let least = entries.map { $0.labelWidth(atMost: TextColumns.least) }.max() ?? 0
    return min(natural, max(room, least))
  }
}
