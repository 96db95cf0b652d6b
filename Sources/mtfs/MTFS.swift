import FinanceModel

@main
enum MTFS {
  static func main() {
    do throws(Diagnostics) {
      let q = try Question(contentsOf: CommandLine.arguments[1])
      let a = try q.answer()
      let f = AmountFormat(decimals: 3, negatives: .brackets, groupsThousands: true)
      for (row, cells) in zip(a.result.plan.rows, a.result.printed) {
        print(row.title.prefix(40), cells.map { f.text($0.cell, in: .millions) })
      }
      if let gap = a.result.gap {
        for kind in GapKind.allCases {
          print(kind, gap.annual[kind]?.values.map { f.text($0, in: .millions) } ?? [], gap.cumulative[kind]!.values.map { f.text($0, in: .millions) })
        }
        print(gap.unwinding, gap.base)
      }
      for c in a.contributions { print(c.change.name, c.annual.values.map { f.text($0, in: .millions) })}
      let r = try a.result.plan.reconciled()
      for v in Verdict.allCases { print(v, r.count(v)) }
      for c in r.cells where c.verdict != .exact { print(a.result.plan.rows[c.row].title, c.column, c.published.text, c.computed, c.suggestion ?? "") }
      for c in r.claims { print(c.claim.id, c.verdict, c.difference!) }
    } catch {
      print(DiagnosticRenderer().text(error))
    }
  }
}
