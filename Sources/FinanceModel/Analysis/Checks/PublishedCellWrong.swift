extension CheckRule {
  static let publishedCellWrong = CheckRule(
    "published-cell-wrong", severity: .error,
    finds: "a published cell that is neither exact, nor within rounding, nor noted",
    why: "the plan is not the one that was published, or the published table has an error",
    mending: "correct the plan, or record the difference and its reason with noted:",
    faulty: "- { id: pay, title: Pay award, recurring: [1.000, 1.000, 1.200] }",
    mended: "- { id: pay, title: Pay award, recurring: [1.000, 1.000, 1.020] }"
  ) { subject in
    subject.reconciliation.cells.filter { $0.verdict == .wrong }.map { cell in
      let cause = cell.suggestion.map { ": \($0)" } ?? ""
      return Finding.Place(
        "'\(subject.plan.rows[cell.row].title)', \(subject.plan.name(cell.column)), is published as "
          + "'\(cell.published.text)' and computed as '\(subject.text(cell))'\(cause)",
        at: cell.published.range)
    }
  }
}

extension CheckSubject {
  fileprivate func text(_ cell: ReconciledCell) -> String {
    switch cell.computed {
    case .text(let text): return text
    case .cell(let computed):
      let style = plan.style(cell)
      let format = AmountFormat(
        decimals: style.decimals, negatives: .brackets, groupsThousands: true)
      return style.unit == .percent
        ? style.unit.phrase(format.text(computed, in: style.unit))
        : format.text(computed, in: style.unit)
    }
  }
}
