import Testing

@testable import FinanceModel

@Suite struct NearestNameTests {
  static let keys = ["add", "assumption", "from", "slip", "scale", "title", "to"]

  @Test(arguments: [
    ("slips", "slip"), ("tilte", "title"), ("asumption", "assumption"), ("Scale", "scale"),
    ("form", "from"), ("titel", "title"),
  ])
  func `one slip of the finger finds the name`(typed: String, meant: String) {
    #expect(NearestName.of(typed, among: Self.keys) == meant)
  }

  @Test(arguments: ["", "x", "xyzzy", "reserves", "q"])
  func `what resembles nothing gets no name`(typed: String) {
    #expect(NearestName.of(typed, among: Self.keys + ["y"]) == nil)
  }

  @Test func `the first of two equally near names is taken`() {
    #expect(NearestName.of("cat", among: ["bat", "hat"]) == "bat")
  }

  @Test func `a very long text is no trouble`() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.of(text, among: Self.keys) == nil)
  }
}
