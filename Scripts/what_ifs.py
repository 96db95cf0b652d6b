"""The published table, and the rule of each question asked of it, written out by hand.

What `Scripts/check-what-ifs` holds the engine against: no plan file, no scenario file and none of
our code takes part, and all of it is in decimal.
"""

import decimal
import pathlib
from decimal import Decimal

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "Scenarios" / "wiltshire-2017"
YEARS = range(4)

COUNCIL_TAX, LEVY, GROWTH = "Increase in Council Tax", "Social Care Levy", "Council Tax base growth"
SUPPORT_GRANT, RATES, RURAL_GRANT = "RSG/ Formula Grant", "Rates Retention", "Rural Supprt Grant"
STAFFING, RESERVES = "Staffing - pay & NLW & apprenticeships", "Use of Rural Reserves"
DIRECTOR_RESERVES = "Director reserves"
ADULT_CARE, CHILDREN = "Adult Care", "Children & Families"
INFLATION, PENSION = "Inflation - general (not split to services)", "Pension Backfunding"
ASC_SUPPORT, GRANT_SPENDING = "Adult Social Care Support Grant", "ASC Additional Grant"
EFFICIENCY = "General efficiency targets to absorb pay increased costs"
DIGITAL = "Connecting residents to enable first point of resolution through technology"


def figure(cell):
    """A published cell as a figure; a blank, a dash or a note counts as nothing."""
    text = cell.strip()
    negative = text.startswith("(") and text.endswith(")")
    try:
        value = Decimal(text.strip("()"))
    except decimal.InvalidOperation:
        return Decimal(0)
    return -value if negative else value


def rounded(value):
    """To £0.001m, half away from zero, as councils round."""
    return value.quantize(Decimal("0.001"), decimal.ROUND_HALF_UP)


def running(figures):
    return [sum(figures[:year + 1], Decimal(0)) for year in YEARS]


