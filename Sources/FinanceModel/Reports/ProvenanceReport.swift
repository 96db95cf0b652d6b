/// Lays out where a pack comes from: what it is, what was read, and what was written.
struct ProvenanceReport {
  let pack: ReportPack
  let files: [PackFile.Name]

  private var plan: Plan { pack.plan }

  func blocks(notes: [String]) -> [Report.Block] {
    let all = pack.layout.notes + notes
    return [.table(about), .table(inputs), .table(written)] + (all.isEmpty ? [] : [.notes(all)])
  }

  /// The facts that every output of a pack states.
  private var about: ReportTable {
    let provisional = pack.provisional
    let facts: [(String, String)] = [
      ("Plan", plan.id.name), ("Title", plan.heading),
      ("Status", pack.layout.status.rawValue), ("Program", pack.program),
      ("Source", plan.source ?? "not stated"),
      ("Provisional", provisional.isEmpty ? "nothing" : provisional.joined(separator: "; ")),
      ("Kinds of gap", ProvenanceReport.kinds),
      ("Fingerprint of the inputs", pack.fingerprint),
    ]
    return ReportTable(
      caption: "About this report", stub: "What", columns: ["Is"],
      rows: facts.map { ReportTable.Row(.line, $0.0, [.text($0.1)]) })
  }

  private static let kinds =
    "annual is what each year adds, cumulative the level in each year; required is before savings, "
    + "remaining after them, structural without one-off money"

  private var inputs: ReportTable {
    ReportTable(
      caption: "Files that it was made from, each with its SHA-256 fingerprint", stub: "File",
      columns: ["What", "Bytes", "SHA-256"],
      rows: pack.inputs.map { input in
        ReportTable.Row(
          .line, input.name,
          [
            .text(input.kind.rawValue), .text(String(input.size)), .text(input.digest),
          ])
      })
  }

  private var written: ReportTable {
    ReportTable(
      caption: "Files of this report", stub: "File", columns: ["What"],
      rows: files.map { ReportTable.Row(.line, $0.name, [.text($0.what)]) })
  }
}
