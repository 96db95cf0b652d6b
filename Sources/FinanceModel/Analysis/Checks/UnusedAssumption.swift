extension CheckRule {
  static let unusedAssumption = CheckRule(
    "unused-assumption",
    finds: "an assumption that no formula reads",
    why: "changing it changes nothing, so whoever asks what it costs is told nil",
    mending: "use it in the formula of a line, or leave it out",
    faulty: "- { id: pay, title: Pay award, recurring: [1.500, 1.000, 1.000] }",
    mended: "- { id: pay, title: Pay award, recurring: \"= pay-award * £50m\" }"
  ) { subject in
    let read = subject.names
    return subject.plan.assumptions.filter { !read.contains($0.id) }.map { assumption in
      Finding.Place("nothing reads the assumption '\(assumption.title)'", at: assumption.range)
    }
  }
}
