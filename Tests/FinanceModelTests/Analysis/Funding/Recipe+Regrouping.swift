import Foundation

@testable import FinanceModel

extension Recipe {
  /// A regrouping in which a test has changed a line, because no file can make one that is out.
  static let regroupingOpen = Recipe(
    name: "regrouping-open",
    words:
      "No file brings it about: it would be a fault of `mtfs`. Here a line of `plan.yaml`, grouped by "
      + "priority, has been changed.",
    find: faultOfChangedRegrouping
  ) { folder in
    let text =
      head + "  - { id: pay, role: pressure, priority: staff, recurring: [1.000, 1.000] }\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/plan.yaml"))
    return ["\(folder)/plan.yaml"]
  }

  private static func faultOfChangedRegrouping(_ paths: [String]) -> Diagnostics? {
    do throws(Diagnostics) {
      var regrouping = try Question(contentsOf: paths[0]).plan().forecast()
        .regrouped(by: .priority)
      regrouping.groups[0].lines[0].annual[1] = .money(Money(pounds: 999_000))
      _ = try regrouping.proved()
      return nil
    } catch {
      return error
    }
  }
}
