@testable import FinanceModel

/// A small plan whose claims are held against sentences.
enum ProofSample {
  static let claims = """
      - { id: saved, says: The plan saves £45m over four years, value: £45m, equals: "= -total(savings)" }
      - { id: fees-1, says: Fees bring £2m in 2017-18, value: £2m, equals: "= at(-fees, 2017-18)" }
      - { id: fees-2, says: Fees bring £3m in 2018-19, value: £3m, equals: "= at(-fees, 2018-19)" }
      - id: share
        says: Fees are £5m, 10% of all spending
        value: £5m
        equals: "= -total(fees)"
        figures:
          - { id: share-percent, value: 10%, of: "= total(spending)" }
    """

  /// Savings of 45.448, of which fees are 5.000; spending of 50.000 and income of 100.000.
  static func plan(claims: String = claims) throws -> Plan {
    try Plan(
      SourceFile(
        path: "plan.yaml",
        text: """
          plan: sample
          title: Sample
          unit: £m
          decimals: 3
          years: [2017-18, 2018-19]
          sections:
            - id: saving
              role: saving
              total: { id: savings, title: All savings }
              lines:
                - { id: estate, title: Estate, recurring: [(20.000), (20.448)] }
                - { id: fees, title: Fees, recurring: [(2.000), (3.000)] }
            - id: cost
              role: pressure
              total: { id: spending, title: All spending }
              lines:
                - { id: pay, title: Pay, recurring: [20.000, 30.000] }
            - id: rest
              role: memorandum
              total: { id: income, title: All income }
              lines:
                - { id: rates, title: Rates, recurring: [50.000, 50.000] }
          claims:
          \(claims)

          """))
  }

  static func proof(_ report: String, path: String = "report.txt", claims: String = claims) throws
    -> Proof
  {
    try plan(claims: claims).proof(of: ProseReader.prose(Array(report.utf8), path: path))
  }

  /// Each figure and year that is not held: `line:column kind`, in the order of the claims.
  static func faults(_ report: String, path: String = "report.txt") throws -> [String] {
    try proof(report, path: path).claims.flatMap(\.places).flatMap(\.figures).compactMap { figure in
      figure.fault.map { "\(figure.place.line):\(figure.place.column) \($0.kind.rawValue)" }
    }
  }
}
