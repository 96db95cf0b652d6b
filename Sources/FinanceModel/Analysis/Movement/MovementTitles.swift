/// What the two ends of a movement are called: after their plans or scenarios, and never alike.
struct MovementTitles {
  let old: String
  let new: String

  init(old: Question, new: Question) {
    let ways: [(Question) -> String] = [
      \.name, { "\($0.name), \($0.span)" }, { "\($0.name), \($0.fileName)" },
      { "\($0.name), \($0.path)" },
    ]
    let way = ways.first { $0(old) != $0(new) }
    self.old = way?(old) ?? "\(old.name), before"
    self.new = way?(new) ?? "\(new.name), after"
  }
}

extension Question {
  /// The title of the last scenario, or of the plan.
  fileprivate var name: String { scenarios.last?.title ?? base.title }

  fileprivate var span: String { base.years.span }
  fileprivate var path: String { (scenarios.last?.range ?? base.range).file.path }
  fileprivate var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
