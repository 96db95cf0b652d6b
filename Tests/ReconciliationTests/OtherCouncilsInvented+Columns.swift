extension InventedTable {
  /// Tables with columns that are not years. Every figure is invented.
  static let columns = [
    InventedTable(
      name: "savings by status with shares",
      exact: 20, rounding: 0,
      fault: InventedTable.Fault(
        from: #"Children,400,350,250,"1,000""#, to: #"Children,400,350,250,"1,100""#,
        row: "children", column: "Total", cause: "one digit is mistyped"),
      published: """
        £000,Green,Amber,Red,Total
        Adults,"1,200",600,200,"2,000"
        Children,400,350,250,"1,000"
        Place,900,50,50,"1,000"
        Total,"2,500","1,000",500,"4,000"
        Share of total,62.5%,25.0%,12.5%,100.0%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £000
        tables:
          - id: savings
            columns:
              - { id: green, title: Green }
              - { id: amber, title: Amber }
              - { id: red, title: Red }
              - { id: all, title: Total, formula: "= green + amber + red" }
            rows:
              - { id: adults, title: Adults, values: [1200, 600, 200] }
              - { id: children, title: Children, values: [400, 350, 250] }
              - { id: place, title: Place, values: [900, 50, 50] }
              - { id: total-savings, title: Total, figure: "= adults + children + place" }
              - { id: share, title: Share of total, unit: "%", decimals: 1, figure: "= total-savings / at(total-savings, all)" }
        published: [{ table: published.csv, of: savings }]
        """),
    InventedTable(
      name: "council tax by band",
      exact: 32, rounding: 0,
      fault: InventedTable.Fault(
        from: ",213.00,239.63", to: ",231.00,239.63",
        row: "police", column: "C", cause: "two digits are exchanged"),
      published: """
        £,A,B,C,D,E,F,G,H
        County,"1,050.00","1,225.00","1,400.00","1,575.00","1,925.00","2,275.00","2,625.00","3,150.00"
        Police,159.75,186.38,213.00,239.63,292.88,346.13,399.38,479.26
        Fire,60.82,70.96,81.09,91.23,111.50,131.78,152.05,182.46
        Total,"1,270.57","1,482.34","1,694.09","1,905.86","2,329.38","2,752.91","3,176.43","3,811.72"

        """,
      plan: """
        plan: p
        title: Invented
        unit: £
        decimals: 2
        tables:
          - id: bands
            columns:
              - { id: a, title: A, formula: "= d * 6 / 9" }
              - { id: b, title: B, formula: "= d * 7 / 9" }
              - { id: c, title: C, formula: "= d * 8 / 9" }
              - { id: d, title: D }
              - { id: e, title: E, formula: "= d * 11 / 9" }
              - { id: f, title: F, formula: "= d * 13 / 9" }
              - { id: g, title: G, formula: "= d * 15 / 9" }
              - { id: h, title: H, formula: "= d * 18 / 9" }
            rows:
              - { id: county, title: County, values: [1575.00] }
              - { id: police, title: Police, values: [239.63] }
              - { id: fire, title: Fire, values: [91.23] }
              - { id: all, title: Total, figure: "= county + police + fire" }
        published: [{ table: published.csv, of: bands }]
        """),
    InventedTable(
      name: "named reserves over two years side by side",
      exact: 28, rounding: 0,
      fault: InventedTable.Fault(
        from: "Insurance,3.20,0.40,(0.60),3.00,", to: "Insurance,3.20,0.40,(0.60),3.80,",
        row: "insurance", column: "Balance 31 March 2027", cause: "one digit is mistyped"),
      published: """
        £m,Balance 31 March 2026,Added 2026/27,Used 2026/27,Balance 31 March 2027,Added 2027/28,Used 2027/28,Balance 31 March 2028
        General fund,12.50,-,(1.50),11.00,0.50,-,11.50
        Insurance,3.20,0.40,(0.60),3.00,0.40,(0.70),2.70
        Transformation,6.00,,(3.25),2.75,,(2.75),-
        Total,21.70,0.40,(5.35),16.75,0.90,(3.45),14.20

        """,
      plan: """
        plan: p
        title: Invented
        unit: £m
        decimals: 2
        tables:
          - id: reserves
            columns:
              - { id: at-2026, title: Balance 31 March 2026 }
              - { id: added-2026, title: Added 2026/27 }
              - { id: used-2026, title: Used 2026/27 }
              - { id: at-2027, title: Balance 31 March 2027, formula: "= at-2026 + added-2026 + used-2026" }
              - { id: added-2027, title: Added 2027/28 }
              - { id: used-2027, title: Used 2027/28 }
              - { id: at-2028, title: Balance 31 March 2028, formula: "= at-2027 + added-2027 + used-2027" }
            rows:
              - { id: general-fund, title: General fund, values: [12.50, "-", (1.50), 0.50, "-"] }
              - { id: insurance, title: Insurance, values: [3.20, 0.40, (0.60), 0.40, (0.70)] }
              - { id: transformation, title: Transformation, values: [6.00, ~, (3.25), ~, (2.75)] }
              - { id: all-reserves, title: Total, figure: "= general-fund + insurance + transformation" }
        published: [{ table: published.csv, of: reserves }]
        """),
    InventedTable(
      name: "monitoring with marks for adverse and favourable",
      exact: 20, rounding: 0,
      fault: InventedTable.Fault(
        from: #"Place,"9,800","9,410",390 F"#, to: #"Place,"9,800","9,410",390 A"#,
        row: "place", column: "Variance", cause: "a bracket or sign is lost"),
      published: """
        £000,Budget,Forecast,Variance,Variance %
        Adults,"41,200","42,060",860 A,2.1%
        Children,"28,300","28,300",0,0.0%
        Place,"9,800","9,410",390 F,-4.0%
        Corporate,"5,100","5,080",20 F,-0.4%
        Total,"84,400","84,850",450 A,0.5%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £000
        tables:
          - id: monitoring
            columns:
              - { id: budget, title: Budget }
              - { id: forecast, title: Forecast }
              - { id: variance, title: Variance, formula: "= forecast - budget" }
              - { id: share, title: Variance %, unit: "%", decimals: 1, formula: "= variance / budget" }
            rows:
              - { id: adults, title: Adults, values: [41200, 42060] }
              - { id: children, title: Children, values: [28300, 28300] }
              - { id: place, title: Place, values: [9800, 9410] }
              - { id: corporate, title: Corporate, values: [5100, 5080] }
              - { id: all, title: Total, figure: "= adults + children + place + corporate" }
        published: [{ table: published.csv, of: monitoring }]
        """),
    InventedTable(
      name: "sources of funding with shares that do not add",
      exact: 10, rounding: 0,
      fault: InventedTable.Fault(
        from: #"Fees,"20,000",16.7%"#, to: #"Fees,"20,000",17.6%"#,
        row: "fees", column: "Share", cause: "two digits are exchanged"),
      published: """
        £000,2026/27,Share
        Council tax,"60,000",50.0%
        Business rates,"20,000",16.7%
        Grants,"20,000",16.7%
        Fees,"20,000",16.7%
        Total,"120,000",100.0%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £000
        tables:
          - id: sources
            columns:
              - { id: amount, title: 2026/27 }
              - id: share
                title: Share
                unit: "%"
                decimals: 1
                formula: "= amount / at(total-sources, amount)"
            rows:
              - { id: council-tax, title: Council tax, values: [60000] }
              - { id: rates, title: Business rates, values: [20000] }
              - { id: grants, title: Grants, values: [20000] }
              - { id: fees, title: Fees, values: [20000] }
              - { id: total-sources, title: Total, figure: "= council-tax + rates + grants + fees" }
        published: [{ table: published.csv, of: sources }]
        """),
    InventedTable(
      name: "original, revised and change, with transfers that cancel",
      exact: 25, rounding: 0,
      fault: InventedTable.Fault(
        from: #"Finance,"6,400",(150),40,"6,290",-1.7%"#,
        to: #"Finance,"6,400",150,40,"6,290",-1.7%"#,
        row: "finance", column: "Transfers", cause: "a bracket or sign is lost"),
      published: """
        ,Original budget,Transfers,Additions,Revised budget,Change
        ,£000,£000,£000,£000,%
        Finance,"6,400",(150),40,"6,290",-1.7%
        Legal,"3,100",90,-,"3,190",2.9%
        Digital,"4,500",60,240,"4,800",6.7%
        Contingency,"1,000",-,(280),720,-28.0%
        Total,"15,000",-,-,"15,000",0.0%

        """,
      plan: """
        plan: p
        title: Invented
        unit: £000
        tables:
          - id: budgets
            columns:
              - { id: original, title: Original budget }
              - { id: transfers, title: Transfers }
              - { id: additions, title: Additions }
              - { id: revised, title: Revised budget, formula: "= original + transfers + additions" }
              - { id: change, title: Change, unit: "%", decimals: 1, formula: "= revised / original - 1" }
            rows:
              - { id: finance, title: Finance, values: [6400, (150), 40] }
              - { id: legal, title: Legal, values: [3100, 90, "-"] }
              - { id: digital, title: Digital, values: [4500, 60, 240] }
              - { id: contingency, title: Contingency, values: [1000, "-", (280)] }
              - { id: all, title: Total, figure: "= finance + legal + digital + contingency" }
        published: [{ table: published.csv, of: budgets, skip: [2] }]
        """),
  ]
}
