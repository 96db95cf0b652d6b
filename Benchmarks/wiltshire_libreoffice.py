#!/usr/bin/env python3
"""A simulation of Wiltshire's driven plan in LibreOffice: one row for each draw, one column for each cell.

usage: wiltshire_libreoffice.py ROWS   (needs soffice and python3-uno, Debian's libreoffice-calc)

Prints how many seconds the sheet takes to be calculated again, start-up and filling left out. Every
figure that an assumption drives is a formula with its rounding; all others are one number a year.
"""

import subprocess
import sys
import tempfile
import time

import uno
from wiltshire_numpy import ADULT_CARE, COUNCIL_TAX, FIXED, INFLATION, RANGES, SAVINGS, YEARS


def columns():
    """The formulas of a row, each naming the columns before it as {name}."""
    found = {}
    for name, (low, centre, high) in RANGES.items():
        # The inverse of a triangular distribution, on the grid of hundredths of a per cent.
        cut, width = (centre - low) / (high - low), high - low
        found[f"{name}-word"] = "=RAND()"
        word = f"{{{name}-word}}"
        found[name] = (
            f"=ROUND(IF({word}<{cut};{low}+SQRT({word}*{width * (centre - low)});"
            f"{high}-SQRT((1-{word})*{width * (high - centre)}));0)/10000")
    working, rates = "-224.724", ["-0.076", "-1.643"]
    for year in range(YEARS):
        parts = [str(round(COUNCIL_TAX[year] + sum(line[year] for line in FIXED), 3))]

        def line(name, formula):
            found[f"{name}-{year}"] = f"=ROUND({formula};3)"
            parts.append(f"{{{name}-{year}}}")
            return parts[-1]
        growth = line("base-growth", f"{{growth}}*{working}" if year else "-1.303")
        found[f"before-{year}"] = f"={working}+{growth}"
        if year < 2:
            line("social-care-levy", f"{{levy}}*{{before-{year}}}")
            parts.append(rates[year])
        else:
            rates.append(line("rates-retention", f"{{rates}}*(-54.135+{'+'.join(rates)})"))
        found[f"working-{year}"] = f"={{before-{year}}}+{COUNCIL_TAX[year]}"
        working = f"{{working-{year}}}"
        line("pension", f"{{pension-{year - 1}}}*(1+{{pension}})" if year else "0.57")
        parts.append(str(ADULT_CARE[year]))
        line("inflation", f"{{inflation}}*{INFLATION[year]}")
        for number, saving in enumerate(SAVINGS):
            line(f"saving-{number}", f"{{delivered}}*{saving[year]}")
        found[f"annual-{year}"] = "=" + "+".join(parts)
        before = f"{{cumulative-{year - 1}}}+" if year else ""
        found[f"cumulative-{year}"] = f"={before}{{annual-{year}}}"
    return found


def letters(number):
    """The name of a column: A is 0."""
    text = ""
    while number >= 0:
        text = chr(65 + number % 26) + text
        number = number // 26 - 1
    return text


def fill(sheet, rows):
    """Writes the first row and fills it down, with the percentiles of each gap below."""
    found = columns()
    places = {name: letters(number) for number, name in enumerate(found)}
    for number, formula in enumerate(found.values()):
        cell = formula.format(**{name: f"{place}1" for name, place in places.items()})
        sheet.getCellByPosition(number, 0).setFormula(cell)
    area = sheet.getCellRangeByPosition(0, 0, len(found) - 1, rows - 1)
    area.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)
    for number, name in enumerate(found):
        if name.startswith(("annual", "cumulative")):
            for place, share in enumerate((0.05, 0.1, 0.5, 0.9, 0.95)):
                column = places[name]
                sheet.getCellByPosition(number, rows + place).setFormula(
                    f"=PERCENTILE({column}1:{column}{rows};{share})")
    middle = sheet.getCellByPosition(list(found).index("annual-0"), rows + 2)
    return len(found), middle


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # the office is not up yet
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


def main():
    rows = int(sys.argv[1])
    pipe = "mtfs-benchmark"
    with tempfile.TemporaryDirectory() as home:
        office = subprocess.Popen([
            "soffice", f"-env:UserInstallation=file://{home}", "--headless", "--norestore",
            f"--accept=pipe,name={pipe};urp;"])
        try:
            context = connected(pipe)
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context)
            document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
            document.enableAutomaticCalculation(False)
            count, middle = fill(document.Sheets[0], rows)
            document.calculateAll()
            start = time.perf_counter()
            document.calculateAll()
            taken = time.perf_counter() - start
            print(f"{taken:.3f} s for {rows} rows of {count} cells; median {middle.Value:.3f}")
            document.close(True)
            desktop.terminate()
            office.wait(30)
        finally:
            office.kill()


if __name__ == "__main__":
    main()
