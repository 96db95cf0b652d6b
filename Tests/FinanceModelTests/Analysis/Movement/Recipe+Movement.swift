import Foundation

@testable import FinanceModel

extension Recipe {
  /// A movement in which a test has changed a row, because no file can make one that stays open.
  static let movementOpen = Recipe(
    name: "movement-open",
    words:
      "No file brings it about: it would be a fault of `mtfs`. Here a row of the movement from "
      + "`old.yaml` to `new.yaml` has been changed.",
    find: openMovement,
    make: { folder in
      try [("old", "1.000"), ("new", "2.000")].map { name, figure in
        let text = head + "  - { id: pay, role: pressure, recurring: [\(figure), 1.000] }\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).yaml"))
        return "\(folder)/\(name).yaml"
      }
    })

  @Sendable private static func openMovement(_ paths: [String]) -> Diagnostics? {
    do throws(Diagnostics) {
      var movement = try Question(contentsOf: paths[0])
        .movement(to: Question(contentsOf: paths[1]))
      movement.groups[0].rows[0].annual[0] = .money(Money(pounds: 999_000))
      _ = try movement.proved()
      return nil
    } catch {
      return error
    }
  }
}
