extension InventedTable {
  /// Tables with a gap, a surplus or a deficit that runs through the years. Every figure is invented.
  static let gaps = [
    InventedTable(
      name: "net budget rolled forward from the year before",
      exact: 40, rounding: 0,
      fault: InventedTable.Fault(
        from: ",212.400,219.150,226.650", to: ",212.400,219.510,226.650",
        row: "net-budget", column: "2027-28", cause: "two digits are exchanged"),
      published: """
        £m,2025/26,2026/27,2027/28,2028/29
        Budget brought forward,,204.000,212.400,219.150
        Inflation,,6.300,5.900,5.700
        Demand,,7.250,6.100,5.800
        Savings,,(5.150),(5.250),(4.000)
        Net budget,204.000,212.400,219.150,226.650
        Council tax,(131.000),(137.300),(142.700),(148.300)
        Business rates and grants,(73.000),(70.900),(70.950),(71.200)
        Funding,(204.000),(208.200),(213.650),(219.500)
        Cumulative gap,,4.200,5.500,7.150
        Annual gap,,4.200,1.300,1.650

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 3
        gap: none
        base-year: 2025-26
        years: [2026-27, 2027-28, 2028-29]
        sections:
          - { id: brought-forward, title: Budget brought forward, base: ~, figure: "= previous(net-budget)" }
          - { id: inflation, title: Inflation, recurring: [6.300, 5.900, 5.700] }
          - { id: demand, title: Demand, recurring: [7.250, 6.100, 5.800] }
          - { id: savings, title: Savings, recurring: [(5.150), (5.250), (4.000)] }
          - { id: net-budget, title: Net budget, base: 204.000, figure: "= brought-forward + inflation + demand + savings" }
          - id: funding
            lines:
              - { id: council-tax, title: Council tax, base: (131.000), level: [(137.300), (142.700), (148.300)] }
              - { id: rates, title: Business rates and grants, base: (73.000), level: [(70.900), (70.950), (71.200)] }
            total: { id: total-funding, title: Funding }
          - { id: cumulative-gap, title: Cumulative gap, base: ~, figure: "= net-budget + total-funding" }
          - { id: annual-gap, title: Annual gap, figure: "= cumulative-gap - previous(cumulative-gap, 0)" }
        published: [{ table: published.csv }]
        """),
    InventedTable(
      name: "a deficit carried forward from a prior year",
      exact: 16, rounding: 0,
      fault: InventedTable.Fault(
        from: "In-year deficit,4.6,5.2,5.9,6.1", to: "In-year deficit,4.6,5.2,5.9,1.6",
        row: "in-year", column: "2028-29", cause: "two digits are exchanged"),
      published: """
        £m,2025/26,2026/27,2027/28,2028/29
        Deficit brought forward,11.3,15.9,21.1,27.0
        In-year deficit,4.6,5.2,5.9,6.1
        Deficit carried forward,15.9,21.1,27.0,33.1
        Share of the grant,26.5%,33.5%,40.9%,48.0%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 1
        gap: none
        base-year: 2025-26
        years: [2026-27, 2027-28, 2028-29]
        assumptions:
          grant: { title: High needs grant, unit: £m, base: 60, values: [63, 66, 69] }
        sections:
          - { id: opening, title: Deficit brought forward, base: 11.3, figure: "= previous(closing)" }
          - { id: in-year, title: In-year deficit, base: 4.6, level: [5.2, 5.9, 6.1] }
          - { id: closing, title: Deficit carried forward, figure: "= opening + in-year" }
          - { id: share, title: Share of the grant, unit: "%", decimals: 1, figure: "= closing / grant" }
        published: [{ table: published.csv }]
        """),
    InventedTable(
      name: "savings by the year in which they begin",
      exact: 20, rounding: 0,
      fault: InventedTable.Fault(
        from: "New in 2026/27,,(1.5),(2.0),(2.0)", to: "New in 2026/27,,(1.5),(0.2),(2.0)",
        row: "new-2026", column: "2027-28", cause: "the decimal point has slipped"),
      published: """
        £m,2025/26,2026/27,2027/28,2028/29
        New in 2025/26,(3.0),(3.0),(3.0),(3.0)
        New in 2026/27,,(1.5),(2.0),(2.0)
        New in 2027/28,,,(1.0),(2.5)
        Savings to date,(3.0),(4.5),(6.0),(7.5)
        Added in the year,(3.0),(1.5),(1.5),(1.5)

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 1
        gap: none
        years: [2025-26, 2026-27, 2027-28, 2028-29]
        sections:
          - id: savings
            lines:
              - { id: new-2025, title: New in 2025/26, level: [(3.0), (3.0), (3.0), (3.0)] }
              - { id: new-2026, title: New in 2026/27, level: [~, (1.5), (2.0), (2.0)] }
              - { id: new-2027, title: New in 2027/28, level: [~, ~, (1.0), (2.5)] }
            total: { id: to-date, title: Savings to date }
          - { id: added, title: Added in the year, figure: "= to-date - previous(to-date, 0)" }
        published: [{ table: published.csv }]
        """),
    InventedTable(
      name: "surplus positive and deficit in brackets",
      exact: 18, rounding: 0,
      fault: InventedTable.Fault(
        from: "Surplus/(deficit),1.7,(2.1),(4.8)", to: "Surplus/(deficit),1.7,2.1,(4.8)",
        row: "surplus", column: "2027-28", cause: "a bracket or sign is lost"),
      published: """
        £ million,2026/27,2027/28,2028/29
        Council tax,88.1,91.2,94.3
        Grants,40.3,38.6,37.0
        Total resources,128.4,129.8,131.3
        Net expenditure,126.7,131.9,136.1
        Surplus/(deficit),1.7,(2.1),(4.8)
        Cumulative,1.7,(0.4),(5.2)

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 1
        gap: none
        years: [2026-27, 2027-28, 2028-29]
        sections:
          - id: resources
            signs: income-positive
            role: funding
            lines:
              - { id: council-tax, title: Council tax, level: [88.1, 91.2, 94.3] }
              - { id: grants, title: Grants, level: [40.3, 38.6, 37.0] }
            total: { id: total-resources, title: Total resources }
          - { id: expenditure, title: Net expenditure, level: [126.7, 131.9, 136.1] }
          - { id: surplus, title: Surplus/(deficit), figure: "= total-resources - expenditure" }
          - { id: to-date, title: Cumulative, figure: "= previous(to-date, 0) + surplus" }
        published: [{ table: published.csv }]
        """),
    InventedTable(
      name: "gap in a plan with one-off money and a base-year column",
      exact: 50, rounding: 0,
      fault: InventedTable.Fault(
        from: "Annual gap,,3.10,3.95", to: "Annual gap,,3.10,3.59",
        row: "annual-gap", column: "2027-28", cause: "two digits are exchanged"),
      published: """
        £m,2025/26 Base,2026/27,2027/28,2028/29,Total
        Spending,,,,,
        Pay,,4.20,4.10,4.00,12.30
        Adult care,,3.90,3.60,3.40,10.90
        One-off elections,,0.50,(0.50),,
        Funding,,,,,
        Council tax,(95.00),(3.00),(3.10),(3.20),(9.30)
        Grant for one year,,(1.00),1.00,-,-
        Use of reserve,,(1.50),(1.15),2.65,-
        Annual gap,,3.10,3.95,6.85,13.90
        Cumulative gap,,3.10,7.05,13.90,13.90

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 2
        base-year: 2025-26
        years: [2026-27, 2027-28, 2028-29]
        total-column: { id: all-years, title: Total }
        sections:
          - id: spending
            title: Spending
            role: pressure
            lines:
              - { id: pay, title: Pay, recurring: [4.20, 4.10, 4.00] }
              - { id: care, title: Adult care, recurring: [3.90, 3.60, 3.40] }
              - { id: elections, title: One-off elections, one-off: [0.50, ~, ~] }
          - id: funding
            title: Funding
            role: funding
            lines:
              - { id: council-tax, title: Council tax, base: (95.00), recurring: [(3.00), (3.10), (3.20)] }
              - { id: grant, title: Grant for one year, one-off: [(1.00), ~, ~] }
              - { id: reserve, title: Use of reserve, role: reserves, one-off: [(1.50), (2.65), ~] }
          - { id: annual-gap, title: Annual gap, base: ~, figure: "= spending + funding" }
          - { id: cumulative-gap, title: Cumulative gap, base: ~, figure: "= previous(cumulative-gap, 0) + annual-gap", in-total: last }
        published: [{ table: published.csv }]
        """),
  ]
}
