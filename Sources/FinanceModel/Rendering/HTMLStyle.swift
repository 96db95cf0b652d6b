/// How a page looks on a screen, by day and by night, on a narrow screen, and on A4.
enum HTMLStyle {
  /// The rules of a page; `isWide` turns the paper on its side.
  static func page(isWide: Bool) -> String {
    [
      base, tables, pictures, ChartStyle.rules,
      "@media (prefers-color-scheme: dark) {\n:root { color-scheme: dark; \(night) }\n}",
      "@media screen and (prefers-color-scheme: dark) {\n\(ChartStyle.night)\n}",
      "@media print {\n\(print)\nfigure svg { max-height: \(isWide ? 140 : 220)mm; }\n}",
      "@page { size: A4\(isWide ? " landscape" : ""); margin: 15mm; }",
    ].joined(separator: "\n")
  }

  private static let day =
    "--ground: #ffffff; --ink: #0b0c0c; --soft: #484f53; --rule: #b1b4b6; --band: #f3f4f5; "
    + "--mark: #12436d; --focus: #0b57d0;"
  private static let night =
    "--ground: #14181b; --ink: #f1f3f4; --soft: #b8c0c6; --rule: #565e64; --band: #1f2529; "
    + "--mark: #8fc1ec; --focus: #8fc1ec;"

  private static let base = """
    :root { color-scheme: light; \(day) }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 66rem; background: var(--ground);
      color: var(--ink); font: 1rem/1.5 Arial, Helvetica, "Liberation Sans", sans-serif;
      overflow-wrap: anywhere; }
    h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
    h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; line-height: 1.25; }
    p, ul { margin: 0 0 1rem; max-width: 46rem; }
    ul { padding-left: 1.25rem; }
    ul ul { margin-bottom: 0; }
    main { margin-top: 1.5rem; }
    main:focus { outline: none; }
    .subtitle { margin-bottom: .25rem; }
    .key, .detail { color: var(--soft); }
    .key { margin: .75rem 0 0; }
    .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--ground);
      color: var(--ink); }
    .skip:focus { position: static; display: inline-block; margin-bottom: 1rem; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    pre { overflow-x: auto; padding: 1rem; background: var(--band); line-height: 1.4;
      overflow-wrap: normal; }
    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 0 0 2rem; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    caption { padding: 0 0 .5rem; text-align: left; font-weight: bold; font-size: 1.1rem; }
    caption span { position: sticky; left: 0; display: inline-block;
      max-width: calc(100vw - 2.5rem); overflow-wrap: anywhere; }
    th, td { padding: .3rem .6rem; text-align: left; vertical-align: baseline; overflow-wrap: normal; }
    th { font-weight: normal; }
    thead th { vertical-align: bottom; font-weight: bold; }
    thead tr { border-bottom: 2px solid var(--ink); }
    tbody tr { border-bottom: 1px solid var(--rule); }
    th:first-child, td:first-child { padding-left: 0; }
    th[scope=row], th[scope=rowgroup] { min-width: 10rem; max-width: 26rem; overflow-wrap: anywhere; }
    td:not(.n):not(:empty) { min-width: 7.5rem; max-width: 24rem; overflow-wrap: anywhere; }
    .n { min-width: 6rem; text-align: right; }
    td.n { white-space: nowrap; padding-right: calc(.6rem + .35em); }
    td.neg { padding-right: .6rem; }
    td.neg::before { content: "\\200B" / "minus "; }
    .heading th { padding-top: 1rem; font-weight: bold; }
    .total th, .total td { border-top: 2px solid var(--ink); background: var(--band);
      font-weight: bold; }
    .in1 { padding-left: 1.25rem !important; }
    .in2 { padding-left: 2.5rem !important; }
    .in3 { padding-left: 3.75rem !important; }
    .in4 { padding-left: 5rem !important; }
    """

  private static let pictures = """
    figure { margin: 0 0 1.5rem; max-width: 58rem; }
    figure .scroll { margin: 0; }
    figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
    figcaption { margin-top: .5rem; max-width: 46rem; color: var(--soft); }
    """

  private static let print = """
    :root { color-scheme: light; \(day) }
    body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
    .dense { font-size: 7pt; }
    .denser { font-size: 5.5pt; }
    .skip { display: none; }
    h1 { font-size: 16pt; }
    h2 { font-size: 12pt; break-after: avoid; }
    .scroll, pre { overflow: visible; }
    caption { font-size: 10pt; }
    caption span { position: static; max-width: none; }
    .n, td:not(.n):not(:empty) { min-width: 0; }
    thead .n { white-space: nowrap; }
    thead .long { white-space: normal; overflow-wrap: normal; }
    p, ul, figcaption { max-width: none; }
    th[scope=row], th[scope=rowgroup] { max-width: 15rem; }
    th, td { padding: .12rem .25rem; }
    td.n { padding-right: calc(.25rem + .35em); }
    td.neg { padding-right: .25rem; }
    .heading th { padding-top: .5rem; }
    tr, figure, .whole { break-inside: avoid; }
    thead, .heading, tbody tr:first-child { break-after: avoid; }
    thead { display: table-header-group; }
    figure svg { min-width: 0; }
    pre { white-space: pre-wrap; }
    """
}
