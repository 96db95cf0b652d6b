#!/usr/bin/env python3
"""A simulation of Wiltshire's driven plan with numpy: float64, a whole array of draws for each cell.

usage: wiltshire_numpy.py DRAWS   (needs numpy)

Every line that an assumption drives is an array, every other line a plain number, which is less
work than the plan is. Rounding is to £1,000, half away from zero, as a treasurer's float64 would
do it: it is not exact, but the time is that of the same cells.
"""

import sys

try:
    import numpy
except ImportError:  # the sheet takes only the figures from here
    numpy = None

YEARS = 4
# What no assumption drives: council tax, grants, other income and pressures, in £m by year.
COUNCIL_TAX = [-4.496, -4.584, -4.724, -4.865]
FIXED = [
    [16.436, 10.240, 8.050, 0.000], [-1.546, -0.013, -0.009, 0.129],
    [1.841, 6.521, 3.379, 3.603], [-0.400, -1.401, -1.405, -1.407], [-0.121, 0.000, 0.000, 0.000],
    [1.819, 1.774, 0.000, 0.000], [0.000, -2.100, -3.500, 0.000], [-1.800, 1.800, 0.000, 0.000],
    [-5.810, -5.143, -2.546, 0.000], [0.635, 0.614, -0.614, 2.661], [0.003, 3.014, 0.000, 0.000],
    [1.300, 0.000, 0.000, 0.000], [3.500, 1.500, 1.000, 1.000], [0.000, 1.500, 1.500, 1.500],
    [0.000, 1.000, 1.000, 1.000], [3.664, 5.282, 6.369, 4.380], [-6.000, 6.000, 0.000, 0.000],
    [0.000, 0.500, 0.500, 0.500], [5.810, 5.143, 2.546, 0.000],
]
ADULT_CARE = [5.086, 3.0, 3.0, 5.0]
INFLATION = [1.0, 0.0, 3.0, 4.0]
SAVINGS = [
    [-0.500, -1.000, -1.500, -1.000], [-0.500, -1.000, -2.000, -3.000],
    [-0.500, -1.250, -2.000, -2.000], [-1.000, -1.000, -1.000, -1.000],
    [-0.250, -2.000, -2.000, -0.457], [-3.000, -2.000, 0.000, 0.000],
    [-6.581, -14.091, -3.686, -4.632], [-1.000, -2.000, -2.000, -2.000],
]
# Low, central, high, in hundredths of a per cent: the grid that is drawn from.
RANGES = {
    "levy": (200, 300, 300), "growth": (50, 100, 150), "rates": (100, 300, 400),
    "pension": (500, 1000, 1500), "delivered": (7000, 9000, 10000),
    "inflation": (8000, 10000, 15000),
}


def rounded(value):
    """To £1,000, half away from zero."""
    return numpy.copysign(numpy.floor(numpy.abs(value) * 1000 + 0.5), value) / 1000


def gaps(drawn, years=YEARS):
    """The remaining gap of each year, annual."""
    base_growth, levy, rates, pension = [-1.303], [], [-0.076, -1.643], [0.570]
    working = [-220.402 - 4.322]
    total = []
    for year in range(years):
        if year > 0:
            base_growth.append(rounded(drawn["growth"] * working[year]))
            pension.append(rounded(pension[year - 1] * (1 + drawn["pension"])))
        if year > 1:
            rates.append(rounded(drawn["rates"] * (-54.135 + sum(rates[:year]))))
        before_increase = working[year] + base_growth[year]
        levy.append(rounded(drawn["levy"] * before_increase) if year < 2 else 0.0)
        working.append(before_increase + COUNCIL_TAX[year])
        gap = COUNCIL_TAX[year] + sum(line[year] for line in FIXED)
        gap = gap + base_growth[year] + levy[year] + rates[year] + pension[year]
        gap = gap + ADULT_CARE[year]
        gap = gap + rounded(drawn["inflation"] * INFLATION[year])
        for saving in SAVINGS:
            gap = gap + rounded(drawn["delivered"] * saving[year])
        total.append(gap)
    return total


def main():
    draws = int(sys.argv[1])
    if draws == 0:
        print(*(f"{gap:.3f}" for gap in gaps({
            "levy": 0.03, "growth": 0.01, "rates": 0.03, "pension": 0.1, "delivered": 1.0,
            "inflation": 1.0})))
        return
    chance = numpy.random.default_rng(1)
    drawn = {
        name: numpy.rint(chance.triangular(low, centre, high, draws)) / 10000
        for name, (low, centre, high) in RANGES.items()
    }
    annual = gaps(drawn)
    cumulative = numpy.cumsum(annual, axis=0)
    for kind, series in (("annual", annual), ("cumulative", cumulative)):
        for year, values in enumerate(series):
            values = rounded(values)
            ranks = numpy.percentile(values, [5, 10, 50, 90, 95], method="inverted_cdf")
            print(kind, 2017 + year, *(f"{value:.3f}" for value in ranks), f"{values.mean():.3f}",
                  f"{(values <= 0).mean():.4%}")
    print("every year", f"{(rounded(cumulative) <= 0).all(axis=0).mean():.4%}")


if __name__ == "__main__":
    main()
