extension CheckRule {
  static let changeWithoutEffect = CheckRule(
    "change-without-effect", reads: .scenario,
    finds: "a change of a scenario that alters no figure of the plan",
    why: "the scenario says that it asks something which it does not ask",
    mending: "check what it selects, its years and its size, or leave the change out",
    faulty: "- { name: Dearer energy, line: energy, scale: 120%, in: 2027-28 }",
    mended: "- { name: Dearer energy, line: energy, scale: 120%, in: 2026-27 }"
  ) { subject in
    subject.idleChanges.map { change in
      Finding.Place("'\(change.name)' alters no figure", at: change.range)
    }
  }
}
