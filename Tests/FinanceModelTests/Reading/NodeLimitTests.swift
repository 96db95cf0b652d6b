import Testing

@testable import FinanceModel

@Suite struct NodeLimitTests {
  @Test(arguments: ["[", "{a: ", "- ", "{ \"a\":["])
  func `10,000 levels are refused, not a crash`(opening: String) {
    #expect(codes(of: String(repeating: opening, count: 10_000)) == ["too-deep"])
  }

  @Test func `10,000 levels by indentation are refused`() {
    let lines = (0..<10_000).map { String(repeating: " ", count: $0 % 1000) + "a:" }
    #expect(codes(of: lines.joined(separator: "\n")) == ["too-deep"])
  }

  @Test func `64 levels are read and 65 are not`() {
    func nested(_ levels: Int) -> String {
      (0..<levels).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    }
    #expect(codes(of: nested(64)) == [])
    #expect(codes(of: nested(65)) == ["too-deep"])
  }

  @Test func `a million values are read and one more is not`() {
    // One list and its entries.
    #expect(codes(of: "[" + String(repeating: "1, ", count: 999_999) + "]") == [])
    #expect(codes(of: "[" + String(repeating: "1, ", count: 1_000_000) + "]") == ["too-many-nodes"])
  }

  /// Shapes on which a careless reader needs time that grows with the square of the size.
  @Test(arguments: [
    "a: \"\n", "- - - - x\n", "a: [\n", "\n", " \n", "# c\n", "a: |\n", "'", "[a, ", "a: b\n",
    "- {", "a: @\n", "? ", "\"\\", "a,", "a: > \n x\n", "]", "[\n", ": ", "a:\n- ", "{a, ", "[1,2 ",
  ])
  func `a long file of one shape is read in moments`(shape: String) {
    let text = String(repeating: shape, count: 300_000 / shape.utf8.count)
    let time = ContinuousClock().measure { _ = codes(of: text) + codes(of: "a: {" + text) }
    #expect(time < .seconds(20))
  }
}
