/// The files that `mtfs init` writes: a small plan, and two questions asked of it.
///
/// They run as they are and `mtfs check` finds nothing in them. Their years are written out, because
/// no result of ours depends on today's date.
enum Starter {
  static let files = [
    (name: "plan.yaml", text: plan),
    (name: "higher-pay.yaml", text: higherPay),
    (name: "late-savings.yaml", text: lateSavings),
  ]

  private static let plan = """
    # The plan of an invented council, to read in five minutes and to make your own. What follows a '#'
    # is for readers. Change a figure, save, and ask again: mtfs run plan.yaml
    #
    # Positive adds to the gap: cost, lost income. Negative reduces it: income, savings. Brackets are
    # negative, as in a printed table: (1.200) is minus 1.200.

    plan: starter
    title: Medium Term Financial Plan
    authority: Invented Borough Council
    unit: £m
    # The years of the plan, and the one before, which they start from.
    base-year: 2026-27
    years: [2027-28, 2028-29, 2029-30]
    # Where the figures come from. A line may say it for itself: source: Cabinet, 6 July 2026, page 4
    source: invented

    # What the plan assumes, each under a name that formulas use. A range is how far it may lie from
    # its value: mtfs sensitivity plan.yaml moves each to its ends.
    assumptions:
      pay-award:
        title: Pay award
        unit: "%"
        values: [3%, 2.5%, 2%]
        source: invented; only the first year is settled
        range: { low: 1%, central: 2.5%, high: 4% }
      council-tax-increase: { title: Council tax increase, unit: "%", values: 2.99%, source: invented }

    sections:
      # Every line has a role, its own or that of its section: funding, income, pressure, saving,
      # reserves, cost (a whole budget), or memorandum, which is in no gap.
      - id: funding
        title: Funding
        role: funding
        lines:
          # A formula is in quotes and starts with '='. Here: this year's increase, of all council tax
          # so far. 'base' is the amount in the base year.
          - { id: council-tax, title: Council tax increase, base: (62.400), recurring: "= council-tax-increase * previous(level(council-tax))" }
          # 'recurring' is what a year adds to the budget, for good; one figure for each year.
          - { id: support-grant, title: Revenue support grant, base: (9.100), recurring: [1.200, 0.800, 0.400] }
          # 'one-off' is money for its year only. That it is gone the year after follows by itself.
          - { id: transition-grant, title: Transition grant, one-off: [(0.600), ~, ~] }
        total: { id: total-funding, title: Total funding }

      - id: pressures
        title: Pressures
        role: pressure
        lines:
          - { id: pay, title: Pay award, recurring: "= pay-award * £54m" }
          - { id: contracts, title: Contract inflation, recurring: [1.300, 1.100, 1.100] }
          - { id: adult-care, title: Demand for adult care, recurring: [1.900, 1.600, 1.700] }
        # The total is never typed: it is the sum of the lines.
        total: { id: total-pressures, title: Total pressures }

      - id: savings
        title: Savings
        role: saving
        lines:
          # '~' is a blank: no figure that year.
          - { id: offices, title: Fewer offices, owner: Property, recurring: [(0.300), (0.700), ~] }
          - { id: reablement, title: Reablement at home, owner: Adult Care, recurring: [(0.500), (0.900), (0.800)] }
        total: { id: total-savings, title: Total savings }

      # A row of its own that a formula computes.
      - { id: gap, title: Budget gap, figure: "= total-funding + total-pressures + total-savings" }

    """

  private static let higherPay = """
    # A scenario: a question asked of a plan. It says only what changes, and every other figure is the
    # plan's. mtfs run higher-pay.yaml answers it.

    scenario: higher-pay
    title: Pay rises one point faster
    based-on: plan.yaml
    why: The award is settled for the first year only.
    changes:
      # 'shift' moves an assumption; 'from', 'to' and 'in' say which years.
      - { name: Pay award one point higher, assumption: pay-award, shift: 1 point, from: 2028-29 }

    """

  private static let lateSavings = """
    # Changes apply in the order given, and the answer says what each of them adds to the gap.

    scenario: late-savings
    title: Half of every saving a year late, and one grant kept
    based-on: plan.yaml
    why: Savings are rarely lost, and often late.
    changes:
      # 'lines' selects several: by role, section, owner, service, priority or status.
      - { name: Half of the savings a year late, lines: { role: saving }, slip: 50%, by: 1 year }
      # 'line' is one. It may be set, added to, scaled, delivered in part, or removed.
      - { name: Transition grant paid once more, line: transition-grant, set: (0.600), in: 2028-29 }

    """
}