class Table:
    """The published rows in their sections, as years of figures by title."""

    def __init__(self):
        lines = (FOLDER / "published.tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines]
        titles = [row[0] for row in rows]
        self.base = {row[0]: figure(row[1]) for row in rows[2:]}
        self.rows = {row[0]: [figure(cell) for cell in row[2:6]] for row in rows[2:]}
        between = lambda first, last: titles[titles.index(first) + 1:titles.index(last)]
        self.funding = between("Funding Changes", "Total Funding Changes")
        self.income = between("Other income changes in Plan", "Total Savings Changes")
        self.growth = between("Increased demand costs per Business Plan", "Total Growth Changes")
        self.savings = between("Realign our resources and secure VFM", "TOTAL COST REDUCTION PLAN")
        # Amounts that are there for a year only; their rows hold what each adds to the year before.
        self.one_off = {title: running(self.rows[title]) for title in (RESERVES, ASC_SUPPORT)}
        self.levy_rates = [Decimal(rate) for rate in ("0.03", "0.03", "0", "0")]
        self.tax_base_growth = Decimal("0.01")
        # What comes only after the last year.
        self.beyond = Decimal(0)

    def sums(self, titles):
        return [sum((self.rows[title][year] for title in titles), Decimal(0)) for year in YEARS]

    def required(self):
        return self.sums(self.funding + self.income + self.growth)

    def before_reserves(self):
        reserves = [title for title in self.growth if title in (RESERVES, DIRECTOR_RESERVES)]
        return [a - b for a, b in zip(self.required(), self.sums(reserves))]

    def remaining(self):
        return [a + b for a, b in zip(self.required(), self.sums(self.savings))]

    def structural(self):
        amounts = [sum(column) for column in zip(*self.one_off.values())]
        return [a - b for a, b in zip(running(self.remaining()), amounts)]

    def council_tax(self):
        """Base growth and levy from their rates; the base growth of 2017-18 is a figure."""
        level = -(self.base[COUNCIL_TAX] + self.base[LEVY])
        for year in YEARS:
            growth = -self.rows[GROWTH][0] if year == 0 else rounded(self.tax_base_growth * level)
            before_increase = level + growth
            level = before_increase - self.rows[COUNCIL_TAX][year]
            self.rows[GROWTH][year] = -growth
            self.rows[LEVY][year] = -rounded(self.levy_rates[year] * before_increase)


# Each change takes the table before it and mends it in place.


def scaled(title, factor):
    def change(table):
        table.rows[title] = [rounded(cell * Decimal(factor)) for cell in table.rows[title]]
    return change


def typed(title, *cells):
    """Typed figures in place of others; None leaves a year as it is."""
    def change(table):
        table.rows[title] = [old if new is None else Decimal(new)
                             for old, new in zip(table.rows[title], cells)]
    return change


def new(section, title, *cells):
    """A row that is not in the published table: what each year adds."""
    def change(table):
        getattr(table, section).append(title)
        table.rows[title] = [Decimal(cell) for cell in cells]
    return change


def new_one_off(section, title, *amounts):
    """The same for money of one year only: it leaves the year after."""
    def change(table):
        amount = [Decimal(text) for text in amounts]
        getattr(table, section).append(title)
        table.rows[title] = [a - b for a, b in zip(amount, [Decimal(0)] + amount)]
        table.one_off[title] = amount
    return change


def nothing(table):
    """A change that says only how sure the money is."""


def removed(title):
    def change(table):
        table.rows[title] = [Decimal(0) for _ in YEARS]
        table.one_off.pop(title, None)
    return change


def all_demand_higher(table):
    for title in table.growth:
        if title != RESERVES:
            scaled(title, "1.05")(table)


def children_more(table):
    for year in (0, 1):
        table.rows[CHILDREN][year] += Decimal("0.5")


def levy_in_2018(rate):
    def change(table):
        table.levy_rates[1] = Decimal(rate)
        table.council_tax()
    return change


def tax_base_growing_by(rate):
    """From 2018-19; the levy of that year is taken of the larger or smaller level."""
    def change(table):
        table.tax_base_growth = Decimal(rate)
        table.council_tax()
    return change


def rates_growing_by(rate):
    """From 2019-20, of the level carried in."""
    def change(table):
        row = table.rows[RATES]
        level = table.base[RATES] + row[0] + row[1]
        for year in (2, 3):
            row[year] = rounded(Decimal(rate) * level)
            level += row[year]
    return change


def pensions_growing_by(rate):
    """From 2018-19, of the figure of the year before."""
    def change(table):
        row = table.rows[PENSION]
        for year in (1, 2, 3):
            row[year] = rounded(row[year - 1] * (1 + Decimal(rate)))
    return change


def savings_delivered(share):
    def change(table):
        for title in table.savings:
            if title != GRANT_SPENDING:
                scaled(title, share)(table)
    return change


def a_quarter_late(table):
    """The part that leaves a year is rounded, and the same amount arrives in the next."""
    for title in table.savings:
        if title != GRANT_SPENDING:
            late = [rounded(cell / 4) for cell in table.rows[title]]
            table.rows[title] = [cell - leaving + arriving for cell, leaving, arriving
                                 in zip(table.rows[title], late, [Decimal(0)] + late)]
            table.beyond += late[-1]


def consultants(cut):
    """Fees of 2016-17 in pounds, less the cut, and 5% of what is left of them to the vendor."""
    fees = Decimal("4535877.56")
    paid = fees * (1 - Decimal(cut)) * Decimal("1.05")
    return ["0", rounded((paid - fees) / 1_000_000), "0", "0"]


# £0.695m pays for three and a half posts.
HALF_A_POST = rounded(Decimal("0.695") / 7)

# £10m in each year, half of it there for half of the year; in £m.
SPENT_BEFORE = [Decimal(0)] + [Decimal(10)] * 3
HALF_YEARS = [(Decimal(10) + before) / 2 for before in SPENT_BEFORE]


def share(rate, amounts):
    return [rounded(Decimal(rate) * amount) for amount in amounts]


CHILDREN_GRANT = [
    new_one_off("income", "Children's grant", "-1.100", "-0.700", "-0.100", "0"),
    new_one_off("growth", "Children's integration", "1.100", "0.700", "0.100", "0"),
    new("savings", "Children's saving", "0", "-0.200", "0", "0"),
]
CONSULTANTS = [new("savings", "Consultants' fees", *consultants("0.10"))]
FOURTH_DIRECTOR = [
    new("growth", "Fourth director", HALF_A_POST, "0", "0", "0"),
    new_one_off("growth", DIRECTOR_RESERVES, *[-HALF_A_POST] * 4),
]
PROVISIONAL_SETTLEMENT = [
    typed(SUPPORT_GRANT, None, None, "4.025", "4.025"),
    typed(RURAL_GRANT, None, "0", "0", None),
]

QUESTIONS = {
    "adult-care-up": [scaled(ADULT_CARE, "1.10")],
    "central": [savings_delivered("0.90")],
    "children-grant": CHILDREN_GRANT,
    "children-grant-refused": CHILDREN_GRANT + [removed("Children's grant")],
    "commercial-investment": [
        new("income", "Commercial income", *share("-0.05", HALF_YEARS)),
        new("growth", "Commercial interest", *share("0.025", HALF_YEARS)),
        new("growth", "Commercial provision", *share("0.02", SPENT_BEFORE))],
    "consultants-central": CONSULTANTS,
    "consultants-high": CONSULTANTS + [typed("Consultants' fees", *consultants("0.14"))],
    "consultants-low": CONSULTANTS + [typed("Consultants' fees", *consultants("0.09"))],
    "demand-led": [all_demand_higher, children_more],
    "digital-strategy": [typed(DIGITAL, "-0.250", "-2.000", "-2.000", "-0.500")],
    "efficiency-80": [scaled(EFFICIENCY, "0.80")],
    "final-settlement": PROVISIONAL_SETTLEMENT + [
        typed(RURAL_GRANT, None, "-0.635", None, None),
        typed(RURAL_GRANT, None, None, None, "3.296"), nothing],
    "fourth-director-reserves": FOURTH_DIRECTOR,
    "fourth-director-savings": FOURTH_DIRECTOR + [
        removed(DIRECTOR_RESERVES),
        new("savings", "Director saving", -HALF_A_POST, "0", "0", "0")],
    "harder-times": [
        scaled(STAFFING, "1.20"), tax_base_growing_by("0.005"), scaled(EFFICIENCY, "0.80")],
    "high": [
        levy_in_2018("0.02"), tax_base_growing_by("0.005"), rates_growing_by("0.01"),
        pensions_growing_by("0.15"), savings_delivered("0.70"), scaled(ADULT_CARE, "1.30"),
        scaled(INFLATION, "1.50")],
    "levy-not-taken": [levy_in_2018("0")],
    "low": [
        tax_base_growing_by("0.015"), rates_growing_by("0.04"), pensions_growing_by("0.05"),
        scaled(ADULT_CARE, "0.90"), scaled(INFLATION, "0.80")],
    "no-general-efficiency": [removed(EFFICIENCY)],
    "provisional-settlement": PROVISIONAL_SETTLEMENT,
    "rural-support-kept": [typed(RURAL_GRANT, None, None, None, "0")],
    "saving-from-october": [new("savings", "Further saving", "0", "-0.600", "-0.600", "0")],
    "savings-a-year-late": [a_quarter_late],
    "staffing-up": [scaled(STAFFING, "1.20")],
    "tax-base-growth": [tax_base_growing_by("0.015")],
}
