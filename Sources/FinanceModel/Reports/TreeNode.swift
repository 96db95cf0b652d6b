/// A figure with what it is made of, for `explain`.
public struct TreeNode: Hashable, Sendable {
  public var label: String
  public var value: ReportCell
  /// Where it comes from: `plan.yaml:20`; may be empty.
  public var detail: String
  public var children: [TreeNode]

  public init(
    _ label: String, value: ReportCell = .none, detail: String = "", children: [TreeNode] = []
  ) {
    self.label = label
    self.value = value
    self.detail = detail
    self.children = children
  }
}
