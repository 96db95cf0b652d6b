#!/usr/bin/env python3
"""Wiltshire's gap by year, with Python's `decimal`: the sums of `mtfs run`, and nothing else.

usage: wiltshire_decimal.py PUBLISHED.tsv
"""

import sys
from decimal import Decimal

YEARS = ["2017-18", "2018-19", "2019-20", "2020-21"]

# A section runs from its heading to its total.
SECTIONS = {
    "Funding Changes": "funding",
    "Other income changes in Plan": "income",
    "Increased demand costs per Business Plan": "growth",
    "Realign our resources and secure VFM": "savings",
}


def rows(path):
    """The lines of the table that make up the gap: section, title, and a figure for each year."""
    section = None
    with open(path, encoding="utf-8") as table:
        for row in table:
            title, *cells = row.rstrip("\n").split("\t")
            section = SECTIONS.get(title, section)
            if title.lower().startswith("total"):
                section = None
            if section and any(cells[1:]):
                yield section, title, [figure(cell) for cell in cells[1:5]]


def figure(cell):
    """A blank counts as nothing, and brackets are negative."""
    if not cell:
        return Decimal(0)
    return -Decimal(cell[1:-1]) if cell.startswith("(") else Decimal(cell)


def main():
    required, plan = [Decimal(0)] * 4, [Decimal(0)] * 4
    for section, _, figures in rows(sys.argv[1]):
        sums = plan if section == "savings" else required
        for year, amount in enumerate(figures):
            sums[year] += amount
    remaining = [need + saving for need, saving in zip(required, plan)]
    print(f"{'£m':10}", *(f"{year:>9}" for year in YEARS))
    for name, annual in [("required", required), ("plan", plan), ("remaining", remaining)]:
        cumulative = [sum(annual[: year + 1]) for year in range(4)]
        print(f"{name:10}", *(f"{amount:9}" for amount in annual))
        print(f"{'cumulative':10}", *(f"{amount:9}" for amount in cumulative))


if __name__ == "__main__":
    main()
