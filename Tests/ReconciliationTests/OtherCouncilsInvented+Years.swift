extension InventedTable {
  /// Tables with years across the top. Every figure is invented.
  static let years = [
    InventedTable(
      name: "council tax requirement in one column",
      exact: 8, rounding: 0,
      fault: InventedTable.Fault(
        from: #"Council tax requirement,"94,520,000""#,
        to: #"Council tax requirement,"94,250,000""#,
        row: "requirement", column: "2026-27", cause: "two digits are exchanged"),
      published: """
        £,2026/27
        Budget requirement,"151,200,000"
        Revenue support grant,"(21,300,000)"
        Business rates,"(34,880,000)"
        Collection fund surplus,"(500,000)"
        Council tax requirement,"94,520,000"
        Tax base,"58,400.0"
        Band D,"1,618.49"
        Increase on 2025/26,2.99%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £
        gap: none
        base-year: 2025-26
        years: [2026-27]
        sections:
          - { id: budget, title: Budget requirement, level: [151200000] }
          - { id: support-grant, title: Revenue support grant, level: [(21300000)] }
          - { id: rates, title: Business rates, level: [(34880000)] }
          - { id: surplus, title: Collection fund surplus, level: [(500000)] }
          - { id: requirement, title: Council tax requirement, figure: "= budget + support-grant + rates + surplus" }
          - { id: tax-base, title: Tax base, unit: number, decimals: 1, level: [58400.0] }
          - { id: band-d, title: Band D, decimals: 2, base: 1571.50, figure: "= requirement / tax-base" }
          - { id: increase, title: Increase on 2025/26, unit: "%", figure: "= band-d / previous(band-d) - 1" }
        published: [{ table: published.csv }]
        """),
    InventedTable(
      name: "capital programme and its financing",
      exact: 48, rounding: 0,
      fault: InventedTable.Fault(
        from: "Borrowing,9.8,7.6,4.0,21.4", to: "Borrowing,9.8,6.7,4.0,21.4",
        row: "borrowing", column: "2027-28", cause: "two digits are exchanged"),
      published: """
        £m,2026/27,2027/28,2028/29,Total
        Schools,12.4,8.0,6.5,26.9
        Highways,15.0,15.5,16.0,46.5
        Housing,7.2,6.1,-,13.3
        Total programme,34.6,29.6,22.5,86.7
        Financed by:,,,,
        Grants,18.0,16.5,15.5,50.0
        Capital receipts,3.8,3.5,2.0,9.3
        Revenue,3.0,2.0,1.0,6.0
        Borrowing,9.8,7.6,4.0,21.4
        Total financing,34.6,29.6,22.5,86.7
        Share borrowed,28%,26%,18%,25%
        Schemes,41,38,30,

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 1
        gap: none
        years: [2026-27, 2027-28, 2028-29]
        total-column: { id: whole, title: Total }
        sections:
          - id: programme
            lines:
              - { id: schools, title: Schools, level: [12.4, 8.0, 6.5] }
              - { id: highways, title: Highways, level: [15.0, 15.5, 16.0] }
              - { id: housing, title: Housing, level: [7.2, 6.1, "-"] }
            total: { id: total-programme, title: Total programme }
          - id: financing
            title: "Financed by:"
            lines:
              - { id: grants, title: Grants, level: [18.0, 16.5, 15.5] }
              - { id: receipts, title: Capital receipts, level: [3.8, 3.5, 2.0] }
              - { id: revenue, title: Revenue, level: [3.0, 2.0, 1.0] }
              - { id: borrowing, title: Borrowing, level: [9.8, 7.6, 4.0] }
            total: { id: total-financing, title: Total financing }
          - { id: share, title: Share borrowed, unit: "%", decimals: 0, figure: "= borrowing / total-financing", in-total: "= total(borrowing) / total(total-financing)" }
          - { id: schemes, title: Schemes, unit: number, decimals: 0, in-total: blank, level: [41, 38, 30] }
        published: [{ table: published.csv }]
        checks:
          - { id: financed, says: The programme is financed, holds: "total-programme = total-financing" }
        """),
    InventedTable(
      name: "housing rents from dwellings and a weekly rent",
      exact: 14, rounding: 1,
      fault: InventedTable.Fault(
        from: #"Net rent,"27,010""#, to: #"Net rent,"27,410""#,
        row: "net-rent", column: "2026-27", cause: "one digit is mistyped"),
      published: """
        ,2026/27,2027/28,2028/29
        Dwellings,"4,980","4,955","4,930"
        Average weekly rent,£106.25,£109.44,£112.72
        Gross rent (£000),"27,515","28,198","28,898"
        Voids and bad debts,(505),(518),(530)
        Net rent,"27,010","27,680","28,368"

        """,
      plan: """
        plan: p
        title: Invented
        unit: £000
        gap: none
        years: [2026-27, 2027-28, 2028-29]
        sections:
          - { id: dwellings, title: Dwellings, unit: number, decimals: 0, level: [4980, 4955, 4930] }
          - { id: rent, title: Average weekly rent, unit: £, level: [106.25, 109.44, 112.72] }
          - { id: gross, title: Gross rent (£000), figure: "= dwellings * rent * 52" }
          - { id: voids, title: Voids and bad debts, level: [(505), (518), (530)] }
          - { id: net-rent, title: Net rent, figure: "= gross + voids" }
        published: [{ table: published.csv }]
        """),
  ]
}
