import FinanceModel

extension Command {
  static let report = Command(
    name: "report", summary: "How do I get the tables and pictures of a cabinet report?",
    operands: [.question],
    options: [.to, .layout, .status, .packForce, .unit, .decimals, .kind, .color, .help],
    details: [
      "Writes a folder with one page that stands alone, the same as a Word document and as Markdown, "
        + "the plan as a workbook with live formulas, every table as CSV, every line, year and "
        + "scenario as tidy CSV, every result as JSON, and each chart as SVG. All of it is written or "
        + "nothing; a folder of a report that is there is replaced only with --force, and nothing else "
        + "in a folder is ever removed.",
      "The first FILE, or the plan it is based on, is what the report is about; scenarios are set "
        + "beside it. A layout file chooses parts, columns, unit, decimals, signs, titles and notes. "
        + "Each file states the plan, whether it is a draft, and a fingerprint of what it was made of.",
      "The status is 1 when nobody ought to sign it: a published cell or a claim is wrong, or it is "
        + "final with figures still to be confirmed. The folder is written all the same.",
    ],
    example: Example(
      line: "mtfs report Scenarios/wiltshire-2017/staffing-up.yaml "
        + "Scenarios/wiltshire-2017/efficiency-80.yaml --to pack",
      prints: """
        Written: pack, a draft
          report.html             the page, for a browser and for print
          report.docx             the same as a Word document
          report.xlsx             the plan and its scenarios as a workbook with live formulas
          report.md               the same as Markdown
        ...
        """)
  ) { invocation in
    let arguments = invocation.arguments
    guard let folder = arguments.value(.to) else {
      throw UsageError("report needs a folder to write to", help: "add --to DIR, such as --to pack")
    }
    var pack = try ReportPack(
      contentsOf: invocation.operands, layout: arguments.value(.layout),
      program: Invocation.program)
    pack = pack.showing(arguments)
    let files = pack.files()
    invocation.console.print(pack.written(files, in: folder))
    try WholeFolder(
      path: folder, replaces: arguments.has(.packForce), ours: ReportPack.isFile
    ).write(files.map { ($0.name, $0.bytes) }, printing: invocation.console)
    return pack.objections.isEmpty ? .done : .finding
  }
}

extension Option {
  fileprivate static let to = Option(
    name: "to", value: .text(name: "DIR"), summary: "the folder to write; it has to be new")
  fileprivate static let layout = Option(
    name: "layout", value: .text(name: "FILE"),
    summary: "the layout file that chooses parts, columns, unit, signs, titles and notes")
  fileprivate static let status = Option(
    name: "status", value: .choice(ReportLayout.Status.allCases.map(\.rawValue)),
    summary: "what the report says it is; what the layout says, or else a draft")
  fileprivate static let packForce = Option(
    name: "force", value: .nothing, summary: "replace the folder if it holds a report already")
}

extension ReportPack {
  /// With what the command line says in place of the layout.
  fileprivate func showing(_ arguments: Arguments) -> ReportPack {
    var layout = layout
    if let status = arguments.value(.status).flatMap(ReportLayout.Status.init) {
      layout.status = status
    }
    if let unit = arguments.unit {
      layout.look.unit = unit
      layout.look.decimals = nil
    }
    if let decimals = arguments.decimals { layout.look.decimals = decimals }
    if let kind = arguments.kind {
      layout.look.kind = kind == .annual ? .annual : .cumulative
    }
    return with(layout)
  }

  /// What was written, and which parts to look at.
  fileprivate func written(_ files: [File], in folder: String) -> String {
    let width = files.map(\.name.count).max() ?? 0
    let lines = files.map { file in
      "  " + file.name + String(repeating: " ", count: width - file.name.count + 2)
        + Printable.text(file.what)
    }
    let findings = self.findings.map(\.rawValue)
    let look =
      (findings.isEmpty ? [] : ["To look at: " + findings.joined(separator: ", ")])
      + objections.map { "Not to be signed: \($0)" }
    return
      (["Written: \(Printable.text(folder)), \(layout.status == .final ? "final" : "a draft")"]
      + lines + look).joined(separator: "\n") + "\n"
  }
}
